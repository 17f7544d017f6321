/** The database cannot be used: what was to be done, in which database, why not, and what to do about it. */
export class StoreError extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'StoreError';
  }
}

/** What an error of a driver says; the one for several addresses says nothing but its code. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === '' ? codeOf(error) : error.message;
}

/** The code of an error of Node (`ECONNREFUSED`), SQLite (`SQLITE_BUSY`) or PostgreSQL (`28P01`); '' where it has none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
