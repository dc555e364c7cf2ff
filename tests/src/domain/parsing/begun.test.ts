// A part of today that has begun is when the contact was, not what comes next.
import { describe, expect, it } from 'vitest';
import { STANDARD_SHIFTS } from '../../../../src/domain/calendar.ts';
import { parseFollowup } from '../../../../src/domain/parsing/parse.ts';
import { toWorkbench } from '../../../../src/domain/parsing/workbench.ts';

const parse = (line: string, now: string) =>
  toWorkbench(
    parseFollowup(line, {
      now: Date.parse(now),
      zone: 'Asia/Shanghai',
      currency: 'CNY',
      customers: [],
      calendar: { kind: 'cn', exceptions: {}, shifts: STANDARD_SHIFTS },
    }),
  );

describe.each(['2026-03-11T10:00:00+08:00', '2026-03-11T17:30:00+08:00'])('at %s', (now) => {
  it.each([
    ['上午上门拜访蓝鲸科技，聊得不错，周五发方案', 'send_proposal', '2026-03-13'],
    [
      'Phone call with Acme this morning, good talk, meeting next Tue 10am',
      'meeting',
      '2026-03-17T10:00',
    ],
  ])('%s', (line, action, at) => {
    expect(parse(line, now)).toMatchObject({
      next: { action, at },
      occurred: '2026-03-11T09:00',
      clarify: null,
    });
  });

  it('leaves no step where none is said', () => {
    expect(parse('上午和蓝鲸科技李总通电话,报价20万', now)).toMatchObject({
      channel: 'phone',
      next: null,
      occurred: '2026-03-11T09:00',
    });
  });
});

it('a part of the day still ahead is a step', () => {
  expect(parse('蓝鲸科技 今天下午回访', '2026-03-11T10:00:00+08:00').next).toMatchObject({
    at: '2026-03-11T14:00',
  });
});
