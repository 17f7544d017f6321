import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import type { Mirror, Synced, SyncOptions } from '../../src/core/mirror.ts';
import { keepCurrent } from '../../src/sources/keep-current.ts';
import type { KeepingCurrent, Timers } from '../../src/sources/keep-current.ts';

const MINUTE = 60_000;

/** Time that goes on only when a test says so. */
function scriptedTime(): {
  now: () => Date;
  timers: Timers;
  pauses: () => number[];
  wait(milliseconds: number): void;
  pass(): Promise<void>;
} {
  const waiting = new Set<{ at: number; act: () => void }>();
  const clock = { time: Date.parse('2026-01-02T00:00:00Z') };
  return {
    now: () => new Date(clock.time),
    timers: {
      after: (milliseconds, act) => {
        const timer = { at: clock.time + milliseconds, act };
        waiting.add(timer);
        return () => void waiting.delete(timer);
      },
    },
    pauses: () => [...waiting].map(({ at }) => at - clock.time),
    wait: (milliseconds) => {
      clock.time += milliseconds;
    },
    pass: async () => {
      const [next] = [...waiting].sort((a, b) => a.at - b.at);
      if (next === undefined) throw new Error('nothing is waited for');
      waiting.delete(next);
      clock.time = next.at;
      next.act();
      await settled();
    },
  };
}

/** All that needs no time has happened. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function synced(...changed: string[]): Synced {
  return { kind: 'synced', changed, warnings: [] };
}

function leavingOut(...warnings: string[]): Synced {
  return { kind: 'synced', changed: [], warnings };
}

function failed(reason = 'it is down', retryAfter = 0): Synced {
  return { kind: 'failed', reason, remedy: 'wait', retryAfter };
}

/** A mirror that does what a test has written down; where nothing is, it finds nothing new. */
class ScriptedMirror implements Mirror {
  readonly folder = '/nowhere';
  readonly script: (Synced | Promise<Synced>)[];
  syncs: SyncOptions[] = [];
  isThere: boolean;

  constructor(isThere: boolean, ...script: (Synced | Promise<Synced>)[]) {
    this.isThere = isThere;
    this.script = script;
  }

  async hasCopy(): Promise<boolean> {
    return this.isThere;
  }

  async sync(options: SyncOptions): Promise<Synced> {
    this.syncs.push(options);
    const result = await (this.script.shift() ?? synced());
    this.isThere ||= result.kind === 'synced';
    return result;
  }
}

function keeping(mirrors: Record<string, ScriptedMirror>, everyMinutes = 15) {
  const time = scriptedTime();
  const lines: string[] = [];
  const told: [string, readonly string[]][] = [];
  const keeper: KeepingCurrent = keepCurrent({
    mirrors: Object.entries(mirrors).map(([collection, mirror]) => ({ collection, mirror, everyMinutes })),
    log: pino(
      { level: 'info' },
      { write: (line: string) => lines.push((JSON.parse(line) as { msg: string }).msg) },
    ),
    now: time.now,
    random: () => 0.5,
    timers: time.timers,
  });
  const start = async (): Promise<void> => {
    keeper.start((collection, files) => void told.push([collection, files]));
    await settled();
  };
  return { ...time, keeper, lines, told, start };
}

function later<T>(): { promise: Promise<T>; resolve(value: T): void } {
  const box: { resolve(value: T): void } = { resolve: () => undefined };
  const promise = new Promise<T>((resolve) => (box.resolve = resolve));
  return { promise, resolve: (value) => box.resolve(value) };
}

