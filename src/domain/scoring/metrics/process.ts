// Process: how well the work is prepared and written down.
import { shrink } from '../curves.ts';
import { MILLION, missing, observed, step, up } from '../measuring.ts';
import type { Metric } from '../metric.ts';

/** A manager's checks weigh against this many self-ticked checkpoints. */
const SELF_STRENGTH = 5;

export const PROCESS = {
  intent: {
    dimension: 'process',
    window: 'period',
    unit: 'ratio',
    setting: { weight: 9, nMin: 1, curve: up(0.85, 0.95) },
    presets: {},
    fedBy: 'activeOpportunities',
    measure: ({ book }, setting) => {
      const n = book.active;
      const seen = {
        n,
        value: n === 0 ? 0 : book.fresh / n,
        inputs: { fresh: book.fresh, active: n, ageDays: book.ageDays },
      };
      // Who took over a book two weeks ago cannot have graded all of it.
      return book.ageDays < 14 ? missing('na', setting.curve, seen) : observed(setting, seen);
    },
    steps: (facts) => {
      const { book } = facts;
      const count = Math.min(5, book.active - book.fresh);
      if (count <= 0) return [];
      const after = { ...facts, book: { ...book, fresh: book.fresh + count } };
      return [step('confirm_grades', { count }, after)];
    },
  },

  script: {
    dimension: 'process',
    window: 'period',
    unit: 'ratio',
    setting: { weight: 9, nMin: 5, curve: up(0.8, 0.9) },
    presets: {},
    measure: ({ script }, { curve, nMin }) => {
      const { selfDone, selfApplicable, qaChecks, qaDone, qaApplicable } = script;
      const inputs = { ...script };
      const self = selfApplicable === 0 ? null : selfDone / selfApplicable;
      const checked = qaApplicable === 0 ? null : qaDone / qaApplicable;
      if (checked !== null && (qaChecks >= nMin || self === null)) {
        const value =
          self === null
            ? checked
            : shrink(qaDone, qaApplicable, { mean: self, strength: SELF_STRENGTH });
        const differs = self !== null && Math.abs(self - checked) > 0.25;
        const badges = differs ? (['qa_differs'] as const) : [];
        return observed({ curve, nMin }, { n: qaChecks, value, inputs, badges });
      }
      return observed({ curve, nMin: 1 }, { n: selfApplicable, value: self ?? 0, inputs });
    },
    steps: (facts) => {
      const { script } = facts;
      const count = 5;
      if (script.selfApplicable + script.qaApplicable === 0) return [];
      const after = { ...script };
      if (script.selfApplicable > 0) {
        after.selfDone += count;
        after.selfApplicable += count;
      }
      if (script.qaApplicable > 0) {
        after.qaChecks += 1;
        after.qaDone += count;
        after.qaApplicable += count;
      }
      return [step('follow_script', { count }, { ...facts, script: after })];
    },
  },

  completeness: {
    dimension: 'process',
    window: 'period',
    unit: 'ratio',
    setting: { weight: 12, nMin: 1, curve: up(0.9, 1) },
    presets: {},
    measure: ({ completeness }, setting) => {
      const { sumMillionths, records } = completeness;
      const value = records === 0 ? 0 : sumMillionths / MILLION / records;
      return observed(setting, { n: records, value, inputs: { records, mean: value } });
    },
    steps: (facts) => {
      const { sumMillionths, records } = facts.completeness;
      if (records === 0) return [];
      const count = 5;
      const completeness = {
        sumMillionths: sumMillionths + count * MILLION,
        records: records + count,
      };
      return [step('record_in_full', { count }, { ...facts, completeness })];
    },
  },
} satisfies Record<string, Metric>;
