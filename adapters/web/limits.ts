// Every limit of the web page and its HTTP door, by name.
export const LIMITS = {
  /** Of a request's body, in bytes. */
  body: 1_048_576,
  /** Of a typed line, in UTF-16 units. */
  line: 4_000,
  /** Of a person's name. */
  name: 200,
  mentions: 20,
  /** Of one value of a form. */
  value: 10_000,
  values: 100,
  /** Of a posted card as JSON, in bytes. */
  card: 200_000,
  /** Rows of a table; the rest is counted. */
  rows: 100,
  /** Messages a page holds. */
  page: 50,
  /** Messages one live batch holds. */
  batch: 100,
  /** Unread messages are not counted further. */
  unread: 100,
  /** Deliveries and forms remembered; a retry comes within minutes. */
  remembered: 5_000,
  /** Files remembered; each is a table of some thousand rows at most. */
  files: 200,
  /** How far the demo clock may jump at once, in days. */
  jumpDays: 366,
  /** Between two signs of life on the event stream, in milliseconds. */
  heartbeat: 15_000,
  /** How long the page waits for an answer, in milliseconds. */
  answer: 60_000,
} as const;
