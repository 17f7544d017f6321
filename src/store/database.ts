import type { Kysely } from 'kysely';
import type { Calls } from './calls.ts';
import type { Tables } from './tables.ts';

/** An open database with all its tables, whichever it is. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly calls: Calls;
}
