// How a question of a survey and its answers read.
import { answersTo } from '../domain/pulse/answer.ts';
import type { Question } from '../domain/pulse/question.ts';
import type { Locale } from '../locales/index.ts';

/** The question in the reader's language; own ones in the words they were written in. */
export const questionText = ({ t }: Locale, { source }: Question): string => {
  if (source.of === 'own') return source.text;
  const { item } = source;
  const { items, recommend, comment } = t.pulseQuestions;
  if (item === 'recommend') return recommend;
  return item === 'comment' ? comment : items[item];
};

/** Every answer there is, from the lowest, as it stands on its button; none for words. */
export const answerLabels = ({ t }: Locale, question: Question): readonly string[] => {
  if (question.kind === 'choice') return question.options;
  const { lowest, count } = answersTo(question) ?? { lowest: 0, count: 0 };
  return Array.from({ length: count }, (_, i) => {
    const said = question.kind === 'rating' ? t.pulseQuestions.agreement[i] : undefined;
    return said === undefined ? String(lowest + i) : `${lowest + i} ${said}`;
  });
};

/** The team a survey asks, or everybody. */
export const audienceName = ({ t }: Locale, teamName: string | null): string =>
  teamName ?? t.pulse.everybody;
