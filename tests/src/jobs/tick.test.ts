// Once a local day, whatever clocks, zones, restarts and failures do.
import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../../../adapters/sqlite/file.ts';
import { latestDue } from '../../../src/domain/schedule.ts';
import { addDays, dayOf, HOUR, instantOf, MINUTE } from '../../../src/domain/time.ts';
import type { Due, Job } from '../../../src/jobs/job.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { latest } from '../../../src/store/occurrence.ts';
import { occurrence } from '../../../src/store/schema/delivery.ts';
import { setting } from '../../../src/store/schema/people.ts';
import type { Workspace } from '../../../src/store/workspace.ts';
import { temporaryFolder } from '../../adapters/sqlite/folder.ts';

const path = temporaryFolder();
let files = 0;

const withWorkspace = async (work: (workspace: Workspace) => Promise<void>): Promise<void> => {
  files += 1;
  const workspace = openWorkspace(path(`${files}.sqlite`));
  try {
    await work(workspace);
  } finally {
    await workspace.close();
  }
};

const rows = (workspace: Workspace) =>
  workspace
    .read((db) => db.select().from(occurrence).orderBy(occurrence.day, occurrence.scope).all())
    .map(({ kind, scope, day, state }) => `${kind} ${scope} ${day} ${state}`);

/** A job due daily at a local time; notes each run as `<scope> <day>`. */
const daily = (
  name: string,
  zones: Readonly<Record<string, string>>,
  clock: string,
  runs: string[],
): Job => ({
  name,
  due: (_db, now) =>
    Object.entries(zones).flatMap(([scope, zone]) => {
      const due = latestDue(clock, zone, now, () => true);
      return due === null ? [] : [{ scope, ...due }];
    }),
  run: (_db, { scope, day }) => {
    runs.push(`${scope} ${day}`);
  },
});

const never = (error: unknown): void => {
  throw error;
};

