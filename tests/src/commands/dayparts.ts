// Every part of the day the parser knows, with how a card says it.
import { parseFollowup } from '../../../src/domain/parsing/parse.ts';
import { WEDNESDAY } from '../../support/bot.ts';

export const DAYPARTS_OF_THE_PARSER = [
  ['给晨光科技打了电话，明天上午回电', '上午', 'morning'],
  ['给晨光科技打了电话，明早回电', '上午', 'morning'],
  ['给晨光科技打了电话，明天中午回电', '中午', 'noon'],
  ['给晨光科技打了电话，明天下午回电', '下午', 'afternoon'],
  ['给晨光科技打了电话，明天傍晚回电', '傍晚下班前', 'end of the day'],
  ['给晨光科技打了电话，明天下班前回电', '傍晚下班前', 'end of the day'],
  ['给晨光科技打了电话，明天晚上回电', '晚上', 'evening'],
  ['Called Acme Corp, call back tomorrow morning', '上午', 'morning'],
  ['Called Acme Corp, call back tomorrow noon', '中午', 'noon'],
  ['Called Acme Corp, call back tomorrow afternoon', '下午', 'afternoon'],
  ['Called Acme Corp, call back tomorrow EOD', '傍晚下班前', 'end of the day'],
  ['Called Acme Corp, call back tomorrow evening', '晚上', 'evening'],
] as const;

/** The time of the step a line promises. */
export const parsedPart = (line: string) => {
  const { next } = parseFollowup(line, {
    now: WEDNESDAY,
    zone: 'Asia/Shanghai',
    currency: 'CNY',
    customers: [],
    calendar: { kind: 'cn', exceptions: {}, shifts: [] },
  });
  return { dueTime: next?.at ?? null, precision: next?.precision ?? null };
};
