// A customer handed from one rep to another: the note, the acceptance, and the receiver's first steps.
import type { Day } from '../../../src/domain/time.ts';
import { dayOf, instantOf, MINUTE } from '../../../src/domain/time.ts';
import { touch } from './funnel.ts';
import type { DemoFollowup, DemoHandoff, DemoInput, DemoMember } from './model.ts';
import type { Prospect } from './prospect.ts';
import { streamOf } from './random.ts';
import { record } from './record.ts';
import { chance, integer, logNormal, pick } from './sample.ts';
import { traitsOf } from './traits.ts';
import { addBusinessMinutes } from './worktime.ts';

interface Occasion {
  readonly input: DemoInput;
  readonly day: Day;
  /** The last day of the history. */
  readonly last: Day;
  readonly member: DemoMember;
  readonly partner: DemoMember;
  readonly prospects: readonly Prospect[];
  /** The receiver's follow-ups are added here. */
  readonly followups: DemoFollowup[];
}

const NOTES = {
  zh: [
    '需求和预算已确认，决策人是@，下一步安排演示，资料都在群里',
    '客户在我这边跟了几轮，@比较认可方案，请尽快约时间当面聊',
    '区域调整转给你，@关心交付周期，报价还没给',
  ],
  en: [
    'Needs and budget confirmed, @ decides, next step is a demo, files are in the thread',
    'Territory change: @ cares about delivery time, no quote given yet',
    'Warm account, @ likes the plan, please book a meeting soon',
  ],
};

/** Handoffs a working day. */
const RATE = 0.18;

/**
 * At most one handoff on a day: accepted after about an hour and a half of business time, followed up within
 * hours more; one in twelve is left lying. The receiver's own days are not touched, so nobody else's story
 * changes with it.
 */
export const handOver = (occasion: Occasion): readonly DemoHandoff[] => {
  const { input, day, last, member, partner, prospects, followups } = occasion;
  const { seed, zone, calendar } = input;
  const random = streamOf(seed, 'handoff', `${member.key}|${day}`);
  if (!chance(random, RATE)) return [];
  const ready = prospects.filter(
    ({ away, course, touchedOn }) =>
      !away && touchedOn !== null && (course.stage === 'connected' || course.stage === 'qualified'),
  );
  if (ready.length === 0) return [];
  const prospect = pick(random, ready);
  const { customer } = prospect;
  const key = `${member.key}-h-${day}`;
  const createdAt = instantOf(day, '16:30', zone) + integer(random, 0, 85) * MINUTE;
  const wait = (from: number, median: number, sigma: number): number =>
    addBusinessMinutes(calendar, zone, from, logNormal(random, median, sigma));
  const accepted = chance(random, 0.92) ? wait(createdAt, 60, 0.9) : null;
  const known = accepted !== null && dayOf(accepted, zone) <= last ? accepted : null;
  const note = pick(random, NOTES[member.locale]).replace('@', customer.contact);
  prospect.away = known !== null;
  prospect.dealOpenedOn = null;

  const traits = traitsOf(partner, streamOf(seed, 'rep', partner.key));
  let followedAt: number | null = null;
  let at = known;
  for (let left = integer(random, 1, 3); left > 0 && at !== null; left--) {
    at = wait(at, followedAt === null ? 120 : 1400, followedAt === null ? 0.8 : 0.5);
    const on = dayOf(at, zone);
    if (on > last) break;
    const happened = touch(
      prospect.course,
      { channels: traits.channels, skill: traits.skill, closing: 0 },
      prospect.random,
    );
    // No deal is made in these first steps.
    if (prospect.course.stage !== 'connected' && prospect.course.stage !== 'qualified') left = 1;
    const { followup } = record(
      {
        seed,
        zone,
        calendar,
        member: partner,
        traits,
        customer,
        key: `${key}-f${left}`,
        occurredAt: at,
        nextDay: null,
        response: true,
        amount: prospect.value,
      },
      // The story of this customer ends here, so nothing may be left to do.
      left === 1 ? { ...happened, next: null } : happened,
    );
    followups.push(followup);
    followedAt ??= at;
  }
  return [
    {
      key,
      customerKey: customer.key,
      fromKey: member.key,
      toKey: partner.key,
      note,
      createdAt,
      acceptedAt: known,
      followedAt,
    },
  ];
};
