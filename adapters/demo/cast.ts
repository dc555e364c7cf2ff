// The demo's cast: eight invented people in two teams, one of each kind a manager knows.
import type { CalendarKind } from '../../src/domain/calendar.ts';
import type { Currency } from '../../src/domain/money.ts';
import type { Zone } from '../../src/domain/time.ts';
import type { DemoMember } from './generate/model.ts';

interface CastMember extends DemoMember {
  /** As shown; clearly of the demo. */
  readonly name: string;
}

export interface CastTeam {
  readonly key: string;
  readonly name: string;
  readonly zone: Zone;
  readonly currency: Currency;
  readonly calendar: CalendarKind;
  /** The manager first. */
  readonly members: readonly CastMember[];
}

/** The seed of the demo everybody sees. */
export const DEMO_SEED = 'genjin';

export const CAST: readonly CastTeam[] = [
  {
    key: 'east',
    name: '华东销售一部',
    zone: 'Asia/Shanghai',
    currency: 'CNY',
    calendar: 'cn',
    members: [
      { key: 'zhou', name: '周样例', role: 'manager', locale: 'zh', slot: 0 },
      // The star.
      {
        key: 'lin',
        name: '林示范',
        role: 'rep',
        locale: 'zh',
        slot: 1,
        skill: 1.6,
        effort: 1.15,
        delay: 0.4,
        partner: 'xu',
      },
      // Solid, in the middle of everything.
      {
        key: 'xu',
        name: '许演示',
        role: 'rep',
        locale: 'zh',
        slot: 2,
        skill: 1.05,
        effort: 1,
        delay: 0.8,
        partner: 'song',
      },
      // Behind, and worth some support.
      {
        key: 'song',
        name: '宋体验',
        role: 'rep',
        locale: 'zh',
        slot: 3,
        skill: 0.75,
        effort: 0.72,
        delay: 1.6,
        partner: 'emma',
      },
      // Pads the log with copied notes.
      {
        key: 'qian',
        name: '钱模拟',
        role: 'rep',
        locale: 'zh',
        slot: 4,
        skill: 0.9,
        effort: 0.9,
        copiesNotes: true,
        partner: 'lin',
      },
      {
        key: 'emma',
        name: 'Emma Sample',
        role: 'rep',
        locale: 'en',
        slot: 5,
        skill: 1.15,
        effort: 1,
        delay: 0.7,
        partner: 'qian',
      },
    ],
  },
  {
    key: 'america',
    name: 'North America',
    zone: 'America/New_York',
    currency: 'USD',
    calendar: 'weekends',
    members: [
      { key: 'alex', name: 'Alex Demo', role: 'admin', locale: 'en', slot: 6 },
      {
        key: 'jordan',
        name: 'Jordan Trial',
        role: 'rep',
        locale: 'en',
        slot: 7,
        skill: 0.95,
        effort: 1,
        newHire: true,
      },
    ],
  },
];
