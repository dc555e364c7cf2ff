// Collaboration: what a member does for colleagues.
import { MILLION, missing, observed, shrunkRate, step, up } from '../measuring.ts';
import type { Metric } from '../metric.ts';

export const COLLABORATION = {
  handoff: {
    dimension: 'collaboration',
    window: 'period',
    unit: 'ratio',
    setting: { weight: 5, nMin: 3, curve: up(0.9, 1), prior: { mean: 0.8, strength: 5 } },
    presets: {},
    measure: (facts, setting) => {
      const { received, onTime, given, noteMillionths } = facts.handoff;
      const taken = shrunkRate(facts, 'handoff', setting, onTime, received);
      const noted = shrunkRate(facts, 'handoff', setting, noteMillionths / MILLION, given);
      const sides = [...(received > 0 ? [taken.rate] : []), ...(given > 0 ? [noted.rate] : [])];
      const { mean, strength } = taken.prior;
      return observed(setting, {
        n: received + given,
        value: sides.reduce((a, b) => a + b, 0) / Math.max(1, sides.length),
        inputs: {
          received,
          onTime,
          given,
          noteMean: given === 0 ? 0 : noteMillionths / MILLION / given,
          priorMean: mean,
          priorStrength: strength,
        },
      });
    },
    steps: (facts) => {
      const { handoff } = facts;
      const { received, onTime, given, noteMillionths } = handoff;
      const count = 1;
      const accepted = { ...handoff, received: received + count, onTime: onTime + count };
      const noted = {
        ...handoff,
        given: given + count,
        noteMillionths: noteMillionths + count * MILLION,
      };
      return [
        ...(received > 0
          ? [step('accept_in_time', { count }, { ...facts, handoff: accepted })]
          : []),
        ...(given > 0 ? [step('hand_over_in_full', { count }, { ...facts, handoff: noted })] : []),
      ];
    },
  },

  sharing: {
    dimension: 'collaboration',
    window: 'period',
    unit: 'ratio',
    setting: { weight: 5, nMin: 1, curve: up(0.5, 0.8) },
    presets: {},
    measure: ({ sharing, soloTeam }, setting) => {
      const { customers, opened } = sharing;
      const seen = {
        n: customers,
        value: customers === 0 ? 0 : opened / customers,
        inputs: { opened, customers },
      };
      return soloTeam ? missing('na', setting.curve, seen) : observed(setting, seen);
    },
    steps: (facts) => {
      const { sharing } = facts;
      const count = Math.min(3, sharing.customers - sharing.opened);
      if (facts.soloTeam || count <= 0) return [];
      const after = { ...facts, sharing: { ...sharing, opened: sharing.opened + count } };
      return [step('share_notes', { count }, after)];
    },
  },
} satisfies Record<string, Metric>;
