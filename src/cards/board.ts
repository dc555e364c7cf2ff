// The leaderboard: the team first, then the few who lead, who gained, and what was reached.
import type { Action, Block, Card } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { Board, Corrections, Milestone } from '../domain/board.ts';
import type { Money } from '../domain/money.ts';
import type { Period } from '../domain/period.ts';
import type { Benchmarks, Standing } from '../domain/standing.ts';
import type { Locale } from '../locales/index.ts';

const show = (label: string, period: Period): Action => ({
  label,
  style: 'plain',
  intent: { command: 'leaderboard', verb: 'show', args: { period } },
});

const sums = (locale: Locale, monies: readonly Money[]): string =>
  locale.format.list(monies.map((money) => locale.format.money(money)));

const teamBlocks = (locale: Locale, { team }: Board): Block[] => {
  const { t, format } = locale;
  const texts = t.leaderboard;
  const n = format.number(team.followups);
  const blocks: Block[] = [
    {
      kind: 'progress',
      label: texts.teamProgress,
      ratio: team.target === 0 ? 0 : team.followups / team.target,
      text:
        team.target === 0
          ? texts.noTarget({ n })
          : texts.progress({ n, target: format.number(team.target) }),
    },
  ];
  const deals = team.won.reduce((sum, won) => sum + won.deals, 0);
  const fields = [
    ...(deals === 0
      ? []
      : [
          {
            label: texts.wonThisMonth,
            value: [
              texts.deals({
                n: deals,
                amount: sums(
                  locale,
                  team.won.flatMap(({ money }) => (money === null ? [] : [money])),
                ),
              }),
            ],
          },
        ]),
    ...(team.collected.length === 0
      ? []
      : [{ label: texts.collectedThisMonth, value: [sums(locale, team.collected)] }]),
  ];
  if (fields.length > 0) blocks.push({ kind: 'fields', fields });
  return blocks;
};

const placeBlocks = (locale: Locale, { individual }: Board): Block[] => {
  const { t, format } = locale;
  const texts = t.leaderboard;
  if (!individual.individual) return [{ kind: 'note', text: [texts.noRanking] }];
  if (individual.places.length === 0) return [{ kind: 'note', text: [texts.nobodyYet] }];
  const blocks: Block[] = [
    {
      kind: 'rows',
      columns: [
        { label: texts.rank, align: 'start' },
        { label: texts.name, align: 'start' },
        { label: texts.score, align: 'end' },
      ],
      rows: individual.places.map(({ rank, name, score }): Text[] => [
        [String(rank)],
        [bold(name)],
        [format.score(score)],
      ]),
    },
  ];
  if (individual.more !== null) {
    const { count, score } = individual.more;
    blocks.push({ kind: 'note', text: [texts.more({ n: count, score: format.score(score) })] });
  }
  if (individual.hidden !== null) {
    blocks.push({ kind: 'note', text: [texts.hidden({ n: individual.hidden })] });
  }
  return blocks;
};

const milestoneText = (locale: Locale, milestone: Milestone): string => {
  const { leaderboard } = locale.t;
  switch (milestone.kind) {
    case 'win':
      if (milestone.name === null) return leaderboard.winSomeone;
      return milestone.isFirst
        ? leaderboard.firstWin({ name: milestone.name })
        : leaderboard.win({ name: milestone.name });
    case 'streak':
      return leaderboard.streak(milestone);
  }
};

const lines = (title: string, texts: readonly string[]): Block[] =>
  texts.length === 0
    ? []
    : [
        { kind: 'text', text: [bold(title)] },
        ...texts.map((text): Block => ({ kind: 'text', text: [text] })),
      ];

const SHOWN = 5;

const firstOf = ({ t }: Locale, texts: readonly string[]): readonly string[] =>
  texts.length <= SHOWN
    ? texts
    : [...texts.slice(0, SHOWN), t.common.more({ n: texts.length - SHOWN })];

const improvedLines = (locale: Locale, { improved }: Board): string[] =>
  improved.map(({ name, delta }) =>
    locale.t.leaderboard.improved({ name, delta: locale.format.score(delta) }),
  );

const titleOf = ({ t, format }: Locale, team: string, board: Board): string =>
  t.leaderboard.title[board.period]({ team, day: format.day(board.asOf) });

const summaryOf = (locale: Locale, title: string, { team, individual }: Board): string => {
  const { t, format } = locale;
  const [first] = individual.places;
  return [
    title,
    `${t.leaderboard.teamProgress} ${format.number(team.followups)}`,
    ...(first === undefined ? [] : [`${first.name} ${format.score(first.score)}`]),
  ].join(' · ');
};

/** The board as the team's channel sees it. @param extra what stands below its milestones */
export const boardCard = (
  locale: Locale,
  team: string,
  board: Board,
  extra: readonly Block[] = [],
): Card => {
  const { t } = locale;
  const title = titleOf(locale, team, board);
  return {
    locale: t.formatTag,
    title,
    tone: board.milestones.some(({ kind }) => kind === 'win') ? 'celebrate' : 'neutral',
    summary: summaryOf(locale, title, board),
    blocks: [
      ...teamBlocks(locale, board),
      ...placeBlocks(locale, board),
      ...lines(t.leaderboard.improvedTitle, improvedLines(locale, board)),
      ...lines(
        t.leaderboard.milestones,
        firstOf(
          locale,
          board.milestones.map((milestone) => milestoneText(locale, milestone)),
        ),
      ),
      ...extra,
      { kind: 'note', text: [t.leaderboard.rules] },
    ],
  };
};

