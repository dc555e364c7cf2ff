// /award: the quarter's awards from nomination to post, unannounced ones, and badges.
import { BADGE_VERBS } from './award/badges.ts';
import { COMMITTEE_VERBS } from './award/committee.ts';
import { NOMINATE_VERBS } from './award/nominate.ts';
import { OPEN_VERBS } from './award/open.ts';
import { OVERVIEW_VERBS } from './award/overview.ts';
import { POST_VERBS } from './award/post.ts';
import { SPOT_VERBS } from './award/spot.ts';
import { VOTE_VERBS } from './award/vote.ts';
import type { Command } from './command.ts';
import { refuse } from './refuse.ts';
import { firstWord, folded } from './settings/words.ts';

/** What the first word may ask for, and the verb that takes the rest of the line. */
const WORDS: readonly (readonly [verb: string, words: readonly string[]])[] = [
  ['open', ['open', 'start', '发起', '开启', '開啟']],
  ['nominate', ['nominate', '提名']],
  ['spot', ['spot', '即时奖', '即時獎', '即时']],
  ['badges', ['badges', 'badge', '徽章', '勋章']],
];

export const award: Command = {
  name: 'award',
  aliases: { 评奖: '', 評獎: '', awards: '' },
  role: 'rep',
  texts: (t) => t.award,

  grammar(rest) {
    const [word, line] = firstWord(rest);
    if (word === '') return { verb: 'show', args: {} };
    // 提名@王芳 and 即时奖@李雷 are written without a space.
    const [said = ''] = word.split(/[@＠]/u);
    const typed = folded(said);
    const [verb] = WORDS.find(([, words]) => words.includes(typed)) ?? [];
    if (verb === undefined) return refuse('unknown_award_word', { typed: word.slice(0, 40) });
    return { verb, args: { line: `${word.slice(said.length)} ${line}`.trim() } };
  },

  verbs: {
    ...OVERVIEW_VERBS,
    ...OPEN_VERBS,
    ...NOMINATE_VERBS,
    ...COMMITTEE_VERBS,
    ...VOTE_VERBS,
    ...POST_VERBS,
    ...SPOT_VERBS,
    ...BADGE_VERBS,
  },
};
