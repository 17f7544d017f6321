import { refuse } from './wire.ts';
import type { AskBody, Refusal } from './wire.ts';

const DEFAULT_LIMIT = 5;
const MAX_LIMIT = 50;
const MAX_OFFSET = 1_000;

/** The checked body of `POST /api/ask`, or why it is refused; `known` are the names of the collections. */
export function readAskBody(body: unknown, known: readonly string[]): AskBody | Refusal {
  if (!isRecord(body)) return refuse('', 'the body must be a JSON object such as {"query": "how do I …"}');
  const { query, offset, limit, collections = [], version = '', locale = '' } = body;
  if (typeof query !== 'string') return refuse('query', 'must be a string: the question');
  if (offset !== undefined && !isWhole(offset, 0, MAX_OFFSET))
    return refuse('offset', `must be a whole number from 0 to ${MAX_OFFSET}`);
  if (limit !== undefined && !isWhole(limit, 1, MAX_LIMIT))
    return refuse('limit', `must be a whole number from 1 to ${MAX_LIMIT}`);
  if (!isStrings(collections)) return refuse('collections', 'must be a list of names of collections');
  const unknown = collections.find((name) => !known.includes(name));
  if (unknown !== undefined)
    return refuse(
      'collections',
      `there is no collection ${JSON.stringify(unknown)}, only ${known.join(', ')}`,
    );
  if (typeof version !== 'string') return refuse('version', 'must be a string: a version of the docs');
  if (typeof locale !== 'string' || !isLocale(locale))
    return refuse('locale', 'must be the tag of a language, such as "de" or "pt-BR"');
  const asked = { query, collections, version: version.trim(), locale };
  if (offset === undefined && limit === undefined) return asked;
  return { ...asked, page: { offset: offset ?? 0, limit: limit ?? DEFAULT_LIMIT } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

/** As far as anybody can tell of a tag; empty says nothing: https://www.rfc-editor.org/rfc/rfc5646#section-2.1 */
function isLocale(value: string): boolean {
  return /^(?:[a-z]{2,8}(?:-[a-z\d]{1,8}){0,8})?$/iu.test(value);
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
