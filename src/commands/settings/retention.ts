// How long things are kept: for admins, since it is the company's to decide.
import { z } from 'zod';
import { changedCard } from '../../cards/settings-change.ts';
import { retentionForm, retentionText } from '../../cards/settings-retention.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { changeRetention, type Retention, readRetention } from '../../store/retention.ts';
import { type Call, verb } from '../command.ts';
import { audited } from './change.ts';
import { FormReader, type Reader, typedValue, unclear } from './read.ts';
import { firstWord, folded } from './words.ts';

/** Fifty years. */
const MAX_MONTHS = 600;
/** Shorter, and a delivery that comes again would be taken for a new one. */
const MIN_DAYS = 2;
const MAX_DAYS = 3650;

const FOR_EVER = ['forever', 'ever', 'always', 'all', '永久', '一直', '永远'];
const NOTES = ['notes', 'note', '原话', '文字', '备注'];
const LOGS = ['logs', 'log', '日志', '日誌'];

const wholeIn = (text: string, min: number, max: number): number | null => {
  const typed = text.normalize('NFKC').trim();
  const number = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN;
  return number >= min && number <= max ? number : null;
};

const readMonths: Reader<number | null> = ({ locale }, text) => {
  if (FOR_EVER.includes(folded(text))) return { value: null };
  const value = wholeIn(text, 1, MAX_MONTHS);
  return value === null
    ? { error: locale.t.settings.errors.months({ max: MAX_MONTHS }) }
    : { value };
};

const readDays: Reader<number> = ({ locale }, text) => {
  const value = wholeIn(text, MIN_DAYS, MAX_DAYS);
  return value === null
    ? { error: locale.t.settings.errors.days({ min: MIN_DAYS, max: MAX_DAYS }) }
    : { value };
};

const change = (call: Call, after: Retention): Reply[] => {
  const { locale, db } = call;
  const before = readRetention(db);
  const isNew = before.notes !== after.notes || before.logs !== after.logs;
  if (isNew) {
    changeRetention(db, after);
    audited(call, 'setting.retention', 'workspace', before, after);
  }
  const told = (value: Retention) => retentionText(locale, value);
  const changes = isNew
    ? [{ key: 'retention' as const, before: told(before), after: told(after) }]
    : [];
  const { labels, notes } = locale.t.settings;
  const card = changedCard(locale, labels.retention, changes, [notes.retention]);
  return [{ kind: 'card', to: 'actor', card }];
};

const form = (call: Call, values: Values, errors: Record<string, string> = {}): Reply[] => [
  { kind: 'form', form: retentionForm(call.locale, readRetention(call.db), values, errors) },
];

export const RETENTION_VERBS = {
  retentionForm: verb({
    effect: 'read',
    role: 'admin',
    args: z.object({}),
    run: (call) => form(call, {}),
  }),

  retentionSave: verb({
    effect: 'write',
    role: 'admin',
    args: z.object({}),
    run: (call, _args, values) => {
      const read = new FormReader(call, values);
      const notes = read.text('notes') === '' ? null : read.read('notes', readMonths);
      const logs = read.read('logs', readDays);
      return read.failed || logs === null
        ? form(call, values, read.errors)
        : change(call, { notes, logs });
    },
  }),

  /** `notes 24`, `notes forever`, `logs 90`. */
  retention: verb({
    effect: 'write',
    role: 'admin',
    args: z.object({ line: z.string() }),
    run: (call, { line }) => {
      const [word, value] = firstWord(line);
      const now = readRetention(call.db);
      if (NOTES.includes(folded(word))) {
        return change(call, { ...now, notes: typedValue(call, readMonths, value, 'retention') });
      }
      if (LOGS.includes(folded(word))) {
        return change(call, { ...now, logs: typedValue(call, readDays, value, 'retention') });
      }
      return unclear(call, call.locale.t.settings.errors.retention, 'retention');
    },
  }),
};
