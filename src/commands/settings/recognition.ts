// A team's rules of recognition: everybody may read them, its manager and admins change them.
import { z } from 'zod';
import { changedCard } from '../../cards/settings-change.ts';
import {
  budgetInput,
  recognitionCard,
  recognitionForm,
  ruleText,
} from '../../cards/settings-recognition.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { MILESTONES } from '../../domain/recognition/rules.ts';
import {
  differing,
  MAX_KUDOS_A_DAY,
  MAX_VALUE,
  MAX_VALUES,
  pickRules,
  type RecognitionRules,
  recognitionRules,
  storedRules,
} from '../../domain/recognition/settings.ts';
import { isTag, valueNamed } from '../../domain/recognition/tag.ts';
import { mayManage } from '../../store/member.ts';
import { changeTeam, type Team } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { managedTeam, maySee, teamFor } from './authority.ts';
import { audited } from './change.ts';
import { FormReader, type Reader, readSwitch } from './read.ts';

const readBudget: Reader<number> = ({ locale }, text) => {
  const typed = text.normalize('NFKC').trim();
  const value = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
  return value <= MAX_KUDOS_A_DAY
    ? { value }
    : { error: locale.t.settings.errors.budget({ max: MAX_KUDOS_A_DAY }) };
};

/** One a line or with commas, each once, a `#` before them or not. */
const readValues: Reader<readonly string[]> = ({ locale }, text) => {
  const { errors } = locale.t.settings;
  const typed = text
    .normalize('NFC')
    .split(/[\n,，、;；]+/u)
    .map((value) => value.trim().replace(/^[#＃]\s*/u, ''))
    .filter((value) => value !== '');
  const values = typed.filter((value, i) => valueNamed(value, typed.slice(0, i)) === null);
  const long = values.find((value) => [...value].length > MAX_VALUE);
  if (long !== undefined) return { error: errors.longValue({ max: MAX_VALUE }) };
  const odd = values.find((value) => !isTag(value.replace(/\s+/gu, '')));
  if (odd !== undefined) return { error: errors.oddValue({ typed: odd }) };
  return values.length > MAX_VALUES
    ? { error: errors.manyValues({ max: MAX_VALUES }) }
    : { value: values };
};

const form = (
  call: Call,
  team: Team,
  values: Values = {},
  errors: Record<string, string> = {},
): Reply[] => {
  const rules = recognitionRules(team.recognition);
  return [{ kind: 'form', form: recognitionForm(call.locale, team, rules, values, errors) }];
};

/** What was filled in; null when something of it cannot be so. */
const rulesFrom = (read: FormReader, values: Values): RecognitionRules | null => {
  const budget = (role: 'rep' | 'manager' | 'admin') => read.read(budgetInput(role), readBudget);
  const kudosADay = { rep: budget('rep'), manager: budget('manager'), admin: budget('admin') };
  const chosen = [values.milestones ?? []].flat();
  const rules = {
    kudosADay,
    values: read.text('values') === '' ? [] : read.read('values', readValues),
    publicKudos: read.read('publicKudos', readSwitch),
    showCustomer: read.read('showCustomer', readSwitch),
    showAmount: read.read('showAmount', readSwitch),
    // Only what is switched off is said, so that a rule that comes later is on.
    milestones: Object.fromEntries(
      MILESTONES.filter((key) => !chosen.includes(key)).map((key) => [key, false]),
    ),
    digest: read.read('digest', readSwitch),
    support: read.read('support', readSwitch),
  };
  return read.failed ? null : recognitionRules(rules);
};

const saved = (call: Call, team: Team, after: RecognitionRules): Reply[] => {
  const { db, locale } = call;
  const before = recognitionRules(team.recognition);
  const keys = differing(before, after);
  if (keys.length > 0) {
    changeTeam(db, team.id, { recognition: storedRules(after) });
    const [old, now] = [pickRules(before, keys), pickRules(after, keys)];
    audited(call, 'team.recognition', `team:${team.id}`, old, now);
  }
  const changes = keys.map((key) => ({
    key,
    before: ruleText(locale, key, before[key]),
    after: ruleText(locale, key, after[key]),
  }));
  const notes = keys.includes('kudosADay') ? [locale.t.settings.notes.budget] : [];
  const card = changedCard(locale, team.name, changes, notes, { team: team.id });
  return [{ kind: 'card', to: 'actor', card }];
};

const own = z.object({ team: z.int().positive().optional() });

export const RECOGNITION_VERBS = {
  recognition: verb({
    effect: 'read',
    args: own,
    run: (call, { team: id }) => {
      const team = teamFor(call, id);
      if (!maySee(call, team)) return refuse('not_your_team');
      const rules = recognitionRules(team.recognition);
      const card = recognitionCard(call.locale, team, rules, mayManage(call.me, team.id));
      return [{ kind: 'card', to: 'actor', card }];
    },
  }),

  recognitionForm: verb({
    effect: 'read',
    role: 'manager',
    args: own,
    run: (call, { team: id }) => form(call, managedTeam(call, id)),
  }),

  recognitionSave: verb({
    effect: 'write',
    role: 'manager',
    args: own,
    run: (call, { team: id }, values) => {
      const team = managedTeam(call, id);
      const read = new FormReader(call, values);
      const rules = rulesFrom(read, values);
      return rules === null ? form(call, team, values, read.errors) : saved(call, team, rules);
    },
  }),
};
