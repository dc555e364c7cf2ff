// What the processes of the follow-up bench have in common: the doors, the signature, and what is told of a server.
import { createHmac } from 'node:crypto';

/**
 * `ack`: the signature is checked and answered. `store`: and the follow-up with all that is counted from it is
 * stored. `product`: and the line parsed, the month's score computed, and the answer drawn as a card.
 */
export type Door = 'ack' | 'store' | 'product';

export interface Usage {
  /** CPU of the process so far, in microseconds. */
  readonly cpu: number;
  readonly rssMb: number;
  /** 99th percentile of the event loop's delay since it was last asked, in milliseconds. */
  readonly loopP99: number;
}

const SECRET = 'bench';

/** The signature Slack puts on a request: over version, timestamp and raw body. */
export const sign = (timestamp: string, body: string): string =>
  `v0=${createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex')}`;
