// Answers on the page: they pass through, and no file of the page, the workspace or the log ever holds them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type App, assemble } from '../../../adapters/runtime/assemble.ts';
import type { ActionView, AskAnswer, CardView } from '../../../adapters/web/wire.ts';
import type { Card } from '../../../src/chat/card.ts';
import { cleanUp, keptLog, temporary, type Visitor, visitInProcess } from '../../support/app.ts';
import { followupCard } from './cards.ts';
import { createStub, knock, type Stub } from './stub.ts';

const WORDS = 'plover aviary 2026, quite unlike anything else';
const TAPS = ['2', '3', '4'] as const;
/** What would be a trace: the words, and what was tapped, as buttons carry it. */
const TRACES = [WORDS, 'plover', '2-3-4', '"answers":"2'] as const;

let app: App | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});
afterAll(cleanUp);

const bytesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');

const cardsIn = (answer: AskAnswer): CardView[] =>
  answer.messages.flatMap(({ body }) => (body.kind === 'card' ? [body.card] : []));
const buttonsOf = (card: CardView): ActionView[] =>
  card.blocks.flatMap((block) => (block.kind === 'actions' ? [...block.actions] : []));
const button = (card: CardView, label: string): ActionView => {
  const found = buttonsOf(card).find((action) => action.label.startsWith(label));
  if (found === undefined)
    throw new Error(`no ${label} among ${buttonsOf(card).map((b) => b.label)}`);
  return found;
};

/** Six people with an open survey of three questions and words. */
const surveyed = async (): Promise<{ data: string; people: Visitor[]; lines: string[] }> => {
  const data = join(temporary(), 'data');
  const { log, lines } = keptLog('trace');
  // A Wednesday at ten, wherever the tests run.
  const real = () => new Date(2026, 10, 25, 10, 0).getTime();
  app = await assemble({ data, demo: false, log, real });
  const { routes } = app.web;
  const people = Array.from({ length: 6 }, (_, i) => visitInProcess(routes, `person-${i}`));
  for (const [i, person] of people.entries()) {
    await person.ask({ kind: 'opened', name: `Person ${i}`, locale: 'en' });
  }
  const [admin] = people;
  if (admin === undefined) throw new Error('nobody');
  const { form } = await admin.say('/pulse start');
  if (form === null) throw new Error('no form');
  const values = Object.fromEntries(
    form.inputs.flatMap((input) =>
      'value' in input && input.value ? [[input.name, input.value]] : [],
    ),
  );
  await admin.ask({ kind: 'submit', form: form.id, values });
  for (let tries = 0; tries < 200; tries += 1) {
    const [home] = cardsIn(await admin.say('/pulse'));
    if (home !== undefined && buttonsOf(home).some(({ label }) => label === 'Answer')) break;
    await sleep(20);
  }
  return { data, people, lines };
};

/** The invitation's message, and its button. */
const invitation = async (person: Visitor): Promise<{ message: number; begin: ActionView }> => {
  const answer = await person.say('/pulse answer');
  const message = answer.messages.find(({ body }) => body.kind === 'card');
  const [card] = cardsIn(answer);
  if (message === undefined || card === undefined) throw new Error('no invitation');
  return { message: message.id, begin: button(card, 'Begin') };
};

const tap = async (person: Visitor, message: number, action: ActionView): Promise<AskAnswer> => {
  expect(action.sealed).toBe(true);
  return person.ask({ kind: 'sealed', message, intent: action.intent, values: null });
};
const shownIn = (answer: AskAnswer): CardView => {
  expect(answer.messages).toEqual([]);
  if (answer.shown === undefined) throw new Error(`nothing shown: ${JSON.stringify(answer)}`);
  return answer.shown.card;
};

