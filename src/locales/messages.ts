// What every language has to say: English is written first, the others must have the same.
import type { en } from './en/index.ts';

export type Messages = typeof en;
export type RefusalCode = keyof Messages['refusals'];
