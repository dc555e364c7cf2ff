// What one typed line says, and the parts every language builds it from.
import type { Money } from '../../../../src/domain/money.ts';
import type { AmountRole, Channel, Grade, Outcome } from '../../../../src/domain/parsing/codes.ts';
import type { Day } from '../../../../src/domain/time.ts';
import type { DemoNext, LossReason } from '../model.ts';
import type { Random } from '../random.ts';
import { logNormal, pick } from '../sample.ts';

export interface Said {
  readonly customer: string;
  readonly contact: string | null;
  readonly channel: Channel | null;
  readonly outcome: Outcome;
  readonly reason: LossReason | null;
  readonly grade: Grade | null;
  readonly amount: Money | null;
  readonly amountRole: AmountRole | null;
  readonly next: DemoNext | null;
  /** Minutes. */
  readonly duration: number | null;
  /** The local day on which it is typed: relative days are seen from here. */
  readonly typedOn: Day;
  /** When it happened, if the line says so. */
  readonly when: 'yesterday' | 'morning' | 'afternoon' | null;
}

/** Outcomes after a conversation, about which there is something to tell. */
const TOLD: ReadonlySet<Outcome> = new Set<Outcome>([
  'connected',
  'callback_requested',
  'meeting_scheduled',
  'meeting_held',
  'demo_done',
  'material_sent',
  'trial_started',
  'proposal_sent',
  'negotiating',
  'verbal_yes',
  'complaint',
  'lost',
  'won',
  'voicemail',
  'no_show',
]);

/**
 * What was said, in enough different remarks for the length reps write: lognormal, median 28 characters.
 * @param written characters of the line without them
 */
export const remarks = (
  outcome: Outcome,
  written: number,
  all: readonly string[],
  random: Random,
): string[] => {
  const length = logNormal(random, 28, 0.4);
  const told: string[] = [];
  let characters = written;
  while (TOLD.has(outcome) && told.length < 3 && (told.length === 0 || characters < length)) {
    const remark = pick(random, all);
    if (told.includes(remark)) continue;
    told.push(remark);
    characters += remark.length;
  }
  return told;
};
