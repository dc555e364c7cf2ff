// What costs nothing and is often wanted: offered to managers until it has been in their catalogue once.
import { SUGGESTIONS, type Suggestion } from '../../domain/recognition/reward.ts';
import { LOCALE_TAGS, localeFor } from '../../locales/index.ts';
import { wasOffered } from '../../store/reward.ts';
import type { Call } from '../command.ts';

/** A suggestion is known by its name in any language. */
const namesOf = (key: Suggestion): string[] =>
  LOCALE_TAGS.map((tag) => localeFor(tag).t.rewards.suggestions[key].name);

/** Whether the asker's team has or had it; retired once, it is not offered again. */
export const isOffered = ({ db, me }: Call, key: Suggestion): boolean =>
  wasOffered(db, me.teamId, namesOf(key));

export const suggestionsFor = (call: Call): Suggestion[] =>
  SUGGESTIONS.filter((key) => !isOffered(call, key));
