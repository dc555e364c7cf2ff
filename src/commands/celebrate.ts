// 喜报: a won deal is celebrated in the team's channel, colleagues cheer, and it goes when the deal does.
import { z } from 'zod';
import { celebrationCard, celebrationTakenBack } from '../cards/celebration.ts';
import { notice } from '../cards/notice.ts';
import type { Card } from '../chat/card.ts';
import type { Reply } from '../chat/request.ts';
import { isNews } from '../domain/recognition/news.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import { localeFor } from '../locales/index.ts';
import { lastAudit } from '../store/audit.ts';
import { celebrationKey, celebrationOf } from '../store/celebration.ts';
import { addCheer, removeCheers } from '../store/cheer.ts';
import { type Deal, findDeal } from '../store/deal.ts';
import { mentionable } from '../store/milestone.ts';
import { enqueue } from '../store/outbox.ts';
import { findTeam, type Team } from '../store/team.ts';
import { withdrawPost } from '../store/withdrawal.ts';
import { type Call, verb } from './command.ts';

/** The card as it stands now; null for what is not celebrated. */
const cardOf = ({ db }: Call, row: Deal, team: Team, at: Instant): Card | null => {
  const view = celebrationOf(db, row, team, at);
  if (view === null) return null;
  const isNamed = view.winner !== null && team.channel !== null;
  const person =
    isNamed && team.channel !== null ? mentionable(db, row.memberId, team.channel) : null;
  return celebrationCard(localeFor(team.locale), view, person);
};

/** Puts the celebration of a deal won just now out. Only within a write. */
export const celebrate = (call: Call, row: Deal, team: Team): void => {
  const { db, now } = call;
  if (team.channel === null || !team.posts || row.closedOn === null) return;
  if (!isNews(row.closedOn, dayOf(now, team.zone))) return;
  const card = cardOf(call, row, team, now);
  if (card === null) return;
  enqueue(db, {
    key: celebrationKey(row.id, now),
    target: team.channel,
    card,
    notBefore: now,
    now,
  });
};

/** Takes a celebration back with its cheers; before the deal itself goes. Only within a write. @param at when it was closed */
export const uncelebrate = ({ db, now }: Call, row: Deal, at: Instant): void => {
  removeCheers(db, row.id);
  const team = row.teamId === null ? undefined : findTeam(db, row.teamId);
  withdrawPost(db, celebrationKey(row.id, at), celebrationTakenBack(localeFor(team?.locale)), now);
};

/** A colleague's cheer, once each. */
const cheer = (call: Call, dealId: number, at: Instant): Reply[] => {
  const { db, me } = call;
  const texts = call.locale.t.recognition;
  const say = (title: string): Reply[] => [
    { kind: 'card', to: 'actor', card: notice(call.locale, title) },
  ];
  const row = findDeal(db, dealId);
  const closed = lastAudit(db, `deal:${dealId}`);
  const team = row === undefined || row.teamId === null ? undefined : findTeam(db, row.teamId);
  const isSame = closed?.action === 'deal.won' && closed.at === at;
  if (row === undefined || team === undefined || !isSame) return say(texts.cheerGone);
  if (row.memberId === me.id) return say(texts.cheerSelf);
  if (!addCheer(db, dealId, me.id)) return say(texts.cheeredBefore);
  const card = cardOf(call, row, team, at);
  return card === null ? say(texts.cheerGone) : [{ kind: 'replace', card }];
};

/** Verbs of `/won` about its celebration. */
export const CHEER_VERBS = {
  cheer: verb({
    effect: 'write',
    args: z.object({ deal: z.int().positive(), at: z.int().nonnegative() }),
    run: (call, { deal, at }) => cheer(call, deal, at),
  }),
};
