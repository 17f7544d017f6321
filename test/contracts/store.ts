import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { AskedQuestion, Installation, Store, Vote } from '../../src/core/store.ts';

/** A database with nothing in it yet. */
export interface EmptyDatabase {
  /** A store on it, closed when the test is over; one without a key where `key` is undefined. */
  open(key: Buffer | undefined): Promise<Store>;
  /** What is in a table, as it is at rest. */
  rows(table: string): Promise<Readonly<Record<string, unknown>>[]>;
  run(sql: string): Promise<void>;
}

export const KEY = Buffer.alloc(32, 7);
const OTHER_KEY = Buffer.alloc(32, 8);

const DAY = 86_400_000;
const NOW = new Date('2026-03-01T12:00:00.123Z');

function later(milliseconds: number): Date {
  return new Date(NOW.getTime() + milliseconds);
}

const QUESTION: AskedQuestion = {
  id: 'q1',
  platform: 'slack',
  workspace: 'T1',
  place: 'C1',
  text: 'how do zebras sleep',
  collections: ['docs', 'api'],
  outcome: 'answered',
  confidence: 0.123456789,
  sections: ['zebra#sleep', 'zebra'],
  at: NOW,
};

const VOTE: Vote = {
  platform: 'slack',
  workspace: 'T1',
  question: 'q1',
  text: 'how do zebras sleep',
  section: 'zebra#sleep',
  helpful: true,
  voter: 'U0VOTER',
  at: NOW,
};

const INSTALLATION: Installation = {
  platform: 'slack',
  workspace: 'T1',
  data: '{"token":"xoxb-very-secret"}',
  at: NOW,
};

