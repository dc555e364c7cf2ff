// Nominating: one nomination a person and award, changed until the last day, seen by the committee alone.
import { z } from 'zod';
import { awardText } from '../../cards/award.ts';
import { nominateForm } from '../../cards/award-form.ts';
import { notice } from '../../cards/notice.ts';
import type { Option, Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import {
  isOwnManager,
  type NominationFault,
  nominationFaults,
} from '../../domain/recognition/award.ts';
import { quarterAround } from '../../domain/time.ts';
import { type Award, awardsOf } from '../../store/award.ts';
import { wasInTeam } from '../../store/award-evidence.ts';
import { findMember, listTeamMembers, type Member } from '../../store/member.ts';
import { nominate, nominationBy } from '../../store/nomination.ts';
import { type Call, verb } from '../command.ts';
import { teamOf } from '../record.ts';
import { refuse } from '../refuse.ts';
import { firstWord } from '../settings/words.ts';
import { memberIn } from '../whom.ts';
import { awardNamed, dayFor, kindOf, teamOfAward } from './authority.ts';

/** Awards of a team that may still take nominations are among the newest. */
const LOOKED_AT = 10;
/** Slack shows no more options in a list. */
const MAX_PEOPLE = 100;

const faultsOf = (call: Call, row: Award, nominee: Member, reason: string): NominationFault[] => {
  const team = teamOfAward(call, row);
  const days = quarterAround(row.quarter);
  return nominationFaults({
    nominator: call.me,
    nominee,
    reason,
    isOfTeam: nominee.leftOn === null && wasInTeam(call.db, nominee, team.id, days, team.zone),
    isOpen: row.state === 'nominating' && dayFor(call, team) <= row.nominateUntil,
  });
};

/** Keeps a nomination that is in order. Only within a write. */
const keep = (call: Call, row: Award, nominee: Member, reason: string): Reply[] => {
  const { db, me, now, locale } = call;
  const replaced = nominate(db, {
    awardId: row.id,
    nominatorId: me.id,
    nomineeId: nominee.id,
    reason: reason.trim(),
    at: now,
  });
  const texts = locale.t.award;
  const day = locale.format.day(row.nominateUntil, dayFor(call, teamOfAward(call, row)));
  const card = notice(
    locale,
    texts.nominated({ name: nominee.name, award: awardText(locale, row) }),
    [texts.nominatedText({ day }), ...(replaced ? [texts.replaced] : [])],
    'good',
  );
  return [{ kind: 'card', to: 'actor', card }];
};

/** Only members of the team nominate for its award. @throws Refusal `not_your_award` */
const nominable = (call: Call, id: number): Award => {
  const row = awardNamed(call, id);
  return row.teamId === call.me.teamId ? row : refuse('not_your_award');
};

/** The award a line is about: of the kind it names, else the only one that is open. @throws Refusal */
const meant = (call: Call, kind: ReturnType<typeof kindOf>): Award => {
  const open = awardsOf(call.db, teamOf(call).id, LOOKED_AT).filter(
    (row) => row.state === 'nominating' && (kind === null || row.kind === kind),
  );
  const [newest] = open;
  if (newest === undefined) return refuse('no_award_open');
  return open.every((row) => row.kind === newest.kind)
    ? newest
    : refuse('which_award', { example: call.locale.t.award.exampleOf });
};

/** `[service] @who <reason>` */
const typed = (call: Call, line: string): Reply[] => {
  const [, example = ''] = call.locale.t.award.examples;
  const [word, rest] = firstWord(line);
  const kind = kindOf(word);
  const row = meant(call, kind);
  const said = kind === null ? line : rest;
  if (said === '') return formFor(call, row, {});
  const { member, before, after } = memberIn(call, said);
  const reason = `${before} ${after}`.trim();
  const faults = faultsOf(call, row, member, reason);
  if (faults.length === 0) return keep(call, row, member, reason);
  const { faults: texts, and } = call.locale.t.award;
  const told = faults.map((fault) => texts[fault]).join(and);
  return refuse('nomination_faults', { faults: told, example });
};

const formFor = (
  call: Call,
  row: Award,
  values: Values,
  errors: Record<string, string> = {},
): Reply[] => {
  const { db, me, locale } = call;
  const people = listTeamMembers(db, row.teamId)
    .filter((other) => other.id !== me.id && !isOwnManager(me, other))
    .slice(0, MAX_PEOPLE)
    .map(({ id, name }): Option => ({ value: String(id), label: name }));
  const own = nominationBy(db, row.id, me.id);
  const isFirst = Object.keys(values).length === 0 && Object.keys(errors).length === 0;
  const start =
    own !== undefined && isFirst ? { who: String(own.nomineeId), reason: own.reason } : values;
  return [{ kind: 'form', form: nominateForm(locale, row, people, start, errors) }];
};

const submitted = (call: Call, row: Award, values: Values): Reply[] => {
  const { t } = call.locale;
  const who = String(values.who ?? '');
  const reason = String(values.reason ?? '').trim();
  const nominee = /^\d{1,15}$/.test(who) ? findMember(call.db, Number(who)) : undefined;
  const faults = nominee === undefined ? [] : faultsOf(call, row, nominee, reason);
  if (faults.includes('late')) {
    const [, example = ''] = t.award.examples;
    return refuse('nomination_faults', { faults: t.award.faults.late, example });
  }
  const isOfText = (fault: NominationFault): boolean => fault === 'short' || fault === 'long';
  const said = (chosen: NominationFault[]): string =>
    chosen.map((fault) => t.award.faults[fault]).join(t.award.and);
  const ofReason = faults.filter(isOfText);
  const ofPerson = faults.filter((fault) => !isOfText(fault));
  const errors: Record<string, string> = {};
  if (nominee === undefined) errors.who = t.form.choose;
  else if (ofPerson.length > 0) errors.who = said(ofPerson);
  if (reason === '') errors.reason = t.form.required;
  else if (ofReason.length > 0) errors.reason = said(ofReason);
  return nominee === undefined || Object.keys(errors).length > 0
    ? formFor(call, row, values, errors)
    : keep(call, row, nominee, reason);
};

const id = z.object({ id: z.int().positive() });

export const NOMINATE_VERBS = {
  nominate: verb({
    effect: 'write',
    args: z.object({ line: z.string().max(4000) }),
    run: (call, { line }) => typed(call, line),
  }),

  nominateForm: verb({
    effect: 'read',
    args: id,
    run: (call, args) => {
      const row = nominable(call, args.id);
      const isOpen = dayFor(call, teamOfAward(call, row)) <= row.nominateUntil;
      if (row.state !== 'nominating' || !isOpen) {
        const [, example = ''] = call.locale.t.award.examples;
        return refuse('nomination_faults', { faults: call.locale.t.award.faults.late, example });
      }
      return formFor(call, row, {});
    },
  }),

  nominated: verb({
    effect: 'write',
    args: id,
    run: (call, args, values) => submitted(call, nominable(call, args.id), values),
  }),
};