describe('an answer on the page', () => {
  it('is counted, and leaves no trace in any file or in the log', async () => {
    const { data, people, lines } = await surveyed();
    const [, person, other] = people;
    if (person === undefined || other === undefined) throw new Error('nobody');
    const { message, begin } = await invitation(person);
    let card = shownIn(await tap(person, message, begin));
    for (const label of TAPS) card = shownIn(await tap(person, message, button(card, label)));
    expect(card.title).toBe('Your answers');
    const { form } = await tap(person, message, button(card, 'Add words'));
    if (form === null || form.sealed === null) throw new Error('no sealed form');
    const submit = { kind: 'sealed', message, intent: form.sealed, values: { w3: WORDS } } as const;
    const first = await person.ask(submit, 'direct', 'delivery-once');
    expect(shownIn(first).title).toBe('Counted. Thank you!');
    // A lost answer is asked for again with the same delivery.
    expect(await person.ask(submit, 'direct', 'delivery-once')).toEqual(first);
    expect(shownIn(await person.ask(submit)).title).toBe('Counted already');

    // After a reload it begins with the invitation, which says nothing of what was done.
    const again = shownIn(await tap(person, message, begin));
    expect(again.title).toBe('Question 1 of 3');
    // Somebody who only taps leaves as little.
    const second = await invitation(other);
    card = shownIn(await tap(other, second.message, second.begin));
    for (const label of TAPS) card = shownIn(await tap(other, second.message, button(card, label)));

    const bytes = bytesIn(data);
    expect(bytes).toContain('Begin');
    const logged = lines.join('\n');
    expect(lines.length).toBeGreaterThan(0);
    for (const trace of TRACES) {
      const quoted = trace.replaceAll('"', '\\"');
      expect(bytes, trace).not.toContain(trace);
      expect(bytes, trace).not.toContain(quoted);
      expect(logged, trace).not.toContain(trace);
    }
    // The page's own file does not even say that somebody took part.
    const page = ['web.sqlite', 'web.sqlite-wal'].map((name) =>
      readFileSync(join(data, name)).toString('latin1'),
    );
    expect(page.join('')).not.toContain('Counted');
    await app?.close();
    app = null;
    for (const trace of TRACES) expect(bytesIn(data), trace).not.toContain(trace);
  });

  it('is refused where it is forged', async () => {
    const { people } = await surveyed();
    const [, person, other] = people;
    if (person === undefined || other === undefined) throw new Error('nobody');
    const { message, begin } = await invitation(person);
    const sealed = (intent: string, of = message) =>
      person.ask({ kind: 'sealed', message: of, intent, values: null });
    const theirs = await invitation(other);
    await expect(sealed(begin.intent, theirs.message)).rejects.toThrow('403 message');
    await expect(sealed(begin.intent, 99_999)).rejects.toThrow('403 message');
    for (const intent of [
      'nonsense',
      '[]',
      '["pulse","status",{}]',
      '["settings","set",{"key":"name","value":"x"}]',
      '["pulse","nothing",{}]',
      `["pulse","answer",{"survey":1,"answers":"${'4-'.repeat(200)}"}]`,
    ]) {
      await expect(sealed(intent)).rejects.toThrow('409 button_gone');
    }
    // By the way of other buttons it would be kept as a delivery.
    await expect(person.ask({ kind: 'press', message, action: begin.intent })).rejects.toThrow(
      '409 button_gone',
    );
    const wrong = await sealed('["pulse","answer",{"survey":1,"answers":"9"}]');
    expect(wrong.said).toContain('does not look right');
    expect(wrong.shown).toBeUndefined();
  });
});

describe('the last line', () => {
  let stub: Stub;
  afterEach(() => stub.web.close());

  it('a sealed card or form that a bot answers with by mistake is not stored', async () => {
    stub = createStub();
    const sealed: Card = { ...followupCard('en'), sealed: true, title: 'plover' };
    stub.answer = () => [{ kind: 'card', to: 'actor', card: sealed }];
    const ask = { kind: 'command', line: '/score' };
    const body = { as: 'maya', delivery: 'delivery-0001', place: 'direct', ask };
    expect((await knock(stub, '/web/ask', body)).status).toBe(500);
    const person = { kind: 'person', platform: 'web', tenant: 'local', user: 'maya' } as const;
    await expect(stub.web.platform.post(person, sealed, 'key')).rejects.toThrow('never stored');
    const kept = await (await knock(stub, '/web/messages?as=maya&place=direct')).text();
    expect(kept).not.toContain('plover');
    expect(stub.logged.join('')).not.toContain('plover');
  });
});
