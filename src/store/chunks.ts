/** Rows in one statement, so that its values stay below SQLite's 32,766 and PostgreSQL's 65,535. */
const ROWS = 1000;

/** The same values in pieces that fit into one statement each; none for no values. */
export function chunksOf<T>(values: readonly T[], size = ROWS): T[][] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_, chunk) => values.slice(chunk * size, (chunk + 1) * size));
}
