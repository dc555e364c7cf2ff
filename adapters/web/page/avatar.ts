// A person's round sign: initials on a colour that is always theirs.
import { h } from './dom.ts';
import { seal } from './icons.ts';

const HUES = 8;

/** Two letters of a Latin name, the last two characters of a Chinese one. */
const initials = (name: string): string => {
  const text = name.trim();
  if (/\p{Script=Han}/u.test(text))
    return [...text.replace(/[^\p{Script=Han}]/gu, '')].slice(-2).join('');
  const words = text.split(/\s+/u).filter(Boolean);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
};

/** The person's sign; null is Genjin. */
export const avatar = (person: { readonly user: string; readonly name: string } | null) => {
  if (person === null) return h('span', { class: 'avatar bot', 'aria-hidden': 'true' }, seal());
  let hash = 0;
  for (const character of person.user) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return h(
    'span',
    { class: `avatar hue-${hash % HUES}`, 'aria-hidden': 'true' },
    initials(person.name),
  );
};
