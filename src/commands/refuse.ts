// Refusing with a sentence that exists in every language.
import { Refusal } from '../errors.ts';
import type { Messages, RefusalCode } from '../locales/messages.ts';

/**
 * @param code which sentence
 * @param params what it names
 * @throws Refusal always
 */
export const refuse = <C extends RefusalCode>(
  code: C,
  ...params: Parameters<Messages['refusals'][C]>
): never => {
  throw new Refusal(code, params[0] ?? {});
};
