// One's own settings: language, morning list, and where one's name may be public: the board, and thanks.
import { z } from 'zod';
import { changedCard } from '../../cards/settings-change.ts';
import { mineForm } from '../../cards/settings-form.ts';
import type { SettingChange } from '../../cards/settings-values.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { type LocaleTag, localeFor } from '../../locales/index.ts';
import { changeMember } from '../../store/member.ts';
import { type Call, verb } from '../command.ts';
import { audited, changeMemberFacts } from './change.ts';
import { FormReader, readOwnLanguage, readSwitch, typedValue } from './read.ts';

interface Mine {
  readonly locale?: LocaleTag | null;
  readonly morning?: boolean;
  readonly optedOut?: boolean;
  readonly praised?: boolean;
}

/** Changes the asker's own settings and says so in the language they have chosen. */
const change = (call: Call, { optedOut, ...mine }: Mine): Reply[] => {
  const { db, me, team } = call;
  const changes: SettingChange[] = [];
  if (mine.locale !== undefined && mine.locale !== me.locale) {
    changes.push({ key: 'ownLocale', before: me.locale, after: mine.locale });
  }
  if (mine.morning !== undefined && mine.morning !== me.morning) {
    changes.push({ key: 'morning', before: me.morning, after: mine.morning });
  }
  if (mine.praised !== undefined && mine.praised !== me.praised) {
    changes.push({ key: 'praised', before: me.praised, after: mine.praised });
    audited(call, 'member.praised', `member:${me.id}`, me.praised, mine.praised);
  }
  if (changes.length > 0) changeMember(db, me.id, mine);
  if (optedOut !== undefined) changes.push(...changeMemberFacts(call, me, { optedOut }));
  const tag = mine.locale === undefined ? me.locale : mine.locale;
  const locale = localeFor(tag ?? team?.locale ?? call.locale.tag);
  const { notes } = locale.t.settings;
  const said = changes.flatMap(({ key, after }) => {
    if (key === 'optedOut') return [after === true ? notes.optedOut : notes.optedIn];
    return key === 'praised' ? [after === true ? notes.praised : notes.unpraised] : [];
  });
  return [{ kind: 'card', to: 'actor', card: changedCard(locale, null, changes, said) }];
};

const form = (call: Call, values: Values, errors: Record<string, string> = {}): Reply[] => [
  { kind: 'form', form: mineForm(call.locale, call.me, values, errors) },
];

const value = z.object({ value: z.string() });

export const MINE_VERBS = {
  mineForm: verb({ effect: 'read', args: z.object({}), run: (call) => form(call, {}) }),

  mineSave: verb({
    effect: 'write',
    args: z.object({}),
    run: (call, _args, values) => {
      const read = new FormReader(call, values);
      const locale = read.read('language', readOwnLanguage);
      const morning = read.read('morning', readSwitch);
      const isPublic = read.read('public', readSwitch);
      const praised = read.read('praised', readSwitch);
      if (read.failed || morning === null || isPublic === null || praised === null) {
        return form(call, values, read.errors);
      }
      return change(call, { locale, morning, optedOut: !isPublic, praised });
    },
  }),

  language: verb({
    effect: 'write',
    args: value,
    run: (call, { value: text }) =>
      change(call, { locale: typedValue(call, readOwnLanguage, text, 'language') }),
  }),

  morning: verb({
    effect: 'write',
    args: value,
    run: (call, { value: text }) =>
      change(call, { morning: typedValue(call, readSwitch, text, 'morning') }),
  }),

  praised: verb({
    effect: 'write',
    args: value,
    run: (call, { value: text }) =>
      change(call, { praised: typedValue(call, readSwitch, text, 'praised') }),
  }),

  public: verb({
    effect: 'write',
    args: value,
    run: (call, { value: text }) =>
      change(call, { optedOut: !typedValue(call, readSwitch, text, 'public') }),
  }),
};
