// Acceptance: with every copy and every click time, nobody links answers to people better than by guessing.
// `GENJIN_PULSE_SURVEYS=200 npx vitest run tests/system/pulse-anonymity.test.ts` is the full run.
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import type { Loot } from '../../adapters/runtime/pulse/evidence.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { commentsOf, type Survey } from '../../src/store/survey.ts';
import { type PulseStage, pulseStage, userOf } from '../support/pulse.ts';
import { guesses, type Haul, spearman } from '../support/pulse-thief.ts';

const SURVEYS = Math.max(20, Number(process.env.GENJIN_PULSE_SURVEYS ?? 60));
const PEOPLE = 12;
const PATIENCE_MS = 120_000 + SURVEYS * 6_000;
const LATER = 30 * 24 * 60 * MINUTE;

let stage: PulseStage;
afterEach(() => stage.close());

/** Mulberry32. */
const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};
const shuffled = (members: readonly number[], random: () => number): number[] =>
  members
    .map((member) => ({ member, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ member }) => member);
const EVERYBODY = Array.from({ length: PEOPLE }, (_, at) => at + 1);

/** Unlike any other words, and of a length of their own; they tell nothing of who wrote them. */
const wordsOf = (survey: number, nonce: number): string =>
  `words ${survey} ${nonce.toString(36)} ${'…'.repeat(nonce % 17)}`;

const copyOf = (name: string): Loot[] =>
  ['', '-wal']
    .filter((suffix) => existsSync(stage.file + suffix))
    .map((suffix) => {
      const copy = join(stage.folder, `stolen-${name}${suffix}`);
      copyFileSync(stage.file + suffix, copy);
      return { name: `${name}${suffix}`, bytes: readFileSync(copy) };
    });

const ballotsIn = (survey: Survey): Haul['ballots'] => {
  const client = new Client(stage.file, { readonly: true });
  try {
    return client
      .prepare<[string], { key: Buffer; sealed: Buffer }>(
        'SELECT key, sealed FROM ballot WHERE survey = ? ORDER BY key',
      )
      .all(survey.code);
  } finally {
    client.close();
  }
};

interface Played {
  readonly haul: Haul;
  /** Who wrote what. */
  readonly authors: ReadonlyMap<string, number>;
}

/** One survey from launch to end, robbed all along. */
const play = async (n: number, random: () => number): Promise<Played> => {
  const before = copyOf('before');
  const survey = await stage.start({ closesAt: stage.now + 7 * 24 * 60 * MINUTE });
  // As a checkpoint now and then does: the log of the open database begins with this survey's votes.
  await stage.workspace.checkpoint();
  const clicked = shuffled(EVERYBODY, random);
  const authors = new Map<string, number>();
  for (const member of clicked) {
    const text = wordsOf(n, Math.floor(random() * 1e9));
    authors.set(text, member);
    stage.now += MINUTE;
    const answers = [1 + Math.floor(random() * 5), Math.floor(random() * 11), text];
    expect(await stage.vote(survey, member, answers)).toBe('counted');
  }
  const open = copyOf('open');
  const ballots = ballotsIn(survey);
  const closed = await stage.finish(survey.id);
  expect(closed.counted, stage.lines.at(-1)).toBe(PEOPLE);
  const words = stage.workspace
    .read((db) => commentsOf(db, closed, stage.now + LATER))
    .map(({ text }) => text);
  expect(words).toHaveLength(PEOPLE);
  return {
    haul: { files: [...before, ...open, ...copyOf('after')], clicked, words, ballots },
    authors,
  };
};

/** How often each way of guessing named the right author, over all surveys. */
const hitsOf = (played: readonly Played[]): Map<string, number> => {
  const hits = new Map<string, number>();
  for (const { haul, authors } of played) {
    for (const [name, guess] of guesses(haul)) {
      const right = guess.filter((member, at) => authors.get(haul.words[at] ?? '') === member);
      hits.set(name, (hits.get(name) ?? 0) + right.length);
    }
  }
  return hits;
};

const SEED = 20_260_311;
/** Of that many ways of guessing one goes beyond this by chance in some ten thousand runs. */
const DEVIATIONS = 5;

