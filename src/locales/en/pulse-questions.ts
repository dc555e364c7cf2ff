// What a pulse survey asks and promises.
import type { Item, Question } from '../../domain/pulse/question.ts';

export const pulseQuestions = {
  items: {
    expected: 'I know what is expected of me this month',
    reachable: 'Our goals are hard but reachable',
    fair: 'My score reflects my work fairly',
    understood: 'I understand how my score is computed',
    thanked: 'In the last two weeks someone thanked me for something specific',
    earned: 'Recognition here goes to those who earn it',
    help: 'I get help when a deal is stuck',
    handovers: 'Handovers to me are complete',
    learn: 'I can learn what I need to sell better',
    next_step: 'I see a next step for me here',
    workload: 'My workload is sustainable',
    speak: 'I can say what I think without harm',
    logging: 'Logging follow-ups is worth the time',
    change: 'The last change of standards was explained well',
    satisfied: 'Overall I am satisfied with working here',
  } satisfies Record<Item, string>,
  recommend: 'How likely are you to recommend this team as a place to work?',
  comment: 'Anything else you want to say?',
  /** 1 … 5. */
  agreement: [
    'Strongly disagree',
    'Disagree',
    'Neither',
    'Agree',
    'Strongly agree',
  ] as readonly string[],
  /** The ends of 0 … 10. */
  recommendEnds: '0 = not at all likely, 10 = extremely likely',
  scaleEnds: '0 = not at all, 10 = completely',
  kinds: {
    rating: '1 to 5, disagree to agree',
    scale: '0 to 10',
    choice: 'one of several',
    text: 'in words',
  } satisfies Record<Question['kind'], string>,
  /** Three sentences, before the first question. */
  promise: 'What you are promised',
  promiseSealed:
    'Your answers are stored encrypted, without name, time or order; that you took part is stored only as a mark; both keys are destroyed when the survey closes, and from then on nobody - manager, administrator or operator with the whole database - can connect an answer to you.',
  promiseShown: (p: { minMean: number; minFull: number }) =>
    `Results appear only after closing, only for at least ${p.minMean} people (${p.minFull} for comments), never in combinations from which fewer than ${p.minMean} could be worked out.`,
  promiseOpen:
    'While it is open, the chat platform and whoever runs the bot could watch you click; your wording may reveal you; and if a whole group answers alike, the result itself says so.',
};
