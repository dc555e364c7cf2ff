// The member's own book: names and aliases found whatever the case, width and punctuation.
import { describe, expect, it } from 'vitest';
import { parseFollowup } from '../../../../src/domain/parsing/parse.ts';
import { contextOf } from './context.ts';

const customers = [
  { id: 1, name: '华为技术有限公司', aliases: ['华为', 'HW'] },
  { id: 2, name: '华为云', aliases: [] },
  { id: 3, name: 'Acme Corp.', aliases: ['acme', 'ACM-E'] },
  { id: 4, name: '周六福', aliases: [] },
  { id: 5, name: '明天互动', aliases: [] },
  { id: 6, name: 'Call Center Solutions', aliases: [] },
  { id: 7, name: '三万里旅行', aliases: [] },
  { id: 8, name: '签名科技', aliases: ['签名'] },
  { id: 9, name: '好客户', aliases: [] },
  { id: 10, name: 'May Fair', aliases: [] },
  { id: 11, name: '万', aliases: [] },
  { id: 12, name: '同名公司', aliases: ['同名'] },
  { id: 13, name: '同名集团', aliases: ['同名'] },
] as const;
const context = contextOf({ customers });
const of = (line: string) => {
  const { customer, contact, next, amount, clarify } = parseFollowup(line, context);
  return { customer, contact, next, amount, clarify };
};

describe('known customers', () => {
  it.each([
    ['给华为张总打电话', '华为', 1],
    ['ｈｗ 电话', 'ｈｗ', 1],
    ['拜访华为云李经理', '华为云', 2],
    ['Called ACME corp, hot', 'ACME corp', 3],
    ['acm e - call', 'acm e', 3],
    ['周六福 电话 周五回访', '周六福', 4],
    ['明天互动 拜访', '明天互动', 5],
    ['Call Center Solutions signed', 'Call Center Solutions', 6],
    ['三万里旅行 报价5万', '三万里旅行', 7],
    ['签名 电话沟通', '签名', 8],
    ['拜访好客户', '好客户', 9],
    ['Met May Fair on Monday', 'May Fair', 10],
    ['万 电话', '万', 11],
  ])('%s', (line, name, id) => {
    expect(of(line).customer).toEqual({ name, id });
  });

  it('takes words of a name for nothing else', () => {
    const parsed = parseFollowup('明天互动 周五签约 三万', context);
    expect(parsed.next).toEqual({ action: 'sign', at: '2026-03-13', precision: 'day', end: null });
    expect(parsed.occurred).toBeNull();
    expect(of('三万里旅行 电话').amount).toBeNull();
    expect(parseFollowup('签名 电话沟通', context).outcome).toBe('connected');
  });

  it('finds no short name inside a word or a number', () => {
    expect(of('TCL 报价5万').customer).toEqual({ name: 'TCL', id: null });
    expect(of('Pacmec called').customer).toEqual({ name: 'Pacmec', id: null });
  });

  it('asks which when two customers bear the name', () => {
    expect(of('同名 电话')).toMatchObject({
      customer: null,
      clarify: [{ kind: 'customer', seen: '同名', candidates: ['12', '13'] }],
    });
  });

  it('takes an unknown name as typed', () => {
    expect(of('给  ＡＢＣ公司 打电话').customer).toEqual({ name: 'ＡＢＣ公司', id: null });
    expect(of('拜訪台積電陳經理')).toMatchObject({
      customer: { name: '台積電', id: null },
      contact: '陳經理',
    });
  });
});
