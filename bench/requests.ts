// Every command as the members of a company type it, and each role's own part of them.
import type { Role } from '../src/domain/role.ts';

/** Names of people and customers that exist, to be put into a line. */
export interface Names {
  readonly customer: string;
  readonly colleague: string;
}

export interface Asked {
  readonly command: string;
  readonly line: (names: Names) => string;
  /** The least role whose part it is. */
  readonly role: Role;
}

const asked = (
  command: string,
  role: Role,
  ...lines: readonly (string | ((names: Names) => string))[]
): readonly Asked[] =>
  lines.map((line) => ({
    command,
    role,
    line: (names) => `/${command} ${typeof line === 'string' ? line : line(names)}`.trim(),
  }));

/** A test sees that no command is missing. */
export const ASKED: readonly Asked[] = [
  ...asked(
    'followup',
    'rep',
    '',
    ({ customer }) => `${customer} 电话 12分钟 报价5万 下周五再联系`,
    ({ customer }) => `${customer} called, sent material, next Tuesday`,
    '电话 聊了聊',
    'due',
    'list',
    'next',
  ),
  ...asked('score', 'rep', '', 'week', 'quarter', 'why', 'rank', 'followups'),
  ...asked('score', 'manager', ({ colleague }) => `@${colleague}`),
  ...asked('leaderboard', 'rep', '', 'week', 'month', 'improved', 'team'),
  ...asked('leaderboard', 'manager', 'post'),
  ...asked('customer', 'rep', '', ({ customer }) => customer, 'search 萝卜', 'search kettle'),
  ...asked('lead', 'rep', '', '新来的公司 官网'),
  ...asked('lead', 'manager', ({ colleague }) => `别处来的公司 展会 @${colleague}`),
  ...asked(
    'handoff',
    'rep',
    '',
    ({ customer, colleague }) => `${customer} @${colleague} 客户搬到那边去了 下周三前要报价`,
  ),
  ...asked('won', 'rep', '', ({ customer }) => `${customer} 50000`),
  ...asked('lost', 'rep', '', ({ customer }) => `${customer} 价格`),
  ...asked('paid', 'rep', '', ({ customer }) => `${customer} 20000`),
  ...asked(
    'kudos',
    'rep',
    '',
    ({ colleague }) => `@${colleague} 昨天陪我跑了两家客户，把报价也一起改好了`,
  ),
  ...asked('kudos', 'manager', 'team'),
  ...asked('points', 'rep', ''),
  ...asked('rewards', 'rep', ''),
  ...asked('rewards', 'manager', 'asked'),
  ...asked('award', 'rep', '', 'badges'),
  ...asked('goal', 'rep', ''),
  ...asked('goal', 'manager', 'team 500万'),
  ...asked('pulse', 'rep', ''),
  ...asked('pulse', 'manager', '', 'status', 'results', 'questions'),
  ...asked('settings', 'rep', '', 'me'),
  ...asked('settings', 'manager', 'team', 'members', 'calendar', 'fields', 'left', 'recognition'),
  ...asked('settings', 'manager', ({ colleague }) => `member @${colleague}`),
  ...asked('settings', 'admin', 'audit', 'rates', 'teams'),
  ...asked('privacy', 'rep', ''),
  ...asked('help', 'rep', '', 'followup'),
];
