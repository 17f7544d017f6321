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
import { startPostgres } from './postgres-servers.ts';

/** Without a server there is PGlite, whose one session mixes up what several connections ask at the same time. */
const hasServer = process.env['TEST_DATABASE_URL'] !== undefined;
const load = hasServer
  ? { processes: true, entries: 1000, channels: 100, runs: 15 }
  : { processes: false, entries: 20, channels: 5, runs: 5 };

const log = createLog({ level: 'silent', secrets: [], destination: process.stderr });

async function start(): Promise<SharedDatabase> {
  const { url, query, stop } = await startPostgres();
  const open = () => openStore({ url, file: '', key: undefined, log, connections: hasServer ? 5 : 1 });
  const only = await open();
  return {
    address: url,
    open: hasServer ? open : () => Promise.resolve({ ...only, close: () => Promise.resolve() }),
    rows: (table) => query(`select * from ${table}`),
    run: async (sql) => void (await query(sql)),
    stop: async () => {
      await only.close();
      await stop();
    },
  };
}

describe('changelogs in PostgreSQL', () => {
  const current = changelogs(start);
  feedStatesContract(current);
  entriesContract(current);
  subscriptionsContract(current);
  deliveriesContract(current);
  deliveryUpdatesContract(current);
  deliveryRacesContract(current, load);
});
