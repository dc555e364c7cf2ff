// The page's calls to the server; every failure is an ApiError with a code the texts know.
import type {
  AskAnswer,
  AskBody,
  ClockView,
  ErrorBody,
  Language,
  Move,
  PageOfMessages,
  PlaceId,
  RejectionCode,
  StateView,
} from '../wire.ts';

/** Longer than the server allows itself, so that its own answer arrives first. */
const TIMEOUT = 65_000;

export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(readonly code: RejectionCode | 'network') {
    super(code);
  }

  /** The same request may succeed later, and repeating it is safe. */
  get passing(): boolean {
    return this.code === 'network' || this.code === 'bot' || this.code === 'internal';
  }
}

const call = async (path: string, body?: object): Promise<Response> => {
  let response: Response;
  try {
    response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch {
    // Whatever fetch says, to the reader it is one thing: no answer.
    throw new ApiError('network');
  }
  if (response.ok) return response;
  throw new ApiError(await codeOf(response));
};

const codeOf = async (response: Response): Promise<RejectionCode> => {
  try {
    const { error } = (await response.json()) as ErrorBody;
    return error.code;
  } catch {
    return 'internal';
  }
};

const json = async <T>(path: string, body?: object): Promise<T> => {
  const response = await call(path, body);
  try {
    return (await response.json()) as T;
  } catch {
    // The connection broke in the middle of the answer.
    throw new ApiError('network');
  }
};

const query = (values: Readonly<Record<string, string | number | null>>): string =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value)]],
    ),
  ).toString();

export const getState = (as: string | null, lang: Language | null): Promise<StateView> =>
  json(`/web/state?${query({ as, lang })}`);

export const getMessages = (
  as: string,
  place: PlaceId,
  before: number | null,
): Promise<PageOfMessages> => json(`/web/messages?${query({ as, place, before })}`);

export const postAsk = (body: AskBody): Promise<AskAnswer> => json('/web/ask', body);

export const postClock = (as: string, move: Move): Promise<ClockView> =>
  json('/web/clock', { as, move });

/** Says how far a place was read. A lost one costs a wrong count until the next. */
export const postRead = async (as: string, place: PlaceId, message: number): Promise<void> => {
  await call('/web/read', { as, place, message });
};

/** The address of the person's live events after `since`. */
export const eventsUrl = (as: string, since: number): string =>
  `/web/events?${query({ as, since })}`;

/** An id for one thing sent; the same for every try. */
export const newDelivery = (): string => crypto.randomUUID();
