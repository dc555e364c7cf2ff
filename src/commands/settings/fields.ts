// Follow-up fields of a team's own: added and retired, never changed, so that old records keep their meaning.
import { z } from 'zod';
import { changedCard } from '../../cards/settings-change.ts';
import { fieldsCard, type ShownField } from '../../cards/settings-fields.ts';
import { fieldForm } from '../../cards/settings-form.ts';
import type { Reply } from '../../chat/request.ts';
import type { FieldKind } from '../../domain/field.ts';
import { addField, listFields, retireField, type Team, type TeamField } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { managedTeam, maySee, teamFor } from './authority.ts';
import { audited } from './change.ts';
import { FormReader, readName, readSwitch, typedValue, unclear } from './read.ts';
import { fieldKindOf, folded, isRequiredWord } from './words.ts';

const MAX_LABEL = 60;
const MAX_OPTION = 75;
const MAX_OPTIONS = 50;
/** A form with more is not filled in. */
const MAX_FIELDS = 15;

interface NewField {
  readonly label: string;
  readonly kind: FieldKind;
  readonly options: readonly string[];
  readonly required: boolean;
}

const optionsIn = (text: string): string[] => [
  ...new Set(
    text
      .normalize('NFC')
      .split(/[,，、;；\n]/u)
      .map((option) => option.trim())
      .filter((option) => option !== ''),
  ),
];

/** What is wrong with the choices; null when nothing is. */
const optionsProblem = (call: Call, kind: FieldKind, options: readonly string[]): string | null => {
  const { errors } = call.locale.t.settings;
  if (kind !== 'choice') return options.length === 0 ? null : errors.noOptions;
  if (options.length < 2) return errors.options;
  if (options.length > MAX_OPTIONS) return errors.manyOptions({ max: MAX_OPTIONS });
  return options.some((option) => option.length > MAX_OPTION)
    ? errors.longOption({ max: MAX_OPTION })
    : null;
};

/** A label no field in use has. */
const readLabel = (team: Team) => (call: Call, text: string) => {
  const reading = readName(MAX_LABEL)(call, text);
  const isTaken =
    'value' in reading &&
    listFields(call.db, team.id).some(({ label }) => folded(label) === folded(reading.value));
  return isTaken ? { error: call.locale.t.settings.errors.fieldTaken } : reading;
};

const shownField = ({ label, kind, options, required }: NewField): ShownField => ({
  label,
  kind,
  options,
  required,
});

const add = (call: Call, team: Team, field: NewField): Reply[] => {
  if (listFields(call.db, team.id).length >= MAX_FIELDS) {
    return refuse('many_fields', { max: MAX_FIELDS });
  }
  const row = addField(call.db, { teamId: team.id, ...field });
  audited(call, 'team.fieldAdded', `team:${team.id}`, null, shownField(row));
  const { notes } = call.locale.t.settings;
  const changes = [{ key: 'field' as const, before: null, after: row.label }];
  const card = changedCard(call.locale, team.name, changes, [notes.fieldAdded], { team: team.id });
  return [{ kind: 'card', to: 'actor', card }];
};

const retire = (call: Call, team: Team, field: TeamField): Reply[] => {
  retireField(call.db, field.id, call.now);
  audited(call, 'team.fieldRetired', `team:${team.id}`, shownField(field), null);
  const { notes } = call.locale.t.settings;
  const changes = [{ key: 'field' as const, before: field.label, after: null }];
  const card = changedCard(call.locale, team.name, changes, [notes.fieldRetired], {
    team: team.id,
  });
  return [{ kind: 'card', to: 'actor', card }];
};

/** `竞品 choice 甲,乙,丙 required`: the first word that names a kind ends the label. */
const parsed = (call: Call, team: Team, text: string): NewField => {
  const words = text.trim().split(/\s+/u);
  const at = words.findIndex((word, index) => index > 0 && fieldKindOf(word) !== null);
  const { errors } = call.locale.t.settings;
  const kind = fieldKindOf(words[at] ?? '');
  if (at < 1 || kind === null) return unclear(call, errors.fieldKind, 'field');
  const label = typedValue(call, readLabel(team), words.slice(0, at).join(' '), 'field');
  const after = words.slice(at + 1);
  const required = isRequiredWord(after.at(-1) ?? '');
  const options = optionsIn((required ? after.slice(0, -1) : after).join(' '));
  const problem = optionsProblem(call, kind, options);
  return problem === null ? { label, kind, options, required } : unclear(call, problem, 'field');
};

const own = z.object({ team: z.int().positive().optional() });

export const FIELD_VERBS = {
  fields: verb({
    effect: 'read',
    args: own,
    run: (call, { team: id }) => {
      const team = teamFor(call, id);
      if (!maySee(call, team)) return refuse('not_your_team');
      const mayChange = call.me.role !== 'rep';
      const card = fieldsCard(call.locale, team, listFields(call.db, team.id), mayChange);
      return [{ kind: 'card', to: 'actor', card }];
    },
  }),

  fieldAdd: verb({
    effect: 'write',
    role: 'manager',
    args: own.extend({ line: z.string() }),
    run: (call, { team: id, line }) => {
      const team = managedTeam(call, id);
      return add(call, team, parsed(call, team, line));
    },
  }),

  fieldForm: verb({
    effect: 'read',
    role: 'manager',
    args: own,
    run: (call, { team: id }) => [
      { kind: 'form', form: fieldForm(call.locale, managedTeam(call, id), {}, {}) },
    ],
  }),

  fieldSave: verb({
    effect: 'write',
    role: 'manager',
    args: own,
    run: (call, { team: id }, values) => {
      const team = managedTeam(call, id);
      const read = new FormReader(call, values);
      const label = read.read('label', readLabel(team));
      const kind = fieldKindOf(read.text('kind'));
      const required = read.read('required', readSwitch);
      const options = optionsIn(read.text('options'));
      if (kind === null) read.errors.kind = call.locale.t.form.choose;
      const problem = kind === null ? null : optionsProblem(call, kind, options);
      if (problem !== null) read.errors.options = problem;
      if (read.failed || label === null || kind === null || required === null) {
        return [{ kind: 'form', form: fieldForm(call.locale, team, values, read.errors) }];
      }
      return add(call, team, { label, kind, options, required });
    },
  }),

  /** Takes a field out of the form, by its label. */
  fieldRetire: verb({
    effect: 'write',
    role: 'manager',
    args: own.extend({ label: z.string() }),
    run: (call, { team: id, label }) => {
      const team = managedTeam(call, id);
      const fields = listFields(call.db, team.id);
      const field = fields.find((each) => folded(each.label) === folded(label));
      if (field !== undefined) return retire(call, team, field);
      const names = fields.map((each) => each.label);
      if (names.length === 0) return refuse('no_fields');
      return refuse('unknown_field', {
        typed: label.slice(0, MAX_LABEL),
        names: call.locale.format.list(names),
      });
    },
  }),

  /** The same by a button. */
  fieldDrop: verb({
    effect: 'write',
    role: 'manager',
    args: z.object({ team: z.int().positive(), field: z.int().positive() }),
    run: (call, { team: id, field: fieldId }) => {
      const team = managedTeam(call, id);
      const field = listFields(call.db, team.id).find((each) => each.id === fieldId);
      return field === undefined ? refuse('stale_button') : retire(call, team, field);
    },
  }),
};
