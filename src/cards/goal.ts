// Goals of the month: how far, and whether the pace is enough.
import type { Block, Card } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import { majorOf, moneyOf } from '../domain/money.ts';
import { type GoalProgress, isReached, paceOf } from '../domain/recognition/goal.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';

export interface GoalView {
  readonly team: string;
  /** A day of the month. */
  readonly month: Day;
  readonly ofTeam: GoalProgress | null;
  readonly own: GoalProgress | null;
  /** Those of the team who have a goal, for whoever sets them; else null. */
  readonly members: readonly { readonly name: string; readonly progress: GoalProgress }[] | null;
}

/** Names in a table; a card of more is refused by some platforms. */
const SHOWN = 20;

const ratioOf = ({ won, target }: GoalProgress): number => won.money.minor / target.minor;

const paceText = ({ t, format }: Locale, progress: GoalProgress): string => {
  const { won, target, elapsed, workdays } = progress;
  const missing = target.minor - won.money.minor;
  if (isReached(won.money.minor, target.minor)) return t.goal.reached;
  const ratio = paceOf(progress);
  const money = (minor: number) => format.money({ minor, currency: target.currency });
  if (ratio === null) return t.goal.noPace({ left: money(missing) });
  const pace = format.percent(ratio);
  if (ratio >= 1) return t.goal.onPace({ pace });
  const days = workdays - elapsed;
  const left = { minor: days === 0 ? missing : missing / days, currency: target.currency };
  // What is to be done is said in whole units, and is enough.
  const whole = moneyOf(Math.ceil(majorOf(left)), target.currency);
  return t.goal.behind({ pace, left: format.money(whole), days });
};

const progressBlocks = (locale: Locale, label: string, progress: GoalProgress): Block[] => {
  const { t, format } = locale;
  const { won, target, elapsed, workdays } = progress;
  const ratio = ratioOf(progress);
  const text = t.goal.progress({
    won: format.money(won.money),
    target: format.money(target),
    ratio: format.percent(ratio),
  });
  const notes = [
    t.goal.days({ elapsed, workdays }),
    paceText(locale, progress),
    ...(won.others.length === 0
      ? []
      : [t.goal.others({ sums: format.list(won.others.map(format.money)) })]),
  ];
  return [
    { kind: 'progress', label, ratio, text },
    { kind: 'note', text: [notes.join(' ')] },
  ];
};

const memberBlocks = ({ t, format }: Locale, members: GoalView['members']): Block[] => {
  if (members === null || members.length === 0) return [];
  const texts = t.goal;
  const rows = members
    .slice(0, SHOWN)
    .map(({ name, progress }): Text[] => [
      [bold(name)],
      [format.money(progress.won.money)],
      [format.money(progress.target)],
      [format.percent(ratioOf(progress))],
    ]);
  const more = members.length - rows.length;
  return [
    { kind: 'text', text: [bold(texts.members)] },
    {
      kind: 'rows',
      columns: [
        { label: texts.member, align: 'start' },
        { label: texts.wonSoFar, align: 'end' },
        { label: texts.target, align: 'end' },
        { label: '%', align: 'end' },
      ],
      rows,
    },
    ...(more === 0 ? [] : [{ kind: 'note' as const, text: [t.common.more({ n: more })] }]),
  ];
};

/** What the asker may see of the month's goals, and how one is set where there is none. */
export const goalCard = (locale: Locale, view: GoalView): Card => {
  const { t, format } = locale;
  const { ofTeam, own, members } = view;
  const title = t.goal.title({ month: format.month(view.month) });
  const [, team = '', member = ''] = t.goal.examples;
  const how = members === null ? t.goal.askManager : t.goal.howToSet({ team, member });
  const missing = [
    ...(ofTeam === null ? [t.goal.none] : []),
    ...(own === null && members === null ? [t.goal.noneOwn] : []),
    ...(ofTeam === null || (own === null && members === null) ? [how] : []),
  ];
  const ofTeamLabel = t.goal.ofTeam({ team: view.team });
  const blocks: Block[] = [
    ...(ofTeam === null ? [] : progressBlocks(locale, ofTeamLabel, ofTeam)),
    ...(own === null ? [] : progressBlocks(locale, t.goal.yours, own)),
    ...memberBlocks(locale, members),
    ...(missing.length === 0 ? [] : [{ kind: 'note' as const, text: [missing.join(' ')] }]),
  ];
  const ratio = ofTeam === null ? t.goal.none : format.percent(ratioOf(ofTeam));
  return {
    locale: t.formatTag,
    title,
    tone: 'neutral',
    summary: `${title} · ${ratio}`,
    blocks,
  };
};
