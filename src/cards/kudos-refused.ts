// Why a thanks was not sent: everything that is wrong with it, at once.
import type { Card } from '../chat/card.ts';
import { bold } from '../chat/text.ts';
import { isCjk, REASON_LETTERS } from '../domain/recognition/reason.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';

export type KudosFault =
  | { readonly kind: 'who' | 'self' | 'none' | 'reason' }
  | { readonly kind: 'left' | 'unseen'; readonly name: string }
  | { readonly kind: 'unknown'; readonly typed: string }
  | { readonly kind: 'which'; readonly typed: string; readonly names: string }
  | { readonly kind: 'long' | 'points'; readonly max: number }
  | {
      readonly kind: 'short';
      readonly reason: string;
      readonly letters: number;
      readonly characters: number;
    }
  | {
      readonly kind: 'value';
      readonly typed: string;
      readonly near: string | null;
      readonly values: readonly string[];
    }
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'budget'; readonly cost: number; readonly left: number };

const tags = ({ format }: Locale, values: readonly string[]): string =>
  format.list(values.map((value) => `#${value}`));

/** One fault in a sentence that says what to do instead. */
export const faultText = (locale: Locale, fault: KudosFault): string => {
  const { t } = locale;
  const { why } = t.kudos;
  switch (fault.kind) {
    case 'who':
    case 'self':
    case 'none':
      return why[fault.kind];
    case 'left':
    case 'unseen':
      return why[fault.kind](fault);
    case 'unknown':
      return t.refusals.unknown_member(fault);
    case 'which':
      return t.refusals.which_member(fault);
    case 'long':
    case 'points':
      return why[fault.kind](fault);
    case 'reason':
      return why.reason({ letters: REASON_LETTERS, characters: REASON_LETTERS / 2 });
    case 'short':
      return isCjk(fault.reason)
        ? why.shortCjk({ missing: fault.characters })
        : why.short({ missing: fault.letters });
    case 'value':
      return why.value({ ...fault, values: tags(locale, fault.values) });
    case 'values':
      return why.values({ typed: tags(locale, fault.values) });
    default:
      return why.budget(fault);
  }
};

/** All that keeps a thanks from being sent, with an example of one that is. */
export const refusedCard = (locale: Locale, faults: readonly KudosFault[]): Card => {
  const { t } = locale;
  const [example = ''] = t.kudos.examples;
  const sentences = faults.map((fault) => faultText(locale, fault));
  return notice(locale, t.kudos.refused, [...sentences, t.common.try, [bold(example)]], 'warning');
};