describe('tick', () => {
  it('runs what is due once a local day, not before its time and not again', () =>
    withWorkspace(async (workspace) => {
      const runs: string[] = [];
      // 18:00 in Shanghai is 10:00 UTC; 18:00 in New York is 22:00 UTC (daylight saving).
      const job = daily('board', { sh: 'Asia/Shanghai', ny: 'America/New_York' }, '18:00', runs);
      const at = Date.UTC(2026, 5, 10, 9, 59);
      await tick(workspace, [job], at, never);
      expect(runs).toEqual([]);
      expect(rows(workspace)).toEqual([
        'board ny 2026-06-09 skipped',
        'board sh 2026-06-09 skipped',
      ]);
      expect(await tick(workspace, [job], at + MINUTE, never)).toEqual({
        done: 1,
        skipped: 0,
        failed: 0,
      });
      await Promise.all([1, 2, 3].map((n) => tick(workspace, [job], at + n * MINUTE, never)));
      expect(runs).toEqual(['sh 2026-06-10']);
      await tick(workspace, [job], at + 12 * HOUR + MINUTE, never);
      expect(runs).toEqual(['sh 2026-06-10', 'ny 2026-06-10']);
    }));

  it('the local date counts, not the date in UTC', () =>
    withWorkspace(async (workspace) => {
      const runs: string[] = [];
      const job = daily('board', { ap: 'Pacific/Apia', la: 'America/Los_Angeles' }, '08:00', runs);
      // 08:00 on the 11th in Apia (UTC+13) is 19:00 on the 10th in UTC.
      for (let at = Date.UTC(2026, 5, 10, 0); at < Date.UTC(2026, 5, 12, 0); at += HOUR) {
        await tick(workspace, [job], at, never);
      }
      expect(runs).toEqual(['la 2026-06-10', 'ap 2026-06-11', 'la 2026-06-11', 'ap 2026-06-12']);
    }));

  it('what was missed is made up for within the grace, and only the newest', () =>
    withWorkspace(async (workspace) => {
      const runs: string[] = [];
      const job = daily('board', { sh: 'Asia/Shanghai' }, '18:00', runs);
      const due = instantOf('2026-06-10', '18:00', 'Asia/Shanghai');
      await tick(workspace, [job], due + 4 * HOUR, never);
      await tick(workspace, [job], due + 24 * HOUR + 4 * HOUR + 1, never);
      await tick(workspace, [job], due + 9 * 24 * HOUR, never);
      expect(runs).toEqual(['sh 2026-06-10', 'sh 2026-06-19']);
      expect(rows(workspace)).toEqual([
        'board sh 2026-06-10 done',
        'board sh 2026-06-11 skipped',
        'board sh 2026-06-19 done',
      ]);
    }));

  it('a new day is too late, however short the delay', () =>
    withWorkspace(async (workspace) => {
      const runs: string[] = [];
      const job = daily('board', { sh: 'Asia/Shanghai' }, '22:00', runs);
      const midnight = instantOf('2026-06-11', '00:00', 'Asia/Shanghai');
      await tick(workspace, [job], midnight - 24 * HOUR - 1, never);
      await tick(workspace, [job], midnight, never);
      expect(runs).toEqual(['sh 2026-06-09']);
      expect(rows(workspace).at(-1)).toBe('board sh 2026-06-10 skipped');
    }));

  it('of several days a job names for a scope, the newest runs and the others are skipped', () =>
    withWorkspace(async (workspace) => {
      const runs: string[] = [];
      const due = (day: string, dueAt: number): Due => ({ scope: '', day, dueAt, graceMs: HOUR });
      const job: Job = {
        name: 'many',
        due: () =>
          [due('2026-06-10', 10), due('2026-06-12', 12), due('2026-06-11', 11)].concat(
            due('2026-06-13', 99),
          ),
        run: (_db, { day }) => {
          runs.push(day);
        },
      };
      expect(await tick(workspace, [job], 50, never)).toEqual({ done: 1, skipped: 2, failed: 0 });
      expect(runs).toEqual(['2026-06-12']);
    }));

  it('a job that fails stops no other, is reported, leaves nothing, and is tried again', () =>
    withWorkspace(async (workspace) => {
      const reported: string[] = [];
      const due: Due = { scope: '1', day: '2026-06-10', dueAt: 0, graceMs: HOUR };
      let broken = true;
      const job = (name: string, run: Job['run']): Job => ({ name, due: () => [due], run });
      const jobs: Job[] = [
        {
          name: 'blind',
          due: () => {
            throw new Error('cannot see');
          },
          run: () => {},
        },
        job('broken', (db) => {
          db.insert(setting).values({ key: 'effect', value: 1 }).run();
          if (broken) throw new Error('cannot do');
        }),
        job('fine', () => {}),
      ];
      const report = (error: unknown, name: string, scope: string): void => {
        reported.push(`${name} ${scope}: ${String(error)}`);
      };
      expect(await tick(workspace, jobs, 1, report)).toEqual({ done: 1, skipped: 0, failed: 2 });
      expect(reported).toEqual(['blind : Error: cannot see', 'broken 1: Error: cannot do']);
      expect(rows(workspace)).toEqual(['fine 1 2026-06-10 done']);
      expect(workspace.read((db) => db.select().from(setting).all())).toEqual([]);
      broken = false;
      expect(await tick(workspace, jobs, 2, report)).toMatchObject({ done: 1 });
      expect(workspace.read((db) => latest(db, 'broken', '1')?.state)).toBe('done');
    }));

  it('a clock that jumps forth and back adds no second occurrence of any day', () =>
    withWorkspace(async (workspace) => {
      const runs: string[] = [];
      const job = daily('board', { ny: 'America/New_York' }, '01:30', runs);
      // 2027-11-07 has 01:30 twice in New York.
      const start = Date.UTC(2027, 10, 5);
      for (let n = 0; n < 24 * 5; n += 1) {
        const jump = [0, 0, -2 * HOUR, 0, 90 * MINUTE, 0, -HOUR][n % 7] ?? 0;
        await tick(workspace, [job], start + n * HOUR + jump, never);
      }
      expect(runs).toEqual(['05', '06', '07', '08', '09'].map((day) => `ny 2027-11-${day}`));
    }));
});

/** Local date and time as the platform's own tables say, independently of our arithmetic. */
const localOf = (zone: string): ((at: number) => { day: string; clock: string }) => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => {
    const [day = '', clock = ''] = format.format(at).split(', ');
    return { day, clock };
  };
};