describe(`over ${SURVEYS} surveys of ${PEOPLE}`, () => {
  it('a thief names the author of words no oftener than chance does', {
    timeout: PATIENCE_MS,
  }, async () => {
    stage = await pulseStage([PEOPLE]);
    const random = randomOf(SEED);
    const played: Played[] = [];
    for (let n = 1; n <= SURVEYS; n += 1) {
      const { haul, authors } = await play(n, random);
      // The copies are only needed for guessing, which is done at once.
      played.push({ haul, authors });
    }
    const hits = hitsOf(played);
    process.stdout.write(`${JSON.stringify(Object.fromEntries(hits))}\n`);
    // A random matching has one right on average, with a variance of one.
    for (const [name, right] of hits) {
      expect(Math.abs(right - SURVEYS), name).toBeLessThan(DEVIATIONS * Math.sqrt(SURVEYS));
    }
    expect(hits.size).toBeGreaterThan(8);
    const orders = played.map(({ haul, authors }) =>
      spearman(
        haul.words.map((_, at) => at),
        haul.words.map((text) => haul.clicked.indexOf(authors.get(text) ?? 0)),
      ),
    );
    const mean = orders.reduce((sum, rho) => sum + rho, 0) / orders.length;
    // One ρ of n ranks scatters by 1 / √(n − 1).
    expect(Math.abs(mean)).toBeLessThan(DEVIATIONS / Math.sqrt((PEOPLE - 1) * SURVEYS));
  });
});

describe('the thief is good enough to find', () => {
  it('ballots in arrival order whose words are published in it', async () => {
    stage = await pulseStage([PEOPLE]);
    let n = 0;
    const { vault } = stage;
    stage.vault = {
      ...vault,
      seal: async (...args) => {
        n += 1;
        return { ...(await vault.seal(...args)), key: Uint8Array.from(Buffer.alloc(16, n)) };
      },
    };
    // Keys that only grow, and a shuffle that leaves everything in its place.
    let drawn = 0;
    stage.random = () => {
      drawn += 1;
      return drawn < PEOPLE ? 0.999_999 : drawn / 1e6;
    };
    const { haul, authors } = await play(1, randomOf(SEED));
    const best = Math.max(...hitsOf([{ haul, authors }]).values());
    expect(best).toBe(PEOPLE);
  });

  it('an order in the bytes, where the shuffle is forgotten', () => {
    stage = { close: () => Promise.resolve() } as PulseStage;
    const words = EVERYBODY.map((member) => wordsOf(1, member * 1_000));
    const bytes = Buffer.from(words.join(' '));
    const authors = new Map(words.map((text, at) => [text, EVERYBODY[at] ?? 0]));
    const haul = {
      files: [{ name: 'db', bytes }],
      clicked: EVERYBODY,
      words: words.toSorted(),
      ballots: [],
    };
    expect(hitsOf([{ haul, authors }]).get('first bytes in db')).toBe(PEOPLE);
  });
});

/** Planted people beside planted answers: where both lie within so many bytes. */
const NEAR = 600;
const joins = (
  files: readonly Loot[],
  people: readonly string[],
  answers: readonly string[],
): string[] =>
  files.flatMap(({ name, bytes }) =>
    answers.flatMap((answer) => {
      const found: string[] = [];
      for (let at = bytes.indexOf(answer); at >= 0; at = bytes.indexOf(answer, at + 1)) {
        const around = bytes.subarray(Math.max(0, at - NEAR), at + answer.length + NEAR);
        const beside = people.filter((person) => around.includes(person));
        if (beside.length > 0) found.push(`${name}: ${answer} beside ${beside.join(', ')}`);
      }
      return found;
    }),
  );

it('no file has a person beside what they answered', async () => {
  stage = await pulseStage([PEOPLE]);
  const people = EVERYBODY.map(userOf);
  const { haul, authors } = await play(1, randomOf(SEED));
  const log: Loot = { name: 'log', bytes: Buffer.from(stage.lines.join('\n')) };
  const rest = readdirSync(stage.folder)
    .filter((name) => !name.startsWith('stolen') && name !== 'vault')
    .map((name) => ({ name, bytes: readFileSync(join(stage.folder, name)) }));
  const answers = [...authors.keys()];
  expect(joins([...haul.files, ...rest, log], people, answers)).toEqual([]);
  // Where words are at all: in the database after closing only, never in what was taken while it was open.
  const holding = [...haul.files, log].filter(({ bytes }) =>
    answers.some((text) => bytes.includes(text)),
  );
  expect(holding.map(({ name }) => name)).toEqual(['after']);
  const planted = {
    name: 'planted',
    bytes: Buffer.from(`{"user":"${people[3]}","said":"${answers[0]}"}`),
  };
  expect(joins([planted], people, answers)).toHaveLength(1);
});
