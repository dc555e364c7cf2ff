// Behaviour: what a member does day by day, capped so that volume alone never pays.
import { CHANNELS, type Channel } from '../../parsing/codes.ts';
import { applyCurve, type Curve, scaleCurve } from '../curves.ts';
import { effectiveKinds } from '../diversity.ts';
import type { LeadKind, ResponseItem } from '../facts.ts';
import { countedAt, missing, observed, owed, step, up, wait } from '../measuring.ts';
import type { Metric, MetricSetting } from '../metric.ts';
import { quantile } from '../quantile.ts';

const perDay = (target: number): { curve: Curve } => ({ curve: { kind: 'sat', target } });

/** Business minutes by how the customer came to wait. */
const INBOUND = wait(5, 30, 960);
const ASSIGNED = wait(30, 240, 2400);
const REQUEST = wait(60, 480, 2400);
const waits = (inbound: Curve, assigned: Curve) => ({
  curve: inbound,
  variants: { assigned, request: REQUEST } satisfies Partial<Record<LeadKind, Curve>>,
});

const sum = (counts: Readonly<Record<Channel, number>>): number =>
  CHANNELS.reduce((total, channel) => total + counts[channel], 0);

const waitCurve = (setting: MetricSetting, kind: LeadKind): Curve =>
  setting.variants?.[kind] ?? setting.curve;

/** Whether a customer still waits within the target: too early to judge. */
const isPending = (setting: MetricSetting, item: ResponseItem): boolean =>
  !item.answered && item.minutes <= waitCurve(setting, item.kind).target;

/** The mean of the scores, not the score of the mean: one forgotten lead must not own the number. */
const meanScore = (setting: MetricSetting, items: readonly ResponseItem[]): number =>
  items.reduce((all, { kind, minutes }) => all + applyCurve(waitCurve(setting, kind), minutes), 0) /
  items.length;

export const BEHAVIOUR = {
  followups: {
    dimension: 'behaviour',
    window: 'period',
    unit: 'count',
    setting: { weight: 8, nMin: 1, ...perDay(10) },
    presets: {
      telesales: perDay(25),
      field_smb: perDay(6),
      mid_market: perDay(6),
      enterprise: perDay(3),
      consultant: perDay(8),
    },
    measure: (facts, setting) => {
      const counted = sum(facts.followups);
      const asked = facts.eligibleDays * facts.rampFactor;
      const inputs = {
        counted,
        eligibleDays: facts.eligibleDays,
        windowDays: facts.windowDays,
        perDay: setting.curve.target,
        ramp: facts.rampFactor,
        target: setting.curve.target * asked,
      };
      if (asked <= 0) return missing('na', setting.curve, { n: counted, inputs });
      const curve = scaleCurve(setting.curve, asked);
      const seen = countedAt(
        curve,
        { n: counted, value: counted, inputs },
        applyCurve(curve, counted),
      );
      return counted === 0 ? owed(seen) : seen;
    },
    steps: (facts, setting) => {
      const counted = sum(facts.followups);
      const target = setting.curve.target * facts.eligibleDays * facts.rampFactor;
      const count = Math.min(5, Math.ceil(target - counted));
      // Beyond the target more of the same is no advice worth giving.
      if (count <= 0) return [];
      const followups = { ...facts.followups };
      if (counted === 0) followups.phone = count;
      // In the same mix as so far, so that the gain is the count's alone.
      else for (const channel of CHANNELS) followups[channel] *= (counted + count) / counted;
      return [step('log_followups', { count }, { ...facts, followups })];
    },
  },

  response: {
    dimension: 'behaviour',
    window: 'period',
    unit: 'minutes',
    setting: { weight: 8, nMin: 1, ...waits(INBOUND, ASSIGNED) },
    presets: {
      telesales: waits(INBOUND, INBOUND),
      field_smb: waits(ASSIGNED, ASSIGNED),
      mid_market: waits(ASSIGNED, ASSIGNED),
      enterprise: waits(REQUEST, REQUEST),
      consultant: waits(INBOUND, INBOUND),
    },
    fedBy: 'inboundLeads',
    measure: (facts, setting) => {
      const judged = facts.responses.filter((item) => !isPending(setting, item));
      const minutes = judged.map((item) => item.minutes);
      const none = judged.length === 0;
      const answered = judged.filter((item) => item.answered).length;
      const inputs = {
        median: none ? 0 : quantile(minutes, 0.5),
        p90: none ? 0 : quantile(minutes, 0.9),
        answered,
        unanswered: judged.length - answered,
        pending: facts.responses.length - judged.length,
      };
      const { curve, nMin } = setting;
      if (none) return missing('na', curve, { n: facts.responses.length, inputs });
      const seen = { n: judged.length, value: inputs.median, inputs };
      if (seen.n < nMin) return missing('few', curve, seen, seen.value);
      return countedAt(curve, seen, meanScore(setting, judged));
    },
    steps: (facts, setting) => {
      const { responses } = facts;
      const waiting = responses.filter((item) => isPending(setting, item)).length;
      const last = responses.at(-1);
      if (last === undefined) return [];
      const curve = waitCurve(setting, last.kind);
      const judged = responses.filter((item) => !isPending(setting, item));
      const good = judged.length > 0 && meanScore(setting, judged) >= 80;
      const minutes = good && curve.kind === 'wait' ? curve.best : curve.target;
      const quick: ResponseItem = { kind: last.kind, minutes, answered: true };
      const answerAll = (item: ResponseItem) =>
        isPending(setting, item) ? { ...item, answered: true } : item;
      return [
        ...(waiting > 0
          ? [
              step(
                'answer_waiting',
                { count: waiting },
                { ...facts, responses: responses.map(answerAll) },
              ),
            ]
          : []),
        step(
          'answer_within',
          { count: 2, minutes },
          { ...facts, responses: [...responses, quick, quick] },
        ),
      ];
    },
  },

  diversity: {
    dimension: 'behaviour',
    window: 'period',
    unit: 'kinds',
    setting: { weight: 4, nMin: 8, curve: up(2, 3, 1) },
    // Who only ever telephones is not to be marked down for it.
    presets: { telesales: { weight: 0 } },
    measure: (facts, setting) => {
      const counts = CHANNELS.map((channel) => facts.followups[channel]);
      const n = sum(facts.followups);
      const inputs = {
        counted: n,
        used: counts.filter((count) => count > 0).length,
        permitted: facts.permittedChannels,
      };
      const seen = { n, value: effectiveKinds(counts), inputs };
      if (facts.permittedChannels < 2) return missing('na', setting.curve, seen);
      return observed(setting, seen);
    },
    steps: (facts) => {
      const [first, second] = [...CHANNELS].sort((a, b) => facts.followups[b] - facts.followups[a]);
      if (facts.permittedChannels < 2 || first === undefined || second === undefined) return [];
      if (facts.followups[first] === 0) return [];
      const count = 3;
      const followups = { ...facts.followups, [second]: facts.followups[second] + count };
      return [step('use_other_channel', { count, instead: first }, { ...facts, followups })];
    },
  },
} satisfies Record<string, Metric>;