describe('at the start', () => {
  test('only what has no copy is brought, and what starts then is told nothing of it', async () => {
    const [here, missing] = [new ScriptedMirror(true), new ScriptedMirror(false, synced('a.md'))];
    const { keeper, start, told, pauses } = keeping({ here, missing });
    await keeper.bringMissing();
    expect([here.syncs.length, missing.syncs.length]).toEqual([0, 1]);
    await start();
    expect([here.syncs.length, missing.syncs.length]).toEqual([1, 1]);
    expect(told).toEqual([]);
    expect(pauses()).toHaveLength(2);
  });

  test('what cannot be brought is brought later, and all of it told then', async () => {
    const docs = new ScriptedMirror(false, failed(), synced('a.md', 'b.md'));
    const { keeper, start, told, pass, now } = keeping({ docs });
    await keeper.bringMissing();
    expect(keeper.failing()).toEqual([
      { collection: 'docs', reason: 'it is down', remedy: 'wait', hasCopy: false, since: now() },
    ]);
    await start();
    await pass();
    expect(told).toEqual([['docs', ['a.md', 'b.md']]]);
    expect(keeper.failing()).toEqual([]);
  });

  test('what is asked for before it is done once more', async () => {
    const first = later<Synced>();
    const docs = new ScriptedMirror(false, first.promise, synced('b.md'));
    const { keeper, start, told } = keeping({ docs });
    const bringing = keeper.bringMissing();
    await settled();
    expect(keeper.trigger('docs')).toBe(true);
    first.resolve(synced('a.md'));
    await bringing;
    await start();
    expect(told).toEqual([['docs', ['b.md']]]);
  });
});

