// Records or corrects what was told, and answers with the card of it.
import { type FollowupView, followupCard } from '../../cards/followup.ts';
import type { Card } from '../../chat/card.ts';
import type { Reply } from '../../chat/request.ts';
import { METRICS } from '../../domain/scoring/metrics.ts';
import type { Customer } from '../../store/customer.ts';
import type { Followup } from '../../store/followup.ts';
import { listFields } from '../../store/team.ts';
import type { Call } from '../command.ts';
import { correct, type Recorded, record, type Told, teamOf } from '../record.ts';

const viewOf = (
  call: Call,
  { followup, customer, next, missing, before, after, moved }: Recorded,
  shown: Pick<FollowupView, 'isNewCustomer' | 'wasFixed' | 'truncated'>,
): FollowupView => {
  const own = listFields(call.db, teamOf(call).id);
  const labelOf = (key: string) => own.find((field) => String(field.id) === key)?.label;
  const setting = after.standard.metrics.followups;
  const month = setting && METRICS.followups.measure(after.facts, setting).inputs;
  return {
    ...shown,
    followup,
    customer,
    next,
    missing: missing.map((key) => {
      const label = key.startsWith('custom:') ? labelOf(key.slice('custom:'.length)) : undefined;
      return label === undefined ? key : `custom:${label}`;
    }),
    score: {
      before,
      after: after.score.value,
      counted: month?.counted ?? 0,
      target: month?.target ?? 0,
      moved,
    },
    // A retired field keeps its values, but nobody is asked for it any more.
    fields: own.flatMap(({ id, label }) => {
      const value = followup.fields[String(id)];
      return value === undefined ? [] : [{ label, value }];
    }),
    today: call.today,
    zone: call.zone,
  };
};

/** Whether the customer came into the asker's book just now. */
const isNew = (call: Call, { createdAt, ownerId }: Customer): boolean =>
  createdAt === call.now && ownerId === call.me.id;

/** Records what was told and shows it. Only within a write. @throws Refusal `no_team`, `future` */
export const recordedCard = (call: Call, told: Told, truncated = false): Card => {
  const recorded = record(call, told);
  const isNewCustomer = isNew(call, told.customer);
  return followupCard(
    call.locale,
    viewOf(call, recorded, { isNewCustomer, wasFixed: false, truncated }),
  );
};

/** Changes a follow-up to what is told now and shows it. Only within a write. @throws Refusal `future` */
export const corrected = (call: Call, row: Followup, told: Told): Reply[] => {
  const recorded = correct(call, row, told);
  const view = viewOf(call, recorded, { isNewCustomer: false, wasFixed: true, truncated: false });
  return [{ kind: 'replace', card: followupCard(call.locale, view) }];
};
