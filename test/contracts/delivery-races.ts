import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Settled } from '../../src/core/changelog-store.ts';
import { at, entry, subscription } from './changelog-setup.ts';
import type { Changelogs } from './changelog-setup.ts';
import { createDeliveryModel } from './delivery-model.ts';
import type { Step } from './delivery-model.ts';

// Every run tries the same.
fc.configureGlobal({ seed: 1 });

export interface Load {
  /** Whether other processes can use the database at the same time. */
  readonly processes: boolean;
  readonly entries: number;
  readonly channels: number;
  /** Of random sequences. */
  readonly runs: number;
}

const PROGRAM = join(import.meta.dirname, '../store/deliver-all.ts');

const KINDS: Settled['kind'][] = ['sent', 'again', 'refused', 'dead'];

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('say'), entry: fc.nat(5), channels: fc.subarray([0, 1, 2]) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('claim') }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('settle'), which: fc.nat(9), as: fc.constantFrom(...KINDS) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait'), seconds: fc.constantFrom(1, 30, 61) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('subscribe'), channel: fc.nat(2) }) },
);

/** What every database has to do when several replicas deliver at the same time, and some die. */
export function deliveryRacesContract(current: () => Changelogs, load: Load): void {
  const channels = Array.from({ length: load.channels }, (_, index) => `C${index}`);

  describe('several replicas', () => {
    test('in one process get each post once', async () => {
      const { store, post, claim, sent } = current();
      for (const channel of channels.slice(0, 10)) await store.subscriptions.save(subscription(channel));
      await post(
        Array.from({ length: 5 }, (_, index) => entry(`e${index}`)),
        channels.slice(0, 10).map((channel) => `${channel}:animals`),
      );
      const posted: string[] = [];
      const work = async () => {
        for (let next = await claim(0, { burst: 9 }); next; next = await claim(0, { burst: 9 })) {
          posted.push(`${next.subscription.id} ${next.entries.map(({ id }) => id).join(' ')}`);
          expect(await sent(next, 0)).toBe(true);
        }
      };
      await Promise.all(Array.from({ length: 8 }, work));
      expect(new Set(posted).size).toBe(posted.length);
      expect(posted).toHaveLength(5 * Math.min(10, load.channels));
    });

    test.runIf(load.processes)(
      'in two processes make every delivery once, and miss none',
      { timeout: 3_600_000 },
      async () => {
        const { store, post, database } = current();
        for (const channel of channels) await store.subscriptions.save(subscription(channel));
        const ids = Array.from({ length: load.entries }, (_, index) => `e${index}`);
        await post(
          ids.map((id) => entry(id)),
          channels.map((channel) => `${channel}:animals`),
        );
        const args = ['--import', 'tsx', PROGRAM, database.address, at(0).toISOString(), '4'];
        const run = async (): Promise<string[][]> => {
          const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 });
          return JSON.parse(stdout) as string[][];
        };
        const [first, second] = await Promise.all([run(), run()]);
        const made = [...first, ...second].flatMap(([id, ...ids]) => ids.map((one) => `${id} ${one}`));
        expect(made).toHaveLength(load.entries * load.channels);
        expect(new Set(made).size).toBe(made.length);
        expect(await store.deliveries.waiting()).toEqual(new Map());
      },
    );

    test(
      'that die, fail and come late post nothing twice and lose nothing',
      { timeout: 3_600_000 },
      async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
            await current().clear();
            const model = await createDeliveryModel(current().store);
            for (const one of steps) await model.take(one);
            await model.finish();
          }),
          { numRuns: load.runs },
        );
      },
    );
  });
}
