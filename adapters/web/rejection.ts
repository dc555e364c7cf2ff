// Why the door turned a request away, in words its sender can act on.
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { RejectionCode } from './wire.ts';

/** Ends a request with a JSON error; the page shows its own sentence for `code`. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  /** @param message for whoever speaks HTTP by hand; never holds more than what they sent */
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: RejectionCode,
    message: string,
  ) {
    super(message);
  }
}