describe('latestDue', () => {
  const cases: readonly (readonly [zone: string, clock: string])[] = [
    ['Asia/Shanghai', '18:00'],
    ['America/New_York', '02:30'],
    ['America/New_York', '01:30'],
    ['Europe/London', '01:30'],
    ['Australia/Lord_Howe', '02:15'],
    ['America/Santiago', '00:00'],
    ['Asia/Kathmandu', '18:45'],
    ['Pacific/Apia', '00:30'],
    ['Africa/Cairo', '00:15'],
    ['Asia/Beirut', '00:00'],
    ['America/St_Johns', '02:01'],
    ['America/Nuuk', '23:30'],
    ['Africa/Casablanca', '02:30'],
    ['UTC', '23:59'],
  ];

  it.each(cases)(
    '%s at %s: every day of five years once, at its time',
    { timeout: 60_000 },
    (zone, clock) => {
      const local = localOf(zone);
      const start = Date.UTC(2023, 0, 1, 12);
      const end = Date.UTC(2028, 0, 1, 12);
      const found = new Map<string, number>();
      // Steps of 7 to 17 hours: no day can fall between two of them, and they come at every time of day.
      let step = 0;
      for (let now = start; now < end; step += 1, now += (7 + ((step * 7) % 11)) * HOUR + 60_001) {
        const due = latestDue(clock, zone, now, () => true);
        if (due === null) throw new Error(`nothing due at ${new Date(now).toISOString()}`);
        expect(due.dueAt).toBeLessThanOrEqual(now);
        expect(found.get(due.day) ?? due.dueAt).toBe(due.dueAt);
        found.set(due.day, due.dueAt);
        // It happens on its day, and its grace ends there too.
        expect(local(due.dueAt).day).toBe(due.day);
        expect(local(due.dueAt + due.graceMs).day).toBe(due.day);
        const wall = local(due.dueAt).clock;
        if (wall !== clock) {
          // Only where the clock change left the wanted time out.
          const around = Array.from({ length: 361 }, (_, n) =>
            local(due.dueAt + (n - 180) * MINUTE),
          );
          expect(around).not.toContainEqual({ day: due.day, clock });
        } else {
          // The first of a repeated time.
          for (const back of [30 * MINUTE, HOUR]) {
            const earlier = local(due.dueAt - back);
            expect(earlier.day === due.day && earlier.clock === clock).toBe(false);
          }
        }
      }
      const days: string[] = [];
      for (let at = start; at < end; at += HOUR) {
        const { day } = local(at);
        if (days.at(-1) !== day) days.push(day);
      }
      // The first and the last day may lie outside the steps.
      expect([...found.keys()].slice(2, -2)).toEqual(
        days.slice(
          days.indexOf([...found.keys()][2] ?? ''),
          days.indexOf([...found.keys()].at(-2) ?? ''),
        ),
      );
      expect(found.size).toBeGreaterThan(1_824);
    },
  );

  it('in a gap it is due later by the gap', () => {
    // New York, 2027-03-14: 02:00 becomes 03:00, which is 07:00 UTC.
    const due = latestDue('02:30', 'America/New_York', Date.UTC(2027, 2, 14, 12), () => true);
    expect(due?.day).toBe('2027-03-14');
    expect(due?.dueAt).toBe(Date.UTC(2027, 2, 14, 7, 30));
    // Lord Howe moves by half an hour: 02:00 becomes 02:30 on 2026-10-04.
    const half = latestDue('02:15', 'Australia/Lord_Howe', Date.UTC(2026, 9, 3, 23), () => true);
    expect(half?.day).toBe('2026-10-04');
    expect(half?.dueAt).toBe(Date.UTC(2026, 9, 3, 15, 45));
  });

  it('a date that a zone left out is none', () => {
    // Samoa went from 2011-12-29 straight to 2011-12-31.
    const days: string[] = [];
    for (let now = Date.UTC(2011, 11, 28); now < Date.UTC(2012, 0, 3); now += 5 * HOUR) {
      const due = latestDue('18:00', 'Pacific/Apia', now, () => true);
      if (due !== null && days.at(-1) !== due.day) days.push(due.day);
    }
    expect(days).toEqual([
      '2011-12-26',
      '2011-12-27',
      '2011-12-28',
      '2011-12-29',
      '2011-12-31',
      '2012-01-01',
      '2012-01-02',
    ]);
  });

  it('asks for working days, and does not look back without end', () => {
    const now = instantOf('2026-06-14', '12:00', 'Asia/Shanghai');
    const friday = (day: string) => day === '2026-06-12';
    expect(latestDue('18:00', 'Asia/Shanghai', now, friday)?.day).toBe('2026-06-12');
    expect(latestDue('18:00', 'Asia/Shanghai', now, friday, { lookBackDays: 1 })).toBeNull();
    expect(latestDue('18:00', 'Asia/Shanghai', now, () => false)).toBeNull();
    expect(latestDue('18:00', 'Asia/Shanghai', now, friday, { since: now - HOUR })).toBeNull();
    expect(latestDue('18:00', 'Asia/Shanghai', now, friday, { graceMs: HOUR })?.graceMs).toBe(HOUR);
    expect(dayOf(now, 'Asia/Shanghai')).toBe(addDays('2026-06-13', 1));
  });
});
