import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { DatabaseError, Pool, types } from 'pg';
import type { PoolClient } from 'pg';
import type { Log } from '../log.ts';
import { reasonOf } from './store-error.ts';

export interface PoolOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Connections at most. */
  readonly size: number;
  /** Milliseconds that a statement may take. */
  readonly patience: number;
  readonly log: Log;
}

/** Milliseconds, also until a connection is free. */
const CONNECTING = 2000;

/** PostgreSQL's number for its type `bigint`: times, which are numbers in JavaScript. */
const INT8 = 20;

/** Connections to PostgreSQL. One that is lost, or does not answer in time, is given up and replaced by a new one. */
export function createPool({ url, size, patience, log }: PoolOptions): PostgresPool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: CONNECTING,
    // Not `statement_timeout`: PgBouncer refuses a connection that asks for it.
    query_timeout: patience,
    keepAlive: true,
    application_name: 'signpost',
    types: {
      getTypeParser: (type, format) => (type === INT8 ? Number : types.getTypeParser(type, format)),
    },
  });
  // Never the error itself: the client hangs from it, with all its settings.
  const lost = (error: Error): void => log.warn(`a connection to the database was lost: ${reasonOf(error)}`);
  pool.on('error', lost);
  // While a client is lent, the pool does not listen, and an error that nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { connect: async () => lend(await pool.connect()), end: () => pool.end() };
}

/** A client that does not go back to the pool after an error that was not the server's answer. */
function lend(client: PoolClient): PostgresPoolClient {
  let broken = false;
  const query = async (text: string, parameters: readonly unknown[]): Promise<unknown> => {
    try {
      return await client.query(text, parameters.map(storable));
    } catch (error) {
      broken ||= !(error instanceof DatabaseError) || isFarewell(error);
      throw error;
    }
  };
  return {
    // Kysely's type has cursors too, which nothing here opens.
    query: query as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || broken),
  };
}

/** PostgreSQL takes every character in a text but this one. */
function storable(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}

/** Class 57P: the server shuts down, or ends this connection. */
function isFarewell({ code }: DatabaseError): boolean {
  return code?.startsWith('57P') === true;
}
