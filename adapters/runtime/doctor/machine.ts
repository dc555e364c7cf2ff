// What Genjin stands on: its configuration, Node, and what Node knows about time zones.
import { ConfigError, readConfig } from '../../../src/config.ts';
import { clockOf, dayOf, type Instant, isZone, type Zone } from '../../../src/domain/time.ts';
import { type Finding, fail, ok } from './finding.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const LEAST_NODE = [20, 19] as const;

/** Local times around clock changes and reforms, old and new, from the time-zone database. */
const TRANSITIONS: readonly (readonly [Zone, string, string])[] = [
  ['Asia/Shanghai', '1990-07-01T00:00:00Z', '1990-07-01 09:00'],
  ['Asia/Shanghai', '2026-07-01T00:00:00Z', '2026-07-01 08:00'],
  ['Europe/Berlin', '2026-03-29T00:59:00Z', '2026-03-29 01:59'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29 03:00'],
  ['America/New_York', '2026-11-01T05:59:00Z', '2026-11-01 01:59'],
  ['America/New_York', '2026-11-01T06:00:00Z', '2026-11-01 01:00'],
  ['Asia/Kolkata', '2026-01-01T00:00:00Z', '2026-01-01 05:30'],
  // Reforms: no more summer time in Mexico from 2022, one zone for Kazakhstan from March 2024.
  ['America/Mexico_City', '2023-07-01T12:00:00Z', '2023-07-01 06:00'],
  ['Asia/Almaty', '2024-03-02T00:00:00Z', '2024-03-02 05:00'],
];

export const configuration = (environment: Environment): readonly Finding[] => {
  try {
    readConfig(environment);
    return [ok('configuration', 'The environment is in order.')];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map((fault) => {
      const [name = ''] = fault.split(':');
      return fail('configuration', `${fault}.`, `Set ${name} to what is expected, or unset it.`);
    });
  }
};

export const node = (version: string): readonly Finding[] => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  const isEnough = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return isEnough
    ? [ok('node', `Node ${version}.`)]
    : [
        fail(
          'node',
          `Node ${version} is older than Genjin needs.`,
          `Install Node ${leastMajor}.${leastMinor} or newer.`,
        ),
      ];
};

/** The zone a new workspace begins with: the machine's. */
export const hostZone = ({ TZ }: Environment): readonly Finding[] => {
  const named = (TZ ?? '').replace(/^:/, '');
  if (named !== '' && !named.startsWith('/') && !isZone(named)) {
    return [
      fail(
        'time zone',
        `TZ=${TZ} names no time zone, so days would begin and end at the wrong hour.`,
        'Set TZ to a name such as Asia/Shanghai, or unset it.',
      ),
    ];
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (isZone(zone)) return [ok('time zone', `This machine is in ${zone}.`)];
  return [
    fail(
      'time zone',
      'The time zone of this machine is not known.',
      'Set TZ to a name such as Asia/Shanghai.',
    ),
  ];
};

const localTime = (at: Instant, zone: Zone): string => `${dayOf(at, zone)} ${clockOf(at, zone)}`;

/** Whether the runtime and the calendar library know a few clock changes. */
export const zoneData = (): readonly Finding[] => {
  const { tz = 'unknown', icu = 'none' } = process.versions;
  const about = `time-zone data ${tz}, ICU ${icu}`;
  const wrong = TRANSITIONS.filter(([zone, at, local]) => {
    const instant = Date.parse(at);
    return !isZone(zone) || localTime(instant, zone) !== local;
  }).map(([zone]) => zone);
  if (wrong.length === 0) return [ok('zone data', `Node knows its time zones (${about}).`)];
  return [
    fail(
      'zone data',
      `Node has wrong times for ${[...new Set(wrong)].join(', ')} (${about}).`,
      'Install a current Node with full ICU, and unset NODE_ICU_DATA.',
    ),
  ];
};

export const platforms = (): readonly Finding[] => [
  ok('platforms', 'No chat platform is configured: the web playground on this machine only.'),
];
