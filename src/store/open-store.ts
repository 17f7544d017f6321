import type { Store } from '../core/store.ts';
import type { Log } from '../log.ts';
import { createClaims } from './claims.ts';
import type { Database } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import { createEntryLog } from './entries.ts';
import { createFeedStates } from './feed-states.ts';
import { createFeedbackLog } from './feedback.ts';
import { createInstallations } from './installations.ts';
import { openPostgres } from './postgres.ts';
import { createQuestionLog } from './questions.ts';
import { openSqlite } from './sqlite.ts';
import { StoreError } from './store-error.ts';
import { createSubscriptions } from './subscriptions.ts';

export interface StoreOptions {
  /** `postgres://…` or `postgresql://…`; where it is undefined, the file is used. */
  readonly url: string | undefined;
  /** Path of the SQLite file. */
  readonly file: string;
  /** 32 bytes that encrypt tokens; without them none can be kept. */
  readonly key: Buffer | undefined;
  readonly log: Log;
  /** Connections to PostgreSQL at most, of this process. */
  readonly connections?: number;
}

const CONNECTIONS = 5;
/** Of AES-256. */
const KEY_BYTES = 32;

/** Opens the database and brings its tables up to date. Rejects with a `StoreError` that says what to do. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { key, log } = options;
  if (key !== undefined && key.length !== KEY_BYTES) {
    throw new StoreError(`ENCRYPTION_KEY has ${key.length} bytes; it must have ${KEY_BYTES}`);
  }
  const database = await openDatabase(options);
  return {
    questions: createQuestionLog(database),
    feedback: createFeedbackLog(database, key),
    installations: createInstallations(database, key),
    claims: createClaims(database, log),
    feeds: createFeedStates(database),
    entries: createEntryLog(database),
    subscriptions: createSubscriptions(database),
    deliveries: createDeliveries(database),
    close: async () => {
      await database.calls.end();
      await database.db.destroy();
    },
  };
}

async function openDatabase({ url, file, log, connections }: StoreOptions): Promise<Database> {
  if (url === undefined) return openSqlite(file);
  if (/^postgres(?:ql)?:\/\//u.test(url)) return openPostgres({ url, size: connections ?? CONNECTIONS, log });
  throw new StoreError('DATABASE_URL must begin with postgres://; unset it to keep things in a file');
}
