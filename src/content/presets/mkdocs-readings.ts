import type { BlockOptions } from './python-markdown-parser.ts';
import { hasOptions, mayDifferInFences } from './python-markdown-fences.ts';
import type { InlineOptions } from './python-markdown-inline.ts';

/** One way to read a page: with the extensions that a site may have or not, and as older or newer versions do. */
export interface Reading extends BlockOptions, Pick<InlineOptions, 'decodesEntities' | 'hasEmoji'> {
  readonly hasSuperFences: boolean;
  readonly isMixed: boolean;
}

/**
 * The ways in which a page may be read. The file does not say which extensions `mkdocs.yml` has: most are told by that their syntax
 * is used; where one would change what the page means without that being plain, each way is a reading of its own.
 */
export function readingsOf(body: string): Reading[] {
  const folds = open(FOLDS.test(body));
  const surely: Reading = {
    hasSuperFences: true,
    hasTabs: true,
    hasDetails: true,
    hasAdmonitions: true,
    hasDefinitions: DEFINITION.test(body),
    hasEmoji: EMOJI.test(body.replace(ICON, '')),
    decodesEntities: true,
    isMixed: MIXED.test(body),
  };
  const fences = hasOptions(body) ? [] : open(mayDifferInFences(body));
  const choices: Partial<Reading>[][] = [
    [{}, ...fences.map((hasSuperFences) => ({ hasSuperFences }))],
    [{}, ...folds.map((has) => ({ hasTabs: has, hasDetails: has }))],
    [{}, ...open(surely.hasDefinitions).map((hasDefinitions) => ({ hasDefinitions }))],
    [{}, ...open(surely.hasEmoji && body.search(ICON) === -1).map((hasEmoji) => ({ hasEmoji }))],
    [{}, ...open(ENTITY.test(body)).map((decodesEntities) => ({ decodesEntities }))],
  ];
  return choices.reduce<Reading[]>(
    (readings, ways) => readings.flatMap((reading) => ways.map((way) => ({ ...reading, ...way }))),
    [surely],
  );
}

/** The other way to read what is there. */
function open(isThere: boolean): false[] {
  return isThere ? [false] : [];
}

const FOLDS = /^ *(?:\?{3}|={3}[!+]? +")/mu;
const DEFINITION = /^ *: {1,3}\S/mu;
const ICON = /:(?:material|fontawesome|octicons|simple)-[\w-]+:/gu;
/** One that stands by itself; within a word, as in `a:b:c`, nobody means it. */
const EMOJI = /(?<![\w:]):[+\w-]+:(?![\w:])/u;
const ENTITY = /&[#\w]+;/u;
const MIXED = /<\w+[^>]*\smarkdown[\s=>]/u;
