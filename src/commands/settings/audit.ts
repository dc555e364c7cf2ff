// The audit trail in words.
import { z } from 'zod';
import { type AuditRow, auditCard } from '../../cards/settings-change.ts';
import { rulesText } from '../../cards/settings-recognition.ts';
import { retentionText } from '../../cards/settings-retention.ts';
import type { SettingKey, SettingValue } from '../../cards/settings-values.ts';
import { rulesIn } from '../../domain/recognition/settings.ts';
import { ROLES } from '../../domain/role.ts';
import { type AuditLine, latestAudit } from '../../store/audit.ts';
import { findMember } from '../../store/member.ts';
import { findTeam } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { teamName } from './change.ts';
import { rateText } from './rates.ts';

const SHOWN = 20;

type Read = (call: Call, value: unknown, entry: AuditLine) => SettingValue;

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const days = z.object({ from: z.string(), to: z.string() });
const holiday = days.extend({
  kind: z.enum(['off', 'work', 'clear']),
  note: z.string().optional(),
});
const leave = days.extend({ away: z.boolean() });
const labelled = z.object({ label: z.string() });
const joined = z.object({ role: z.enum(ROLES) });

const plainly: Read = (_call, value) => scalar.safeParse(value).data ?? null;
const isSet: Read = (_call, value) => value !== null;
const ofTeam: Read = (call, value) => teamName(call, scalar.safeParse(value).data ?? null);
const label: Read = (_call, value) => labelled.safeParse(value).data?.label ?? null;
const rate: Read = (_call, value, { subject }) =>
  rateText(subject.slice('rate:'.length), z.number().safeParse(value).data ?? null);

const span = (call: Call, { from, to }: { from: string; to: string }) => {
  const { format } = call.locale;
  const year = call.today;
  return { from: format.day(from, year), to: to === from ? null : format.day(to, year) };
};

const kept = z.object({ notes: z.int().nullable(), logs: z.int() });
const inRetention: Read = (call, value) => {
  const found = kept.safeParse(value).data;
  return found === undefined ? null : retentionText(call.locale, found);
};

const inRules: Read = (call, value) => {
  const found = rulesIn(value);
  return found === null ? null : rulesText(call.locale, found);
};

const inHolidays: Read = (call, value) => {
  const found = holiday.safeParse(value).data;
  if (found === undefined) return null;
  const { kind, note = '' } = found;
  return call.locale.t.settings.holidayValue({ ...span(call, found), kind, note });
};

const inLeave: Read = (call, value) => {
  const found = leave.safeParse(value).data;
  return found === undefined
    ? null
    : call.locale.t.settings.leaveValue({ ...span(call, found), away: found.away });
};

/** How each action is told: the setting it changed, and how its values are read. */
const ACTIONS: Readonly<Record<string, readonly [SettingKey, Read]>> = {
  'team.name': ['name', plainly],
  'team.channel': ['channel', isSet],
  'team.postAt': ['postAt', plainly],
  'team.morningAt': ['morningAt', plainly],
  'team.zone': ['zone', plainly],
  'team.currency': ['currency', plainly],
  'team.locale': ['locale', plainly],
  'team.calendar': ['calendar', plainly],
  'team.posts': ['posts', plainly],
  'team.recognition': ['recognition', inRules],
  'team.added': ['added', plainly],
  'team.holiday': ['holiday', inHolidays],
  'team.fieldAdded': ['field', label],
  'team.fieldRetired': ['field', label],
  'setting.rate': ['rate', rate],
  'setting.retention': ['retention', inRetention],
  'member.joined': ['cameIn', (_call, value) => joined.safeParse(value).data?.role ?? null],
  'member.role': ['role', plainly],
  'member.teamId': ['team', ofTeam],
  'member.seller': ['seller', plainly],
  'member.joinedOn': ['joinedOn', plainly],
  'member.leftOn': ['leftOn', plainly],
  'member.optedOut': ['optedOut', plainly],
  'member.praised': ['praised', plainly],
  'member.leave': ['leave', inLeave],
};

const subjectOf = (call: Call, subject: string): string | null => {
  const [kind, id] = subject.split(':');
  if (kind === 'member') return findMember(call.db, Number(id))?.name ?? null;
  return kind === 'team' ? (findTeam(call.db, Number(id))?.name ?? null) : null;
};

const rowOf = (call: Call, entry: AuditLine): AuditRow => {
  const { at, actor, action, before, after } = entry;
  const subject = subjectOf(call, entry.subject);
  if (entry.unreadable) return { at, actor, subject, action, change: null, damaged: entry.id };
  const known = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (known === undefined) return { at, actor, subject, action, change: null };
  const [key, read] = known;
  const change = { key, before: read(call, before, entry), after: read(call, after, entry) };
  return { at, actor, subject, action, change };
};

export const AUDIT_VERBS = {
  audit: verb({
    effect: 'read',
    role: 'admin',
    args: z.object({}),
    run: (call) => {
      const rows = latestAudit(call.db, SHOWN).map((entry) => rowOf(call, entry));
      const card = auditCard(call.locale, rows, call.zone, call.today);
      return [{ kind: 'card', to: 'actor', card }];
    },
  }),
};
