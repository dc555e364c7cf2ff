// Exchange rates: what one unit of a currency is worth in another, for adding amounts up.
import { z } from 'zod';
import { changedCard, ratesCard } from '../../cards/settings-change.ts';
import { rateForm } from '../../cards/settings-form.ts';
import type { Reply } from '../../chat/request.ts';
import type { Currency } from '../../domain/money.ts';
import { readSetting, writeSetting } from '../../store/setting.ts';
import { listTeams, markTeamScoresStale, type Team } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { teamFor } from './authority.ts';
import { audited, runningSince } from './change.ts';
import { FormReader, type Reading, readCurrency, typedValue, unclear } from './read.ts';
import { dayKindOf, switchOf } from './words.ts';

/** No currency is worth more of another; and none so little that nothing is left. */
const MAX_RATE = 1_000_000;

/** A rate; null takes it away. */
const readRate = (call: Call, text: string): Reading<number | null> => {
  if (dayKindOf(text) === 'clear' || switchOf(text) === false) return { value: null };
  const typed = text.normalize('NFKC').replace(',', '.').trim();
  const rate = /^\d{1,7}(\.\d{1,10})?$/.test(typed) ? Number(typed) : 0;
  return rate > 0 && rate <= MAX_RATE
    ? { value: rate }
    : { error: call.locale.t.settings.errors.rate };
};

/** A currency that is not the team's. */
const readForeign =
  (team: Team) =>
  (call: Call, text: string): Reading<Currency> => {
    const reading = readCurrency(call, text);
    return 'value' in reading && reading.value === team.currency
      ? { error: call.locale.t.settings.errors.ownCurrency({ currency: team.currency }) }
      : reading;
  };

const change = (call: Call, team: Team, currency: Currency, rate: number | null): Reply[] => {
  const key = `${currency}:${team.currency}`;
  const { [key]: before = null, ...others } = readSetting(call.db, 'rates') ?? {};
  const card = (isNew: boolean) =>
    changedCard(
      call.locale,
      call.locale.t.settings.ratesTitle,
      isNew ? [{ key: 'rate', before: rateText(key, before), after: rateText(key, rate) }] : [],
      [call.locale.t.settings.notes.rate],
    );
  if (before !== rate) {
    writeSetting(call.db, 'rates', rate === null ? others : { ...others, [key]: rate });
    audited(call, 'setting.rate', `rate:${key}`, before, rate);
    for (const each of listTeams(call.db)) {
      if (each.currency === team.currency)
        markTeamScoresStale(call.db, each.id, runningSince(call));
    }
  }
  return [{ kind: 'card', to: 'actor', card: card(before !== rate) }];
};

/** `1 USD = 7.2 CNY`; null without a rate. */
export const rateText = (key: string, rate: number | null): string | null => {
  const [from, to] = key.split(':');
  return rate === null ? null : `1 ${from} = ${rate} ${to}`;
};

const own = z.object({ team: z.int().positive().optional() });

export const RATE_VERBS = {
  rates: verb({
    effect: 'read',
    role: 'admin',
    args: own,
    run: (call, { team: id }) => {
      const rates = Object.entries(readSetting(call.db, 'rates') ?? {});
      const lines = rates.flatMap(([key, rate]) => rateText(key, rate) ?? []);
      const { currency } = teamFor(call, id);
      return [{ kind: 'card', to: 'actor', card: ratesCard(call.locale, lines, currency) }];
    },
  }),

  rate: verb({
    effect: 'write',
    role: 'admin',
    args: own.extend({ line: z.string() }),
    run: (call, { team: id, line }) => {
      const team = teamFor(call, id);
      const [, word = '', typed = ''] = /^(.*?)[\s=:]*([\d.,]+|\S+)$/u.exec(line.trim()) ?? [];
      if (word === '') return unclear(call, call.locale.t.settings.errors.missing, 'rate');
      const currency = typedValue(call, readForeign(team), word, 'rate');
      return change(call, team, currency, typedValue(call, readRate, typed, 'rate'));
    },
  }),

  rateForm: verb({
    effect: 'read',
    role: 'admin',
    args: own,
    run: (call, { team: id }) => [
      { kind: 'form', form: rateForm(call.locale, teamFor(call, id), {}, {}) },
    ],
  }),

  rateSave: verb({
    effect: 'write',
    role: 'admin',
    args: own,
    run: (call, { team: id }, values) => {
      const team = teamFor(call, id);
      const read = new FormReader(call, values);
      const currency = read.read('currency', readForeign(team));
      const rate = read.read('rate', readRate);
      return read.failed || currency === null
        ? [{ kind: 'form', form: rateForm(call.locale, team, values, read.errors) }]
        : change(call, team, currency, rate);
    },
  }),
};
