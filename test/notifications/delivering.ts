import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Entry } from '../../src/core/entry.ts';
import type { Store } from '../../src/core/store.ts';
import type { Subscription } from '../../src/core/subscription.ts';
import { createLog } from '../../src/log.ts';
import type { Log } from '../../src/log.ts';
import { deliver } from '../../src/notifications/deliver.ts';
import { plan } from '../../src/notifications/plan.ts';
import type { Edits } from '../../src/notifications/plan.ts';
import { openStore } from '../../src/store/open-store.ts';
import { newFolder } from '../folders.ts';
import { shown } from './examples.ts';
import { scriptedAnnouncer } from './scripted-announcer.ts';
import type { ScriptedAnnouncer } from './scripted-announcer.ts';

/** The notifications of a test, with a clock that stands still until it is told to go on. */
export interface Delivering {
  readonly store: Store;
  readonly announcer: ScriptedAnnouncer;
  /** Messages of the log, each with its level before it. */
  readonly log: readonly string[];
  now(): Date;
  /** Lets time go by. */
  pass(milliseconds: number): void;
  subscribe(...subscriptions: readonly Subscription[]): Promise<void>;
  /** Reads entries that are new, and plans them. */
  publish(...entries: readonly Entry[]): Promise<void>;
  /** Sends all that is due now; gives how many attempts that took. */
  deliverAll(): Promise<number>;
  /** Sends what is due, second after second, until nothing is any more. */
  deliverFor(seconds: number): Promise<void>;
}

export const SECOND = 1_000;
export const HOUR = 3_600 * SECOND;
export const DAY = 24 * HOUR;

export interface DeliveringOptions {
  readonly burst?: number;
  readonly edits?: Edits;
  readonly announcer?: ScriptedAnnouncer;
}

/** With a database of its own, which goes with the test. */
export async function startDelivering(options: DeliveringOptions = {}): Promise<Delivering> {
  const { burst = 5, edits = { days: 7, times: 3 }, announcer = scriptedAnnouncer() } = options;
  const lines: string[] = [];
  const log = recordingLog(lines);
  const file = join(await newFolder(), 'signpost.sqlite');
  const store = await openStore({ url: undefined, file, key: undefined, log });
  onTestFinished(() => store.close());
  let clock = Date.UTC(2026, 5, 1, 12);
  const now = (): Date => new Date(clock);
  const delivery = { ...store, announcers: () => [announcer], show: shown, burst, log, now, random: () => 0 };
  const delivering: Delivering = {
    store,
    announcer,
    log: lines,
    now,
    pass: (milliseconds) => void (clock += milliseconds),
    subscribe: async (...subscriptions) => {
      for (const one of subscriptions) await store.subscriptions.save(one);
    },
    publish: async (...entries) => {
      await store.entries.merge(entries, { at: now(), isOld: false });
      await plan({ ...store, edits, now });
    },
    deliverAll: async () => {
      let attempts = 0;
      while (await deliver(delivery)) attempts += 1;
      return attempts;
    },
    deliverFor: async (seconds) => {
      for (let second = 0; second < seconds; second += 1) {
        await delivering.deliverAll();
        clock += SECOND;
      }
    },
  };
  return delivering;
}

const LEVELS: Readonly<Record<number, string>> = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error' };

/** A log that ends in a list, each line with its level before it. */
export function recordingLog(lines: string[]): Log {
  const write = (line: string): void => {
    const { level, msg } = JSON.parse(line) as { level: number; msg: string };
    lines.push(`${LEVELS[level] ?? level}: ${msg}`);
  };
  return createLog({ level: 'debug', secrets: [], destination: { write } });
}
