import { expect, test } from 'vitest';
import { CAST, DEMO_SEED } from '../../../adapters/demo/cast.ts';
import { generate } from '../../../adapters/demo/generate/index.ts';
import { between } from '../../../adapters/demo/slice.ts';
import { STANDARD_SHIFTS } from '../../../src/domain/calendar.ts';

const keysOf = (rows: readonly { readonly key: string }[]): Set<string> =>
  new Set(rows.map(({ key }) => key));

test.each(CAST.flatMap(({ members }) => members.map(({ key }) => key)))(
  'whatever happens once %s has left happens with a customer there is',
  (gone) => {
    let happened = 0;
    for (const { zone, currency, calendar, members } of CAST) {
      const data = generate({
        seed: DEMO_SEED,
        endDay: '2026-11-20',
        workdays: 60,
        zone,
        currency,
        calendar: { kind: calendar, exceptions: {}, shifts: STANDARD_SHIFTS },
        members,
      });
      const slice = between(data, 0, Number.POSITIVE_INFINITY, (key) => key !== gone);
      const customers = keysOf(slice.customers);
      const followups = keysOf(slice.followups);
      happened += slice.followups.length;
      expect(slice.followups.filter(({ customerKey }) => !customers.has(customerKey))).toEqual([]);
      expect(slice.leads.filter(({ customerKey }) => !customers.has(customerKey))).toEqual([]);
      expect(slice.customers.filter(({ ownerKey }) => ownerKey === gone)).toEqual([]);
      expect(slice.shares.filter(({ followupKey }) => !followups.has(followupKey))).toEqual([]);
    }
    expect(happened).toBeGreaterThan(0);
  },
);
