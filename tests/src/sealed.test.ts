// Answers on their way into a ballot: prepared outside of transactions, and kept nowhere.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type BotDeps, createBot } from '../../src/bot.ts';
import { notice } from '../../src/cards/notice.ts';
import type { Reply, Request } from '../../src/chat/request.ts';
import { type Verb, verb } from '../../src/commands/command.ts';
import { COMMANDS, isSealed } from '../../src/commands/index.ts';
import { refuse } from '../../src/commands/refuse.ts';
import { audit, inbox } from '../../src/store/schema/index.ts';
import { VaultError } from '../../src/store/vault.ts';
import { botPerTest, cardOf, textOf, WEDNESDAY } from '../support/bot.ts';

const [command] = COMMANDS;
if (command === undefined) throw new Error('no command');
const verbs = command.verbs as Record<string, Verb>;
const ANSWER = 'planted-answer-4711';
const intent = (verbName: string) => ({
  command: command.name,
  verb: verbName,
  args: { answer: ANSWER },
});
const args = z.object({ answer: z.string() });

const bot = botPerTest();
let reported: [unknown, Request][];
let prepared: string[];

/** The bot, with reports kept as a log would have them. */
const other = (deps: Partial<BotDeps> = {}) =>
  createBot({
    workspaceOf: () => Promise.resolve(bot.workspace),
    profileOf: () => Promise.resolve(null),
    channelOf: () => null,
    throttle: () => null,
    zone: 'Asia/Shanghai',
    vault: bot.vault,
    written: () => undefined,
    report: (error, request) => reported.push([error, request]),
    ...deps,
  });
let deliveries = 0;
const request = (verbName: string, id?: string): Request => {
  deliveries += 1;
  return {
    id: id ?? `x${deliveries}`,
    actor: { platform: 'test', tenant: 't1', user: 'li', name: 'li' },
    place: { platform: 'test', tenant: 't1', channel: 'c', kind: 'direct' },
    at: WEDNESDAY,
    ask: { kind: 'submit', intent: intent(verbName), values: { words: ANSWER } },
  };
};

const done = (): Reply[] => [];
beforeEach(() => {
  reported = [];
  prepared = [];
  verbs.sealedTest = verb<{ answer: string }, string>({
    effect: 'write',
    sealed: true,
    args,
    prepare: (call, { answer }) => {
      prepared.push(`asked by ${call.me.name}`);
      return async (vault) => {
        // Waiting here must not hold a transaction: another write goes through meanwhile.
        await bot.workspace.write(() => undefined);
        prepared.push(`done with ${typeof vault.seal}`);
        return `sealed ${answer.length}`;
      };
    },
    run: (call, _args, _values, sealed) => [
      { kind: 'card', to: 'actor', card: notice(call.locale, 'counted', [sealed]) },
    ],
  });
  verbs.plainTest = verb({ effect: 'read', args, run: done });
});
afterEach(() => {
  for (const name of ['sealedTest', 'plainTest', 'leak', 'faulty', 'adminTest', 'vaultTest'])
    delete verbs[name];
});

const kept = (): string =>
  JSON.stringify(
    bot.workspace.read((db) => [db.select().from(inbox).all(), db.select().from(audit).all()]),
  );

describe('a verb that is prepared', () => {
  it('is prepared in a read, runs with what came of it, and answers a redelivery as before', async () => {
    const first = await other().handle(request('sealedTest', 'd1'));
    expect(textOf(cardOf(first))).toContain(`sealed ${ANSWER.length}`);
    expect(prepared).toEqual(['asked by 李雷', 'done with function']);
    expect(await other().handle(request('sealedTest', 'd1'))).toEqual(first);
    expect(prepared).toHaveLength(2);
    expect(kept()).toContain('sealed:test:t1:d1');
    expect(kept()).not.toContain(ANSWER);
    expect(reported).toEqual([]);
  });

  it('is not prepared for whom the role does not allow it', async () => {
    verbs.adminTest = { ...(verbs.sealedTest as Verb), role: 'admin' };
    const replies = await other().handle(request('adminTest'));
    expect(textOf(cardOf(replies))).toContain('管理员');
    expect(prepared).toEqual([]);
  });

  it('may refuse while it prepares, and then nothing is written', async () => {
    verbs.sealedTest = {
      ...(verbs.sealedTest as Verb),
      prepare: () => () => Promise.resolve().then(() => refuse('bad_id')),
    };
    const replies = await other().handle(request('sealedTest'));
    expect(cardOf(replies).tone).toBe('warning');
    expect(kept()).not.toContain('sealed:');
  });
});

describe('what carries an answer', () => {
  it('is known by its intent', () => {
    expect(isSealed(intent('sealedTest'))).toBe(true);
    expect(isSealed(intent('plainTest'))).toBe(false);
    expect(isSealed(intent('no such verb'))).toBe(false);
  });

  it.each([
    ['the error', () => new RangeError(`intent too long: ${ANSWER}`)],
    ['its cause', () => new Error('failed', { cause: new Error(ANSWER) })],
    ['a thrown value', () => ANSWER],
  ])('is in no report: %s', async (_, made) => {
    verbs.faulty = verb({
      effect: 'write',
      sealed: true,
      args,
      run: () => {
        throw made();
      },
    });
    const replies = await other().handle(request('faulty'));
    expect(cardOf(replies).tone).toBe('bad');
    expect(reported).toHaveLength(1);
    const [error, about] = reported[0] ?? [];
    const said = [
      JSON.stringify(about),
      String(error),
      String((error as Error).stack),
      (error as Error).cause,
    ];
    expect(said.join(' ')).not.toContain(ANSWER);
    expect(String(error)).toMatch(/while an answer was on its way$/);
  });

  it('would be seen in the report of a verb that is not marked', async () => {
    verbs.faulty = verb({
      effect: 'write',
      args,
      run: () => {
        throw new Error(ANSWER);
      },
    });
    await other().handle(request('faulty'));
    expect(`${JSON.stringify(reported[0]?.[1])}${String(reported[0]?.[0])}`).toContain(ANSWER);
  });

  it('says what is wrong with the vault, which holds no answer', async () => {
    verbs.vaultTest = {
      ...(verbs.sealedTest as Verb),
      prepare: () => () => Promise.reject(new VaultError('folder', 'there is no vault at /x')),
    };
    await other().handle(request('vaultTest'));
    expect(String(reported[0]?.[0])).toContain('there is no vault at /x');
  });

  it('is never stored as the answer to a delivery', async () => {
    verbs.leak = verb({
      effect: 'write',
      sealed: true,
      args,
      run: (call, { answer }) => [
        { kind: 'card', to: 'actor', card: { ...notice(call.locale, answer), sealed: true } },
      ],
    });
    const replies = await other().handle(request('leak'));
    expect(cardOf(replies).tone).toBe('bad');
    expect(kept()).not.toContain(ANSWER);
    expect(reported).toHaveLength(1);
  });

  it('keeps the bot answering when reporting itself fails', async () => {
    verbs.faulty = verb({ effect: 'write', sealed: true, args, run: () => refuse('bad_id') });
    const report = vi.fn(() => {
      throw new Error('the log is full');
    });
    expect(cardOf(await other({ report }).handle(request('faulty'))).tone).toBe('warning');
    expect(report).not.toHaveBeenCalled();
  });
});
