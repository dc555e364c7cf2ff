// What admins learn privately of small groups that mostly thank each other: the numbers, and no blame.
import type { Block, Card } from '../chat/card.ts';
import { bold } from '../chat/text.ts';
import { shortName } from '../domain/recognition/digest.ts';
import type { Locale } from '../locales/index.ts';

interface NamedRing {
  readonly members: readonly {
    readonly name: string;
    readonly given: number;
    readonly inside: number;
  }[];
  readonly edges: number;
  readonly returned: number;
}

/**
 * @param reciprocity returned edges of all, among everybody
 * @param more groups left for next time
 */
export const ringsCard = (
  locale: Locale,
  rings: readonly NamedRing[],
  reciprocity: number,
  more: number,
): Card => {
  const { t, format } = locale;
  const texts = t.digest.rings;
  const namesOf = ({ members }: NamedRing): string =>
    format.list(members.map(({ name }) => shortName(name)));
  const groups = rings.flatMap((ring): Block[] => [
    { kind: 'text', text: [bold(namesOf(ring))] },
    ...ring.members.map(({ name, inside, given }): Block => {
      const ratio = format.percent(inside / given);
      return {
        kind: 'text',
        text: [texts.member({ name: shortName(name), inside, given, ratio })],
      };
    }),
    {
      kind: 'note',
      text: [texts.returned({ ...ring, ratio: format.percent(reciprocity) })],
    },
  ]);
  return {
    locale: t.formatTag,
    title: texts.title,
    tone: 'neutral',
    summary: [texts.title, ...rings.map(namesOf)].join(' · '),
    blocks: [
      { kind: 'note', text: [texts.intro] },
      ...groups,
      ...(more > 0 ? [{ kind: 'note' as const, text: [texts.more({ n: more })] }] : []),
      { kind: 'note', text: [texts.rules] },
    ],
  };
};
