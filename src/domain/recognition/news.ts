// What is news, and what was only brought in late.
import { addDays, type Day } from '../time.ts';
import { NEWS_DAYS } from './rules.ts';

/** Whether what happened on `day` is still worth saying aloud `today`. */
export const isNews = (day: Day, today: Day): boolean =>
  day <= today && day >= addDays(today, -NEWS_DAYS);
