// A new lead: for whoever entered it, and for whoever is to answer it.
import type { Action, Card, Field } from '../chat/card.ts';
import { bold } from '../chat/text.ts';
import type { Day, Instant, Zone } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';

export interface LeadView {
  readonly customer: { readonly id: number; readonly name: string };
  readonly source: string | null;
  readonly isNew: boolean;
  /** Until when a first answer is on target; null when the standard has no target. */
  readonly until: Instant | null;
  readonly zone: Zone;
  readonly today: Day;
}

const logAction = (locale: Locale, customerId: number): Action => ({
  label: locale.t.lead.log,
  style: 'primary',
  intent: { command: 'customer', verb: 'log', args: { customer: customerId } },
});

const cardOf = (
  locale: Locale,
  title: string,
  view: LeadView,
  owner: string | null,
  remark: string | null,
  actions: readonly Action[],
): Card => {
  const { t, format } = locale;
  const { customer, source, until } = view;
  const fields: Field[] = [
    {
      label: t.lead.customer,
      value: [bold(customer.name), ...(view.isNew ? [` · ${t.lead.isNew}`] : [])],
    },
    ...(source === null ? [] : [{ label: t.lead.source, value: [source] }]),
    ...(owner === null ? [] : [{ label: t.lead.owner, value: [owner] }]),
  ];
  const target =
    until === null ? null : t.lead.until({ time: format.instant(until, view.zone, view.today) });
  if (target !== null) fields.push({ label: t.lead.target, value: [target] });
  return {
    locale: t.formatTag,
    title,
    tone: 'good',
    summary: target === null ? title : `${title} · ${t.lead.target} ${target}`,
    blocks: [
      { kind: 'fields', fields },
      ...(remark === null ? [] : [{ kind: 'note' as const, text: [remark] }]),
      ...(actions.length === 0 ? [] : [{ kind: 'actions' as const, actions }]),
    ],
  };
};

/** For whoever entered the lead. `assignee` is null when they took it themselves. */
export const leadCard = (
  locale: Locale,
  view: LeadView,
  assignee: { readonly name: string; readonly isTold: boolean } | null,
): Card => {
  const { t } = locale;
  const { customer } = view;
  if (assignee === null) {
    const actions = [logAction(locale, customer.id)];
    return cardOf(locale, t.lead.mine({ customer: customer.name }), view, null, null, actions);
  }
  const { name } = assignee;
  const remark = assignee.isTold ? t.lead.told({ name }) : t.lead.untold({ name });
  const title = t.lead.given({ customer: customer.name, name });
  return cardOf(locale, title, view, name, remark, []);
};

/** For whom the lead was given to. */
export const receivedLeadCard = (locale: Locale, view: LeadView, giver: string): Card => {
  const { t } = locale;
  const title = t.lead.received({ customer: view.customer.name });
  const actions = [logAction(locale, view.customer.id)];
  return cardOf(locale, title, view, null, t.lead.from({ name: giver }), actions);
};

/** The customer waits already, so no second clock is started. */
export const waitingLeadCard = (
  locale: Locale,
  customer: { readonly id: number; readonly name: string },
  since: Instant,
  zone: Zone,
  today: Day,
): Card => {
  const { t, format } = locale;
  const text = t.lead.waitingText({ time: format.instant(since, zone, today) });
  const title = t.lead.waiting({ customer: customer.name });
  return notice(locale, title, [text], 'neutral', [logAction(locale, customer.id)]);
};