const correctionBlocks = (locale: Locale, corrections: Corrections | null): Block[] => {
  const { t, format } = locale;
  const texts = t.leaderboard;
  if (corrections === null) return [];
  const { followups, places } = corrections;
  const changed = [
    ...(followups === null
      ? []
      : [
          texts.corrected({
            what: texts.teamProgress,
            posted: format.number(followups.posted),
            now: format.number(followups.now),
          }),
        ]),
    ...places.map(({ name, posted, now }) =>
      texts.corrected({
        what: name,
        posted: format.score(posted),
        now: now === null ? t.common.none : format.score(now),
      }),
    ),
  ];
  return changed.length === 0
    ? []
    : [{ kind: 'note', text: [texts.corrections({ changes: changed.join(' · ') })] }];
};

/** The board with the asker's own row below, for their eyes only. */
export const privateBoardCard = (
  locale: Locale,
  team: string,
  board: Board,
  view: {
    readonly own: Standing | null;
    readonly benchmarks: Benchmarks;
    /** What differs from the board posted today; null when none was. */
    readonly corrections: Corrections | null;
    /** Whether the asker may post it. */
    readonly mayPost: boolean;
    /** As of {@link boardCard}. */
    readonly extra?: readonly Block[];
  },
): Card => {
  const { t, format } = locale;
  const texts = t.leaderboard;
  const { own } = view;
  const publicCard = boardCard(locale, team, board, view.extra);
  const own_ = (): string[] => {
    if (own === null) return [];
    if (!own.seller) return [texts.notRanked];
    const { top10, top25, top50 } = view.benchmarks;
    const marks = [
      top10 === null ? null : t.score.line10({ score: format.score(top10) }),
      top25 === null ? null : t.score.line25({ score: format.score(top25) }),
      top50 === null ? null : t.score.line50({ score: format.score(top50) }),
    ].filter((line) => line !== null);
    return [
      own.score === null
        ? texts.yourNone
        : texts.yourScore({
            score: format.score(own.score),
            period: t.score.period[board.period],
          }),
      ...(own.optedOut ? [texts.optedOut] : own.newHire ? [texts.newHire] : []),
      ...(marks.length === 0 ? [] : [`${t.score.lines}: ${marks.join(' · ')}`]),
    ];
  };
  const others = (
    [
      [texts.buttons.today, 'day'],
      [texts.buttons.week, 'week'],
      [texts.buttons.month, 'month'],
    ] as const
  ).filter(([, period]) => period !== board.period);
  return {
    ...publicCard,
    tone: 'neutral',
    blocks: [
      ...publicCard.blocks,
      ...lines(texts.yours, own_()),
      ...correctionBlocks(locale, view.corrections),
      {
        kind: 'actions',
        actions: [
          ...(view.mayPost
            ? [
                {
                  label: texts.buttons.post,
                  style: 'primary' as const,
                  intent: {
                    command: 'leaderboard',
                    verb: 'post',
                    args: { period: board.period },
                  },
                },
              ]
            : []),
          {
            label: texts.buttons.why,
            style: 'plain',
            intent: { command: 'score', verb: 'show', args: { period: board.period } },
          },
          ...others.map(([label, period]) => show(label, period)),
        ],
      },
    ],
  };
};

/** Who gained most over their usual week. */
export const improvedCard = (locale: Locale, team: string, board: Board): Card => {
  const { t } = locale;
  const texts = improvedLines(locale, board);
  return {
    locale: t.formatTag,
    title: `${team} · ${t.leaderboard.improvedTitle}`,
    tone: texts.length > 0 ? 'good' : 'neutral',
    summary: [t.leaderboard.improvedTitle, ...texts].join(' · '),
    blocks: (texts.length > 0 ? texts : [t.leaderboard.nobodyImproved]).map(
      (text): Block => ({ kind: 'text', text: [text] }),
    ),
  };
};

/** All teams side by side, by progress towards their own target. */
export const teamsCard = (
  locale: Locale,
  teams: readonly {
    readonly name: string;
    readonly board: { readonly team: Pick<Board['team'], 'followups' | 'target'> };
  }[],
): Card => {
  const { t, format } = locale;
  const texts = t.leaderboard;
  return {
    locale: t.formatTag,
    title: texts.teams,
    tone: 'neutral',
    summary: [texts.teams, ...teams.map(({ name }) => name)].join(' · '),
    blocks: [
      ...teams.slice(0, 10).map(
        ({ name, board: { team } }): Block => ({
          kind: 'progress',
          label: name,
          ratio: team.target === 0 ? 0 : team.followups / team.target,
          text: texts.progress({
            n: format.number(team.followups),
            target: format.number(team.target),
          }),
        }),
      ),
      ...(teams.length > 10
        ? [{ kind: 'note' as const, text: [t.common.more({ n: teams.length - 10 })] }]
        : []),
    ],
  };
};
