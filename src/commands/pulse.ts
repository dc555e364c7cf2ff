// /pulse: anonymous surveys. Managers start, schedule and close them; everybody answers and reads what came out.
import type { Command } from './command.ts';
import { nearest } from './nearest.ts';
import { ANSWERING_VERBS } from './pulse/answering.ts';
import { COMMENT_VERBS } from './pulse/comments.ts';
import { HOME_VERBS } from './pulse/home.ts';
import { QUESTION_VERBS } from './pulse/questions.ts';
import { RESULT_VERBS } from './pulse/results.ts';
import { SCHEDULE_VERBS } from './pulse/schedule.ts';
import { START_VERBS } from './pulse/start.ts';
import { STATUS_VERBS } from './pulse/status.ts';
import { refuse } from './refuse.ts';

/** What the first word means. Closing and cancelling are chosen from what is under way. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  invited: ['answer', '作答', '回答', '参与'],
  start: ['start', '发起', '开始'],
  schedules: ['schedule', '定期'],
  status: ['status', 'close', 'cancel', '进度', '结束', '取消'],
  results: ['results', 'result', '结果'],
  questions: ['questions', 'question', '题目', '题库'],
  promise: ['promise', '承诺'],
};

export const pulse: Command = {
  name: 'pulse',
  aliases: { 调研: '', 調研: '' },
  role: 'rep',
  texts: (t) => t.pulse,

  grammar(rest) {
    const [word = ''] = rest.normalize('NFKC').trim().toLowerCase().split(/\s+/u);
    if (word === '') return { verb: 'home', args: {} };
    const found = Object.entries(WORDS).find(([, words]) => words.includes(word));
    if (found !== undefined) return { verb: found[0], args: {} };
    const near = nearest(word, Object.values(WORDS).flat()) ?? 'results';
    return refuse('unknown_pulse', { typed: word.slice(0, 40), nearest: near });
  },

  verbs: {
    ...HOME_VERBS,
    ...ANSWERING_VERBS,
    ...START_VERBS,
    ...SCHEDULE_VERBS,
    ...STATUS_VERBS,
    ...QUESTION_VERBS,
    ...RESULT_VERBS,
    ...COMMENT_VERBS,
  },
};