describe('later', () => {
  test('each mirror is synced again and again, a little later than it was asked for', async () => {
    const docs = new ScriptedMirror(true, synced(), synced('a.md'), synced(), synced('b.md'));
    const { start, told, pass, pauses } = keeping({ docs }, 20);
    await start();
    expect(pauses()).toEqual([21 * MINUTE]);
    await pass();
    await pass();
    await pass();
    expect(told).toEqual([
      ['docs', ['a.md']],
      ['docs', ['b.md']],
    ]);
    expect(pauses()).toEqual([21 * MINUTE]);
  });

  test('what fails is tried sooner and then less and less often, but not less than is usual', async () => {
    const docs = new ScriptedMirror(true, ...Array.from({ length: 8 }, () => failed()), synced());
    const { keeper, start, pass, pauses, now, lines } = keeping({ docs }, 15);
    const began = now();
    await start();
    const seen: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      seen.push(pauses()[0] ?? 0);
      await pass();
    }
    const expected = [0.5, 1, 2, 4, 8, 15, 15, 15].map((minutes) => minutes * MINUTE * 1.05);
    expect(seen).toEqual(expected);
    expect(keeper.failing()).toEqual([]);
    expect(lines).toEqual(['docs cannot be brought up to date: it is down (wait)', 'docs can be read again']);
    expect(now().getTime() - began.getTime()).toBe(expected.reduce((sum, pause) => sum + pause, 0));
  });

  test('a failure has its first time and its newest reason', async () => {
    const docs = new ScriptedMirror(true, failed('one'), failed('two'));
    const { keeper, start, pass, now, lines } = keeping({ docs });
    const since = now();
    await start();
    await pass();
    expect(keeper.failing()).toEqual([
      { collection: 'docs', reason: 'two', remedy: 'wait', hasCopy: true, since },
    ]);
    expect(lines).toHaveLength(2);
  });

  test('what a sync leaves out is told once, and stays known until a sync does not', async () => {
    const docs = new ScriptedMirror(
      true,
      leavingOut('a is gone'),
      leavingOut('a is gone', 'b is gone'),
      failed(),
    );
    const { keeper, start, pass, lines } = keeping({ docs });
    await start();
    await pass();
    await pass();
    expect(lines).toEqual([
      'docs: a is gone',
      'docs: b is gone',
      'docs cannot be brought up to date: it is down (wait)',
    ]);
    const known = ['a is gone', 'b is gone'].map((message) => ({ collection: 'docs', message }));
    expect(keeper.warnings()).toEqual(known);
    await pass();
    expect(keeper.warnings()).toEqual([]);
  });

  test('a server that asks to wait is left alone for so long', async () => {
    const docs = new ScriptedMirror(true, failed('busy', 7_200));
    const { start, pauses } = keeping({ docs }, 1);
    await start();
    expect(pauses()).toEqual([7_200_000 * 1.05]);
  });

  test('what is asked for is synced at once, and its next time counts from there', async () => {
    const [docs, api] = [new ScriptedMirror(true), new ScriptedMirror(true)];
    const { keeper, start, told, pauses } = keeping({ docs, api });
    await start();
    docs.script.push(synced('a.md'));
    expect(keeper.trigger('docs')).toBe(true);
    await settled();
    expect(told).toEqual([['docs', ['a.md']]]);
    expect([docs.syncs.length, api.syncs.length]).toEqual([2, 1]);
    expect(pauses()).toHaveLength(2);
    expect(keeper.trigger('nobody')).toBe(false);
  });

  test('what is asked for again and again while a sync runs is done once more after it', async () => {
    const first = later<Synced>();
    const docs = new ScriptedMirror(true, first.promise);
    const { keeper, start } = keeping({ docs });
    await start();
    for (let asked = 0; asked < 3; asked += 1) keeper.trigger('docs');
    await settled();
    expect(docs.syncs).toHaveLength(1);
    first.resolve(synced());
    await settled();
    expect(docs.syncs).toHaveLength(2);
  });

  test('no sync begins before the last one was taken in', async () => {
    const taken = later<void>();
    const docs = new ScriptedMirror(true, synced('a.md'), synced('b.md'));
    const { keeper } = keeping({ docs });
    keeper.start(() => taken.promise);
    await settled();
    keeper.trigger('docs');
    await settled();
    expect(docs.syncs).toHaveLength(1);
    taken.resolve();
    await settled();
    expect(docs.syncs).toHaveLength(2);
  });

  test('what could not be taken in is told again with the next', async () => {
    const docs = new ScriptedMirror(true, synced('a.md'), synced('b.md'), synced());
    const { keeper, pass, lines } = keeping({ docs });
    const told: (readonly string[])[] = [];
    keeper.start((_collection, files) => {
      told.push(files);
      if (told.length === 1) throw new Error('no memory');
    });
    await settled();
    await pass();
    await pass();
    expect(told).toEqual([['a.md'], ['a.md', 'b.md']]);
    expect(lines).toContain('what is new in docs was not taken in, which is tried again');
  });

  test('long work says how far it is, now and then', async () => {
    const long = later<Synced>();
    const docs = new ScriptedMirror(true, synced(), long.promise);
    const { start, pass, lines, wait } = keeping({ docs });
    await start();
    await pass();
    const tell = docs.syncs.at(-1)?.onProgress ?? (() => undefined);
    tell(1, 10);
    wait(10_000);
    tell(2, 10);
    tell(3, 10);
    wait(10_000);
    tell(4, 0);
    expect(lines).toEqual(['docs: 2 of 10 are read', 'docs: 4 are read']);
  });
});

describe('at the end', () => {
  test('a sync is told to stop, and is waited for; nothing is waited for after it', async () => {
    const stopped = later<Synced>();
    const docs = new ScriptedMirror(true, stopped.promise);
    const { keeper, start, told, pauses } = keeping({ docs });
    await start();
    docs.syncs[0]?.signal.addEventListener('abort', () => stopped.resolve(failed('stopped')));
    await keeper.close();
    await settled();
    expect(pauses()).toEqual([]);
    expect(told).toEqual([]);
    expect(keeper.failing()).toEqual([]);
    keeper.trigger('docs');
    await settled();
    expect(docs.syncs).toHaveLength(1);
  });

  test('what waits is not done any more, and what is being taken in is not waited for', async () => {
    const docs = new ScriptedMirror(true, synced('a.md'));
    const { keeper, pauses } = keeping({ docs });
    keeper.start(() => new Promise(() => undefined));
    await settled();
    await keeper.close();
    expect(pauses()).toEqual([]);
  });
});
