import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { describe } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { changelogs } from '../contracts/changelog-setup.ts';
import type { SharedDatabase } from '../contracts/changelog-setup.ts';
import { deliveriesContract } from '../contracts/deliveries.ts';
import { deliveryRacesContract } from '../contracts/delivery-races.ts';
import { deliveryUpdatesContract } from '../contracts/delivery-updates.ts';
import { entriesContract } from '../contracts/entries.ts';
import { feedStatesContract } from '../contracts/feed-states.ts';
import { subscriptionsContract } from '../contracts/subscriptions.ts';
import { newFolder } from '../folders.ts';

const log = createLog({ level: 'silent', secrets: [], destination: process.stderr });

async function start(): Promise<SharedDatabase> {
  const folder = await newFolder();
  const file = join(folder, 'signpost.sqlite');
  const other = new SqliteFile(file);
  return {
    address: file,
    open: () => openStore({ url: undefined, file, key: undefined, log }),
    rows: async (table) => other.prepare<[], Record<string, unknown>>(`select * from ${table}`).all(),
    run: async (sql) => void other.exec(sql),
    stop: async () => {
      other.close();
      await rm(folder, { recursive: true });
    },
  };
}

describe('changelogs in a file', () => {
  const current = changelogs(start);
  feedStatesContract(current);
  entriesContract(current);
  subscriptionsContract(current);
  deliveriesContract(current);
  deliveryUpdatesContract(current);
  deliveryRacesContract(current, { processes: true, entries: 40, channels: 10, runs: 25 });
});
