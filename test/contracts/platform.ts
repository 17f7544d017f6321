import { describe, expect, test } from 'vitest';
import type { Platform } from '../../src/core/platform.ts';

/** What every platform has to do; `create` gives one that can be started, and whatever it talks to is there. */
export function platformContract(create: () => Promise<Platform>): void {
  describe('a platform', () => {
    test('has a name for the log', async () => {
      expect((await create()).name).toMatch(/^[a-z]+$/u);
    });

    test('starts, and stops twice', async () => {
      const platform = await create();
      await platform.start();
      await platform.stop();
      await expect(platform.stop()).resolves.toBeUndefined();
    });

    test('stops at once from several sides', async () => {
      const platform = await create();
      await platform.start();
      await expect(Promise.all([platform.stop(), platform.stop()])).resolves.toBeDefined();
    });

    test('stops though it was never started', async () => {
      await expect((await create()).stop()).resolves.toBeUndefined();
    });
  });
}
