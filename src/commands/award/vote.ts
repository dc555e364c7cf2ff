// Judging: a juror sees what speaks for each nominee, and hands in sealed votes once.
import { z } from 'zod';
import { awardText } from '../../cards/award.ts';
import { voteForm } from '../../cards/award-form.ts';
import { ballotCard } from '../../cards/award-jury.ts';
import { notice } from '../../cards/notice.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { voteUntil } from '../../domain/recognition/award.ts';
import type { Day } from '../../domain/time.ts';
import type { Award } from '../../store/award.ts';
import { castVotes, jurorsOf } from '../../store/jury.ts';
import { ballotOf } from '../../store/nominee.ts';
import { calendarOf, type Team } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { awardNamed, dayFor, inPhase, standingText, teamOfAward } from './authority.ts';
import { chosenIn } from './committee.ts';

/** Slack shows no more options in a list. */
const MAX_NOMINEES = 100;

/** An award that the asker may vote on, and the last day for it. */
interface Open {
  readonly row: Award;
  readonly team: Team;
  readonly until: Day;
}

/**
 * The award, if a vote of the asker's is still open on it.
 * @throws Refusal `bad_id`, `not_juror`, `already_voted`, `award_moved`
 */
const judged = (call: Call, id: number): Open => {
  const { db, me } = call;
  const row = awardNamed(call, id);
  const own = jurorsOf(db, row.id).find(({ memberId }) => memberId === me.id);
  if (own === undefined) return refuse('not_juror');
  if (own.votedAt !== null) return refuse('already_voted');
  const { votingFrom } = inPhase(call, row, 'voting');
  const team = teamOfAward(call, row);
  const until = votingFrom === null ? null : voteUntil(calendarOf(db, team), votingFrom);
  // The bot may not have come to count yet.
  return until === null || dayFor(call, team) > until
    ? refuse('award_moved', { standing: standingText(call, row) })
    : { row, team, until };
};

const optionsFor = (call: Call, row: Award) =>
  ballotOf(call.db, row)
    .slice(0, MAX_NOMINEES)
    .map(({ member }) => ({ value: String(member.id), label: member.name.slice(0, 60) }));

const ballot = (call: Call, { row, team, until }: Open): Reply[] => {
  const nominees = ballotOf(call.db, row);
  const card = ballotCard(call.locale, row, team.name, nominees, until, call.today);
  return [{ kind: 'card', to: 'actor', card }];
};

const vote = (call: Call, { row }: Open, values: Values): Reply[] => {
  const { db, me, now, locale } = call;
  const options = optionsFor(call, row);
  const chosen = chosenIn(values, 'approve').filter((value) =>
    options.some((option) => option.value === value),
  );
  castVotes(db, row.id, me.id, chosen.map(Number), now);
  const texts = locale.t.award;
  const title = texts.votes({ award: awardText(locale, row) });
  const card = notice(locale, title, [texts.votesText], 'good');
  return [{ kind: 'card', to: 'actor', card }];
};

const id = z.object({ id: z.int().positive() });

export const VOTE_VERBS = {
  ballot: verb({
    effect: 'read',
    args: id,
    run: (call, args) => ballot(call, judged(call, args.id)),
  }),

  voteForm: verb({
    effect: 'read',
    args: id,
    run: (call, args) => {
      const { row } = judged(call, args.id);
      return [{ kind: 'form', form: voteForm(call.locale, row, optionsFor(call, row)) }];
    },
  }),

  voted: verb({
    effect: 'write',
    args: id,
    run: (call, args, values) => vote(call, judged(call, args.id), values),
  }),
};
