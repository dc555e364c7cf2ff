// What the page sent, checked, and made into the product's own Request.
import type { Context } from 'hono';
import { z } from 'zod';
import type { Request } from '../../src/chat/request.ts';
import { PLATFORM, TENANT, type WebPerson } from './deps.ts';
import { LIMITS } from './limits.ts';
import type { StoredPlace } from './messages.ts';
import { Rejection } from './rejection.ts';
import type { CommandView, PlaceId } from './wire.ts';

// Tab, line feed and carriage return are text; the other control characters are not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

const words = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !CONTROL.test(text), 'holds control characters or broken Unicode');
const id = (max: number) => words(max).min(1);
const typed = (max: number) => words(max).refine((text) => text.trim() !== '', 'is empty');
const user = id(200);
const place = id(300);
const language = z.enum(['en', 'zh']);

const values = z
  .record(id(200), z.union([words(LIMITS.value), z.array(words(LIMITS.value)).max(LIMITS.values)]))
  .refine((all) => Object.keys(all).length <= LIMITS.values, 'too many values');

export const askBody = z.strictObject({
  as: user,
  delivery: z.string().regex(/^[A-Za-z0-9-]{8,64}$/, 'expected 8 to 64 letters, digits or -'),
  place,
  ask: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('command'),
      line: typed(LIMITS.line),
      mentions: z.array(user).max(LIMITS.mentions).default([]),
    }),
    z.strictObject({
      kind: z.literal('press'),
      message: z.int().positive(),
      action: id(1_000),
    }),
    z.strictObject({ kind: z.literal('submit'), form: id(400), values }),
    z.strictObject({
      kind: z.literal('sealed'),
      message: z.int().positive(),
      intent: id(1_000),
      values: values.nullable(),
    }),
    z.strictObject({
      kind: z.literal('opened'),
      name: typed(LIMITS.name).optional(),
      locale: language.optional(),
    }),
  ]),
});
export type Asked = z.infer<typeof askBody>;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected HH:MM');
export const clockBody = z.strictObject({
  as: user,
  move: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('next') }),
    z.strictObject({
      kind: z.literal('hours'),
      hours: z
        .int()
        .min(1)
        .max(LIMITS.jumpDays * 24),
    }),
    z.strictObject({ kind: z.literal('tomorrow'), time }),
    z.strictObject({ kind: z.literal('at'), day: id(10), time }),
  ]),
});

export const readBody = z.strictObject({ as: user, place, message: z.int().positive() });

/** The queries of the GET routes; numbers arrive as text. */
const number = z
  .string()
  .regex(/^\d{1,15}$/, 'expected a number')
  .transform(Number);
export const stateQuery = z.object({ as: user.optional(), lang: language.optional() });
export const messagesQuery = z.object({ as: user, place, before: number.optional() });
export const fileQuery = z.object({ as: user });
export const eventsQuery = z.object({ as: user, since: number.optional() });

/** The request's JSON body in the shape of `schema`. @throws Rejection 400 */
export const readJson = async <T>(c: Context, schema: z.ZodType<T>): Promise<T> => {
  const text = await c.req.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Rejection(400, 'bad_json', 'the body is not JSON');
  }
  return shaped(schema, json);
};

/** The request's query in the shape of `schema`. @throws Rejection 400 */
export const readQuery = <T>(c: Context, schema: z.ZodType<T>): T => shaped(schema, c.req.query());

const shaped = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.').slice(0, 80) || 'request';
  throw new Rejection(400, 'bad_shape', `${where}: ${issue?.message.slice(0, 160) ?? 'wrong'}`);
};

/** Where a place of this person is stored. @throws Rejection 403 when it is not theirs */
export const storedPlace = (person: WebPerson, wanted: string): StoredPlace => {
  if (wanted === 'direct') return `person:${person.user}`;
  const channel = person.channels.find((one) => `channel:${one.channel}` === wanted);
  if (channel === undefined) throw new Rejection(403, 'place', 'that place is not yours to see');
  return `channel:${channel.channel}`;
};

/** What the page calls a stored place. */
export const placeId = (stored: StoredPlace): PlaceId =>
  stored.startsWith('channel:') ? (stored as `channel:${string}`) : 'direct';

/** A request by this person from this place. */
export const toRequest = (
  delivery: string,
  actor: Pick<WebPerson, 'user' | 'name' | 'locale'>,
  place: StoredPlace,
  at: number,
  ask: Request['ask'],
): Request => ({
  // The person is part of the id: nobody can replay another's delivery to read its answer.
  id: `${PLATFORM}:${actor.user}:${delivery}`,
  actor: { ...webPerson(actor.user), name: actor.name, locale: actor.locale },
  place: {
    platform: PLATFORM,
    tenant: TENANT,
    channel: place.startsWith('channel:') ? place.slice('channel:'.length) : place,
    kind: place.startsWith('channel:') ? 'group' : 'direct',
  },
  at,
  ask,
});

/** The product's name for a user of the page. */
export const webPerson = (user: string) => ({ platform: PLATFORM, tenant: TENANT, user });

const ADDRESSED = /^[@＠](genjin|bot|跟进)(?=\s|$)\s*/iu;

/**
 * The line as a command when it is meant for Genjin; null when it is talk among the team. In one's own
 * thread everything is; in a channel what starts with a slash, with `@Genjin` or with a command's name is.
 */
export const addressedLine = (
  line: string,
  place: StoredPlace,
  commands: readonly CommandView[],
): string | null => {
  const text = line.trim();
  const without = text.replace(ADDRESSED, '');
  if (without !== text) return without === '' ? '/help' : without;
  if (place.startsWith('person:') || /^[/／]/u.test(text)) return text;
  const first = text.split(/[\s,，:：]/u, 1)[0]?.toLowerCase();
  const named = commands.some((command) =>
    [command.name, ...command.aliases].some((name) => name.toLowerCase() === first),
  );
  return named ? text : null;
};

/**
 * The people named with an @ in a line, in order. Where several share a name, only one the writer picked
 * from the list counts; a guess could give the wrong person the work.
 */
export const findMentions = (
  line: string,
  people: readonly WebPerson[],
  picked: readonly string[],
): readonly { readonly person: ReturnType<typeof webPerson>; readonly name: string }[] => {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  const found: WebPerson[] = [];
  for (const match of line.matchAll(/(?<![\p{L}\d.])[@＠]|(?<=\p{Script=Han})[@＠]/gu)) {
    const rest = line.slice(match.index + 1);
    const name = longestFirst.find((one) => startsWithName(rest, one.name))?.name;
    const namesakes = people.filter((one) => one.name === name);
    const meant =
      namesakes.length === 1 ? namesakes[0] : namesakes.find((one) => picked.includes(one.user));
    if (meant !== undefined) found.push(meant);
  }
  return found.map((one) => ({ person: webPerson(one.user), name: one.name }));
};

/** Latin names end at a word's end (`@Ann` is not in `@Anna`); Chinese ones are followed by anything. */
const startsWithName = (text: string, name: string): boolean =>
  name !== '' &&
  text.toLowerCase().startsWith(name.toLowerCase()) &&
  !(/[\p{Script=Latin}\d]$/u.test(name) && /^[\p{Script=Latin}\d]/u.test(text.slice(name.length)));
