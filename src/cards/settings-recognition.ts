// A team's rules of recognition: what they are, the form to change them, and each in words.
import type { Card, Field } from '../chat/card.ts';
import type { Form, Input, Values } from '../chat/form.ts';
import { MILESTONES } from '../domain/recognition/rules.ts';
import {
  MAX_KUDOS_A_DAY,
  MAX_VALUES,
  type RecognitionRules,
  RULE_KEYS,
  type RuleKey,
} from '../domain/recognition/settings.ts';
import { ROLES, type Role } from '../domain/role.ts';
import type { Locale } from '../locales/index.ts';
import { choice, type Errors, flag, form, number, onOff, text } from './settings-inputs.ts';
import { press } from './settings-values.ts';

interface NamedTeam {
  readonly id: number;
  readonly name: string;
}

/** The input for what a role may give away. */
export const budgetInput = (role: Role): string => `kudos_${role}`;

/** Rules of automatic recognition that are on. */
const milestonesOn = ({ milestones }: Pick<RecognitionRules, 'milestones'>): string[] =>
  MILESTONES.filter((key) => milestones[key] !== false);

/** A rule in the reader's words. */
export const ruleText = <K extends RuleKey>(
  locale: Locale,
  key: K,
  value: RecognitionRules[K],
): string => {
  const { t, format } = locale;
  const { settings } = t;
  const rule = { [key]: value } as unknown as RecognitionRules;
  switch (key) {
    case 'kudosADay':
      return ROLES.map((role) => `${t.codes.role[role]} ${rule.kudosADay[role]}`).join(
        settings.comma,
      );
    case 'values':
      return rule.values.length === 0
        ? settings.values.anyValue
        : format.list(rule.values.map((name) => `#${name}`));
    case 'milestones': {
      const titles: Readonly<Record<string, string>> = t.recognition.titles;
      const on = milestonesOn(rule).map((name) => titles[name] ?? name);
      return on.length === 0 ? t.common.none : format.list(on);
    }
    case 'showCustomer':
    case 'showAmount':
      return rule[key as 'showCustomer'] ? settings.values.shownThere : settings.values.masked;
    default:
      return rule[key as 'digest'] ? settings.values.on : settings.values.off;
  }
};

/** Some of the rules in one line. */
export const rulesText = (locale: Locale, rules: Partial<RecognitionRules>): string => {
  const { labels, colon } = locale.t.settings;
  return RULE_KEYS.flatMap((key) => {
    const value = rules[key];
    return value === undefined ? [] : [`${labels[key]}${colon}${ruleText(locale, key, value)}`];
  }).join(' · ');
};

/** What recognition goes by in a team; a button for who may change it. */
export const recognitionCard = (
  locale: Locale,
  team: NamedTeam,
  rules: RecognitionRules,
  mayChange: boolean,
): Card => {
  const { settings, formatTag } = locale.t;
  const title = settings.recognitionOf(team);
  const fields = RULE_KEYS.map(
    (key): Field => ({ label: settings.labels[key], value: [ruleText(locale, key, rules[key])] }),
  );
  const change = press(settings.buttons.changeRecognition, 'recognitionForm', { team: team.id });
  return {
    locale: formatTag,
    title,
    tone: 'neutral',
    summary: [title, rulesText(locale, rules)].join(' · '),
    blocks: [
      { kind: 'fields', fields },
      ...(mayChange ? [{ kind: 'actions' as const, actions: [change] }] : []),
    ],
  };
};

/** Asks for all the rules of a team. */
export const recognitionForm = (
  locale: Locale,
  team: NamedTeam,
  rules: RecognitionRules,
  values: Values,
  errors: Errors,
): Form => {
  const { t } = locale;
  const { labels, hints, values: words } = t.settings;
  const titles: Readonly<Record<string, string>> = t.recognition.titles;
  const isSubmitted = Object.keys(values).length > 0;
  const chosen = isSubmitted ? [values.milestones ?? []].flat() : milestonesOn(rules);
  const part = (name: RuleKey, now: string) => ({ name, label: labels[name], values, now });
  const shown = [
    { value: 'on', label: words.shownThere },
    { value: 'off', label: words.masked },
  ];
  const milestones: Input = {
    kind: 'choices',
    name: 'milestones',
    label: labels.milestones,
    hint: hints.milestones,
    required: false,
    options: MILESTONES.map((key) => ({ value: key, label: titles[key] ?? key })),
    value: chosen,
  };
  const now = (lines: readonly string[]): string => (isSubmitted ? '' : lines.join('\n'));
  return form(
    locale,
    t.settings.buttons.changeRecognition,
    'recognitionSave',
    { team: team.id },
    [
      ...ROLES.map((role) =>
        number({
          name: budgetInput(role),
          label: `${labels.kudosADay}${t.settings.colon}${t.codes.role[role]}`,
          values,
          now: String(rules.kudosADay[role]),
          hint: hints.kudosADay({ max: MAX_KUDOS_A_DAY }),
        }),
      ),
      text(
        {
          ...part('values', now(rules.values)),
          required: false,
          hint: hints.values({ max: MAX_VALUES, example: hints.exampleValues }),
        },
        1000,
        true,
      ),
      choice(part('publicKudos', flag(rules.publicKudos)), onOff(locale)),
      choice(part('showCustomer', flag(rules.showCustomer)), shown),
      choice(part('showAmount', flag(rules.showAmount)), shown),
      milestones,
      choice(part('digest', flag(rules.digest)), onOff(locale)),
      choice(part('support', flag(rules.support)), onOff(locale)),
    ],
    errors,
    team.name,
  );
};
