// What the options of the command line may say.
import { InvalidArgumentError } from 'commander';
import { CALENDAR_KINDS, type CalendarKind } from '../../../src/domain/calendar.ts';
import { isCurrency } from '../../../src/domain/money.ts';
import { type Instant, isZone } from '../../../src/domain/time.ts';

export const instant = (text: string): Instant => {
  const at = Date.parse(text);
  if (Number.isNaN(at) || !/(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    throw new InvalidArgumentError('Use an instant with its offset: 2026-03-11T10:00:00+08:00');
  }
  return at;
};

export const zone = (text: string): string => {
  if (isZone(text)) return text;
  throw new InvalidArgumentError('Use a time zone such as Asia/Shanghai');
};

export const currency = (text: string): string => {
  if (isCurrency(text)) return text;
  throw new InvalidArgumentError('Use a currency code such as CNY');
};

export const port = (text: string): number => {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number <= 65535) return number;
  throw new InvalidArgumentError('Use a port from 0 to 65535');
};

export const calendarKind = (text: string): CalendarKind => {
  const kind = CALENDAR_KINDS.find((known) => known === text);
  if (kind !== undefined) return kind;
  throw new InvalidArgumentError(`Use one of ${CALENDAR_KINDS.join(', ')}`);
};
