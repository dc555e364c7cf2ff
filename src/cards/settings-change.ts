// What a change of the settings did, and the trail of all changes.
import type { Card, Field } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { Day, Instant, Zone } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { changeText, press, type SettingChange } from './settings-values.ts';

/**
 * What a change did; what it means for others and from when.
 * @param subject whose settings they are; null for the reader's own
 * @param next `team` or `member` whose settings to show, `restore` for a member who was said to have left
 */
export const changedCard = (
  locale: Locale,
  subject: string | null,
  changes: readonly SettingChange[],
  notes: readonly string[],
  next: { readonly team?: number; readonly member?: number; readonly restore?: number } = {},
): Card => {
  const { t } = locale;
  const { buttons } = t.settings;
  const done = changes.length > 0;
  const title = subject === null ? t.settings.mine : subject;
  const fields: Field[] = changes.map((change) => ({
    label: t.settings.labels[change.key],
    value: [bold(changeText(locale, change))],
  }));
  const said = done ? notes : [t.settings.unchanged];
  const back =
    next.restore !== undefined
      ? [press(buttons.restore, 'restore', { id: next.restore })]
      : next.member !== undefined
        ? [press(buttons.member, 'memberShow', { id: next.member })]
        : next.team !== undefined
          ? [press(buttons.showTeam, 'teamShow', { team: next.team })]
          : [press(buttons.overview, 'show')];
  return {
    locale: t.formatTag,
    title,
    tone: done ? 'good' : 'neutral',
    summary: [
      title,
      ...changes.map((change) => `${t.settings.labels[change.key]} ${changeText(locale, change)}`),
      ...said,
    ].join(' · '),
    blocks: [
      ...(done ? [{ kind: 'fields' as const, fields }] : []),
      ...said.map((text) => ({ kind: 'text' as const, text: [text] })),
      { kind: 'actions', actions: back },
    ],
  };
};

/** Exchange rates, each as a line. */
export const ratesCard = (locale: Locale, lines: readonly string[], currency: string): Card => {
  const { settings } = locale.t;
  const texts = lines.length === 0 ? [settings.noRates({ currency })] : lines;
  return notice(locale, settings.ratesTitle, texts, 'neutral', [
    press(settings.buttons.addRate, 'rateForm'),
  ]);
};

export interface AuditRow {
  readonly at: Instant;
  /** Null: the bot itself. */
  readonly actor: string | null;
  /** Whom or which team it was about. */
  readonly subject: string | null;
  /** Null for what is no setting. */
  readonly change: SettingChange | null;
  /** What was done, e.g. `deal.won`; told where there is no change. */
  readonly action: string;
  /** Its number, when what it holds cannot be read. */
  readonly damaged?: number;
}

/** The newest entries of the audit trail. */
export const auditCard = (
  locale: Locale,
  rows: readonly AuditRow[],
  zone: Zone,
  today: Day,
): Card => {
  const { t, format } = locale;
  const { settings } = t;
  const { audit } = settings;
  if (rows.length === 0) return notice(locale, audit.title, [audit.empty]);
  const deeds: Readonly<Record<string, string>> = audit.deeds;
  const told = ({ subject, change, action, damaged }: AuditRow): Text => {
    const deed = damaged === undefined ? deeds[action] : audit.unreadable({ id: damaged });
    const what =
      change === null
        ? (deed ?? audit.other)
        : `${settings.labels[change.key]}${settings.colon}${changeText(locale, change)}`;
    return subject === null ? [what] : [bold(subject), ` · ${what}`];
  };
  return {
    locale: t.formatTag,
    title: audit.title,
    tone: 'neutral',
    summary: audit.summary({ n: rows.length }),
    blocks: [
      {
        kind: 'rows',
        columns: [
          { label: audit.when, align: 'start' },
          { label: audit.who, align: 'start' },
          { label: audit.what, align: 'start' },
        ],
        rows: rows.map((row) => [
          [format.instant(row.at, zone, today)],
          [row.actor ?? audit.bot],
          told(row),
        ]),
      },
    ],
  };
};
