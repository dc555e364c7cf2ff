// The checks of the matrix see what they are there to see.
import { expect, it } from 'vitest';
import { notice } from '../../../src/cards/notice.ts';
import type { Card } from '../../../src/chat/card.ts';
import { localeFor } from '../../../src/locales/index.ts';
import { cardProblems } from './checks.ts';

const zh = localeFor('zh');
const card = (text: string): Card => notice(zh, '标题', [text]);
const pressing = (intent: {
  command: string;
  verb: string;
  args: Record<string, string | number>;
}) => notice(zh, '标题', [], 'neutral', [{ label: '按钮', style: 'plain', intent }]);

it.each<[string, Card]>([
  ['a raw key', card('下一步 send_contract')],
  ['undefined', card('客户 undefined')],
  ['NaN', card('NaN 分')],
  ['an object', card('[object Object]')],
  ['a field’s raw name', card('custom:7')],
  ['English in Chinese', card('已 recorded 一条')],
  ['an empty summary', { ...card('好'), summary: ' ' }],
  ['another language', { ...card('好'), locale: 'en' }],
  [
    'a row too short',
    {
      ...card('好'),
      blocks: [{ kind: 'rows', columns: [{ label: '客户', align: 'start' }], rows: [[]] }],
    },
  ],
  [
    'no number',
    { ...card('好'), blocks: [{ kind: 'progress', label: '好', ratio: Number.NaN, text: '' }] },
  ],
  ['an unknown command', pressing({ command: 'weather', verb: 'show', args: {} })],
  ['an unknown verb', pressing({ command: 'followup', verb: 'constructor', args: {} })],
  [
    'arguments the verb does not take',
    pressing({ command: 'followup', verb: 'undo', args: { id: 'x' } }),
  ],
  [
    'an intent too long',
    pressing({ command: 'score', verb: 'metric', args: { metric: '长'.repeat(70) } }),
  ],
])('%s is found', (_what, faulty) => {
  expect(cardProblems('zh', faulty, [])).not.toEqual([]);
});

it('a sound card has none, nor one with a person’s own words', () => {
  expect(cardProblems('zh', card('已记录：晨光科技，¥150,000，意向 A，/followup due'), [])).toEqual(
    [],
  );
  expect(cardProblems('zh', card('已记录：Acme Corp'), ['Acme Corp'])).toEqual([]);
  expect(cardProblems('en', notice(localeFor('en'), 'Recorded', ['晨光']), ['晨光'])).toEqual([]);
  expect(cardProblems('en', notice(localeFor('en'), 'Recorded', ['晨光']), [])).not.toEqual([]);
});
