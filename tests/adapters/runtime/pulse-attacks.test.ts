// The attacks find nothing in a survey as it is kept, and each finds the fault it is for.
import { appendFileSync, copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attack } from '../../../adapters/runtime/pulse/attacks.ts';
import { gather, type Sources } from '../../../adapters/runtime/pulse/evidence.ts';
import { codesIn } from '../../../adapters/vault/directory.ts';
import type { Survey } from '../../../src/store/survey.ts';
import { tamper } from '../../support/folder.ts';
import { type PulseStage, pulseStage } from '../../support/pulse.ts';
import { vaultFolder } from '../../support/vault.ts';

let stage: PulseStage;
let log: string;
let survey: Survey;
beforeEach(async () => {
  stage = await pulseStage([12]);
  log = join(stage.folder, 'genjin.log');
  writeFileSync(log, '');
  survey = await stage.start();
});
afterEach(() => stage.close());

const words = (member: number): string => `planted words ${member * 7919}`;
const voteAll = async (): Promise<void> => {
  for (let member = 1; member <= 12; member += 1) {
    await stage.vote(survey, member, [1 + (member % 5), member % 11, words(member)]);
  }
};

/** A copy of the database and its log, as a backup or a thief takes it. */
const snapshot = (name: string): string => {
  const copy = join(stage.folder, name);
  for (const suffix of ['', '-wal']) {
    if (existsSync(stage.file + suffix)) copyFileSync(stage.file + suffix, copy + suffix);
  }
  return copy;
};

const found = (more: Partial<Sources> = {}): readonly string[] => {
  writeFileSync(log, `${stage.lines.join('\n')}\n`, { flag: 'a' });
  const evidence = gather({
    file: stage.file,
    survey: survey.id,
    logs: [log],
    hasKeys: (code) => codesIn(vaultFolder(stage.folder))?.includes(code) ?? null,
    ...more,
  });
  try {
    return attack(evidence).flatMap((attempt) => attempt.found);
  } finally {
    evidence.close();
  }
};

describe('of a survey as it is kept', () => {
  it('nothing is found while it is open', async () => {
    await voteAll();
    expect(found()).toEqual([]);
  });

  it('nothing is found after closing, with every copy that could have been made', async () => {
    const before = snapshot('before.sqlite');
    await voteAll();
    const open = snapshot('open.sqlite');
    await stage.finish(survey.id);
    const after = snapshot('after.sqlite');
    const marks = new Client(open, { readonly: true });
    expect(marks.prepare('SELECT count(*) FROM mark').pluck().get()).toBe(12);
    marks.close();
    expect(found({ copies: [before, open, after] })).toEqual([]);
  });
});

describe('a planted fault is found:', () => {
  it('a time column', async () => {
    tamper(stage.file, 'ALTER TABLE ballot ADD COLUMN cast_at INTEGER');
    expect(found()).toEqual(['ballot has a column cast_at']);
  });

  it('a table that numbers its rows', async () => {
    tamper(
      stage.file,
      `DROP TABLE mark;
       CREATE TABLE mark (survey TEXT NOT NULL, mark BLOB NOT NULL, PRIMARY KEY (survey, mark))`,
    );
    expect(found()).toEqual(['mark numbers its rows']);
  });

  it('something that runs along with a vote', async () => {
    tamper(
      stage.file,
      `CREATE TABLE note (at INTEGER);
       CREATE TRIGGER note_vote AFTER INSERT ON ballot BEGIN INSERT INTO note VALUES (1); END`,
    );
    expect(found()).toEqual(['ballot has a trigger note_vote']);
  });

  it('ballots stored in the order they came', async () => {
    let n = 0;
    const { vault } = stage;
    stage.vault = {
      ...vault,
      seal: async (...args) => {
        n += 1;
        return { ...(await vault.seal(...args)), key: Uint8Array.from([...Buffer.alloc(15), n]) };
      },
    };
    await voteAll();
    expect(found()).toEqual(['the ballots’ keys are not random: they lie close together']);
  });

  it('keys that were kept', async () => {
    await voteAll();
    const open = snapshot('open.sqlite');
    stage.vault = { ...stage.vault, destroy: () => Promise.resolve() };
    await stage.finish(survey.id);
    expect(found({ copies: [open] })).toEqual(['the vault still has its keys']);
  });

  it('a mark key in a file', async () => {
    await voteAll();
    const open = snapshot('open.sqlite');
    // A vault that makes marks with a key we know: the file it lies in is what a crash dump would be.
    const leaked = Buffer.from(
      '6b0c9d1e2f304152637485960718293a4b5c6d7e8f90a1b2c3d4e5f607182930',
      'hex',
    );
    const { createHmac } = await import('node:crypto');
    const own = createHmac('sha256', leaked).update('member:2').digest();
    tamper(open, `INSERT INTO mark VALUES ('${survey.code}', x'${own.toString('hex')}')`);
    await stage.finish(survey.id);
    const dump = snapshot('dump.sqlite');
    appendFileSync(dump, Buffer.concat([Buffer.alloc(33), leaked, Buffer.alloc(40)]));
    expect(found({ copies: [open, dump] })).toEqual([
      expect.stringMatching(/^byte \d+ of dump\.sqlite begins the mark key/) as string,
    ]);
  });

  it('ballots, marks and messages left behind', async () => {
    await voteAll();
    await stage.finish(survey.id);
    tamper(
      stage.file,
      `INSERT INTO ballot VALUES ('${survey.code}', x'${'01'.repeat(16)}', x'02');
       INSERT INTO mark VALUES ('${survey.code}', x'01');
       INSERT INTO outbox (key, target, card, state, not_before, created_at)
       VALUES ('pulse:1:reminder-1-1:4', '{}', '{}', 'sent', 0, 0)`,
    );
    expect(found()).toEqual([
      '1 ballots are still there',
      '1 marks are still there',
      '1 messages are still there',
      '1 keys end in a member’s number',
    ]);
  });

  it('live results', async () => {
    await voteAll();
    tamper(stage.file, `INSERT INTO survey_figure VALUES (1, 0, 0, '{"tier":"full"}')`);
    expect(found()).toEqual(['1 figures are there']);
  });

  it('answers that were logged or kept', async () => {
    await voteAll();
    await stage.finish(survey.id);
    appendFileSync(log, `{"msg":"press","intent":{"args":{"survey":1,"answers":"3-x"}}}\n`);
    appendFileSync(log, `{"msg":"submit","values":{"2":"${words(4)}"}}\n`);
    tamper(
      stage.file,
      `INSERT INTO inbox VALUES ('test:t1:x', 0, '[{"card":{"args":{"answers":"5-?"}}}]');
       INSERT INTO draft (member_id, line, at) SELECT 1, '${words(5)}', 0`,
    );
    expect(found()).toEqual([
      '1 of them in draft.line',
      '1 of them in genjin.log',
      '1 in inbox.replies',
      '1 lines of genjin.log',
    ]);
  });

  it('ballots of different sizes', async () => {
    await voteAll();
    tamper(
      stage.file,
      `INSERT INTO ballot VALUES ('${survey.code}', x'${'01'.repeat(16)}', x'0203')`,
    );
    expect(found()).toEqual([expect.stringMatching(/^2 sizes: /) as string]);
  });
});