/** What every store has to do; `empty` gives a database of its own to each test. */
export function storeContract(empty: () => Promise<EmptyDatabase>): void {
  describe('questions', () => {
    test('are kept with what came of them', async () => {
      const { open, rows } = await empty();
      await (await open(KEY)).questions.record(QUESTION);
      const [row = {}, ...more] = await rows('questions');
      expect(more).toEqual([]);
      expect({ ...row, at: Number(row['at']) }).toEqual({
        ...QUESTION,
        collections: '["docs","api"]',
        sections: '["zebra#sleep","zebra"]',
        at: NOW.getTime(),
      });
    });

    test('are found by their id', async () => {
      const { open } = await empty();
      const { questions } = await open(KEY);
      await questions.record(QUESTION);
      expect(await questions.find('q1')).toEqual(QUESTION);
      expect(await questions.find('q2')).toBeUndefined();
    });

    test('count once, as they were first', async () => {
      const { open, rows } = await empty();
      const { questions } = await open(KEY);
      await questions.record(QUESTION);
      await questions.record({ ...QUESTION, outcome: 'nothing' });
      await Promise.all(['q2', 'q2', 'q2'].map((id) => questions.record({ ...QUESTION, id })));
      expect((await rows('questions')).map(({ id, outcome }) => [id, outcome]).sort()).toEqual([
        ['q1', 'answered'],
        ['q2', 'answered'],
      ]);
    });

    test.each(['', "'; drop table questions; --", '日本 🙂\r\n\t', 'long '.repeat(20_000)])(
      'may be any text (%#)',
      async (text) => {
        const { open, rows } = await empty();
        await (await open(KEY)).questions.record({ ...QUESTION, text });
        expect((await rows('questions')).map((row) => row['text'])).toEqual([text]);
      },
    );

    test.each(['a\0b', 'a\ud800b'])('lose at most what a database cannot hold (%#)', async (text) => {
      const { open, rows } = await empty();
      await (await open(KEY)).questions.record({ ...QUESTION, text });
      const [row] = await rows('questions');
      expect(String(row?.['text']).replace(/[\0\ufffd]/gu, '')).toBe('ab');
    });
  });

  describe('feedback', () => {
    test('is the last vote of a voter on a question and section', async () => {
      const { open, rows } = await empty();
      const { feedback } = await open(KEY);
      await feedback.record(VOTE);
      await feedback.record({ ...VOTE, helpful: false, at: later(1) });
      const [row, ...more] = await rows('feedback');
      expect(more).toEqual([]);
      expect([row?.['helpful'], Number(row?.['at'])]).toEqual([0, later(1).getTime()]);
    });

    test('is not taken back by an older vote that arrives late', async () => {
      const { open, rows } = await empty();
      const { feedback } = await open(KEY);
      await feedback.record({ ...VOTE, helpful: false, at: later(1) });
      await feedback.record(VOTE);
      expect((await rows('feedback')).map(({ helpful }) => helpful)).toEqual([0]);
    });

    test('of somebody else, or on something else, counts apart', async () => {
      const { open, rows } = await empty();
      const { feedback } = await open(KEY);
      await feedback.record(VOTE);
      await feedback.record({ ...VOTE, voter: 'U1' });
      await feedback.record({ ...VOTE, workspace: 'T2' });
      await feedback.record({ ...VOTE, platform: 'discord' });
      await feedback.record({ ...VOTE, question: 'q2' });
      await feedback.record({ ...VOTE, section: 'zebra' });
      expect(await rows('feedback')).toHaveLength(6);
    });

    test.each([KEY, undefined])('names no voter at rest (%#)', async (key) => {
      const { open, rows } = await empty();
      await (await open(key)).feedback.record(VOTE);
      const [row] = await rows('feedback');
      expect(row?.['voter']).toMatch(/^[\w-]{43}$/u);
      expect(inspect(row)).not.toContain(VOTE.voter);
    });

    test('hashes a voter with the key, so that nobody without it can try out who it was', async () => {
      const { open, rows } = await empty();
      await (await open(undefined)).feedback.record(VOTE);
      await (await open(KEY)).feedback.record(VOTE);
      await (await open(OTHER_KEY)).feedback.record(VOTE);
      expect(new Set((await rows('feedback')).map(({ voter }) => voter)).size).toBe(3);
    });
  });

  describe('installations', () => {
    test('are found as they were saved last, each in its own workspace', async () => {
      const { installations } = await (await empty()).open(KEY);
      await installations.save({ ...INSTALLATION, data: 'before' });
      await installations.save(INSTALLATION);
      await installations.save({ ...INSTALLATION, workspace: 'T2', data: '' });
      await installations.save({ ...INSTALLATION, platform: 'discord', data: 'Grüße 🙂' });
      expect(await installations.find('slack', 'T1')).toBe(INSTALLATION.data);
      expect(await installations.find('slack', 'T2')).toBe('');
      expect(await installations.find('discord', 'T1')).toBe('Grüße 🙂');
      expect(await installations.find('slack', 'T3')).toBeUndefined();
    });

    test('are gone once they are removed, others not', async () => {
      const { installations } = await (await empty()).open(KEY);
      await installations.save(INSTALLATION);
      await installations.save({ ...INSTALLATION, workspace: 'T2' });
      await installations.remove('slack', 'T1');
      await installations.remove('slack', 'T1');
      expect(await installations.find('slack', 'T1')).toBeUndefined();
      expect(await installations.find('slack', 'T2')).toBe(INSTALLATION.data);
    });

    test('are encrypted at rest, and never twice to the same', async () => {
      const { open, rows } = await empty();
      const { installations } = await open(KEY);
      await installations.save(INSTALLATION);
      const [first] = await rows('installations');
      await installations.save(INSTALLATION);
      const [second] = await rows('installations');
      expect(first?.['data']).not.toBe(second?.['data']);
      expect(Buffer.from(String(first?.['data']), 'base64').toString('latin1')).not.toContain('secret');
    });

    test('cannot be read with another key, and the error shows nothing of them', async () => {
      const { open } = await empty();
      await (await open(KEY)).installations.save(INSTALLATION);
      const error = await rejection((await open(OTHER_KEY)).installations.find('slack', 'T1'));
      expect(error.message).toMatch(
        /^cannot read the installation in slack T1 .*ENCRYPTION_KEY is not the one/u,
      );
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('very-secret');
    });

    test('cannot be passed off as those of another workspace', async () => {
      const { open, run } = await empty();
      const { installations } = await open(KEY);
      await installations.save(INSTALLATION);
      await run("update installations set workspace = 'T2'");
      expect((await rejection(installations.find('slack', 'T2'))).message).toContain('ENCRYPTION_KEY');
    });

    test('ask for a key, without which they can only be removed', async () => {
      const { open, rows } = await empty();
      await (await open(KEY)).installations.save(INSTALLATION);
      const { installations } = await open(undefined);
      const asking = 'ENCRYPTION_KEY must be set';
      expect((await rejection(installations.save(INSTALLATION))).message).toContain(asking);
      expect((await rejection(installations.find('slack', 'T1'))).message).toContain(asking);
      await installations.remove('slack', 'T1');
      expect(await rows('installations')).toEqual([]);
    });
  });

  describe('claims', () => {
    test('are given to one of fifty at the same time, in two stores', async () => {
      const { open } = await empty();
      const stores = [await open(KEY), await open(undefined)];
      const claims = stores.flatMap(({ claims }) =>
        Array.from({ length: 25 }, () => claims.claim('message', NOW)),
      );
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    });

    test('of one key do not touch another', async () => {
      const { claims } = await (await empty()).open(KEY);
      expect(await Promise.all(['a', 'A', 'a ', ''].map((key) => claims.claim(key, NOW)))).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(await claims.claim('a', NOW)).toBe(false);
    });

    test('stand for a week, then are forgotten, looked through once an hour', async () => {
      const { open, rows } = await empty();
      const { claims } = await open(KEY);
      const keys = async () => (await rows('claims')).map(({ key }) => key).sort();
      await claims.claim('a', NOW);
      await claims.claim('b', later(1000));
      await claims.claim('c', later(7 * DAY));
      expect(await claims.claim('a', later(7 * DAY))).toBe(false);
      expect(await keys()).toEqual(['a', 'b', 'c']);
      await claims.claim('d', later(7 * DAY + 500));
      expect(await keys()).toEqual(['a', 'b', 'c', 'd']);
      await claims.claim('e', later(7 * DAY + 3_600_000));
      expect(await keys()).toEqual(['c', 'd', 'e']);
      expect(await claims.claim('a', later(7 * DAY + 3_600_000))).toBe(true);
    });
  });

  describe('a store', () => {
    test('still has everything when it is opened again', async () => {
      const { open } = await empty();
      const before = await open(KEY);
      await before.installations.save(INSTALLATION);
      await before.claims.claim('a', NOW);
      await before.close();
      const after = await open(KEY);
      expect(await after.installations.find('slack', 'T1')).toBe(INSTALLATION.data);
      expect(await after.claims.claim('a', NOW)).toBe(false);
    });

    test('finishes what was begun before it closes, may be closed twice, and is closed then', async () => {
      const { open, rows } = await empty();
      const store = await open(KEY);
      const begun = Array.from({ length: 20 }, (_, id) =>
        store.questions.record({ ...QUESTION, id: String(id) }),
      );
      await Promise.all([store.close(), store.close()]);
      await Promise.all(begun);
      await store.close();
      expect(await rows('questions')).toHaveLength(20);
      expect((await rejection(store.claims.claim('a', NOW))).message).toBe(
        'cannot claim a message: the store is closed',
      );
    });

    test('takes no key of another length', async () => {
      const { open } = await empty();
      const error = await rejection(open(Buffer.alloc(16)));
      expect(error.message).toBe('ENCRYPTION_KEY has 16 bytes; it must have 32');
    });
  });
}

/** The error that a promise must reject with. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  return error as Error;
}
