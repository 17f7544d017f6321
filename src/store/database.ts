import type { Kysely, Transaction } from 'kysely';
import type { Calls } from './calls.ts';
import type { Tables } from './tables.ts';

/** An open database with all its tables, whichever it is. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly calls: Calls;
}

/** Statements that count all or not at all. */
export type Tx = Transaction<Tables>;
