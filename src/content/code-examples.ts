import { posix } from 'node:path';
import type { CodeExample, CodeExampleGroup, CodeExamples } from '../core/code-examples.ts';
import { SourceError } from '../core/content-source.ts';
import type { ContentSource } from '../core/content-source.ts';
import { languageOf } from './code-languages.ts';
import { createFolderSource } from './folder-source.ts';

/** Where docs come without examples. */
export const NO_CODE_EXAMPLES: CodeExamples = {
  groups: async () => [],
  read: async () => undefined,
};

/** What a group may say of itself in its `index.json`; undefined where it does not. */
interface GroupIndex {
  readonly name: string | undefined;
  /** Relative to the folder of all groups. */
  readonly files: readonly string[] | undefined;
}

const INDEX = 'index.json';
const NO_INDEX: GroupIndex = { name: undefined, files: undefined };
/** Files of one group; more help nobody. */
const SHOWN = 50;
/** Files that are looked into for those that are text. */
const LOOKED_AT = 4 * SHOWN;
const MAX_FILE_BYTES = 200_000;

/**
 * Examples of code in a folder (an absolute path): each of its folders is a group, of which an `index.json`
 * (`{ "name": "Single sign-on", "files": ["sso/login.ts"] }`, paths from the folder of all groups) may tell the title and the files;
 * else they are all its text files but hidden ones, in the order of their paths. A folder that is not there has no groups. Files are
 * read anew each time, and none that is outside of the folder, whatever a name, an index or a link says.
 */
export function createCodeExamples(folder: string): CodeExamples {
  const source = createFolderSource({
    collection: '',
    folder,
    include: ['*/**/*'],
    exclude: [],
    maxFileBytes: MAX_FILE_BYTES,
  });
  return {
    groups: async () => groupsOf((await source.list()).files),
    read: async (group) => {
      const { files } = await source.list();
      const name = namedGroup(group, groupsOf(files));
      return name === undefined ? undefined : await readGroup(name, files, source);
    },
  };
}

function groupsOf(files: readonly string[]): string[] {
  return [...new Set(files.map((file) => file.slice(0, file.indexOf('/'))))].sort();
}

function namedGroup(asked: string, groups: readonly string[]): string | undefined {
  const folded = asked.toLowerCase();
  return groups.find((group) => group === asked) ?? groups.find((group) => group.toLowerCase() === folded);
}

async function readGroup(
  group: string,
  files: readonly string[],
  source: ContentSource,
): Promise<CodeExampleGroup> {
  const indexFile = `${group}/${INDEX}`;
  const { name = group, files: chosen = [] } = readIndex(await textOf(indexFile, source));
  const examples = await readFiles(chosen.flatMap(insidePath), source);
  const own = files.filter((file) => file.startsWith(`${group}/`) && file !== indexFile);
  // An index of which no file is there is no use to anybody.
  return { name: group, title: name, files: examples.length > 0 ? examples : await readFiles(own, source) };
}

/** What cannot be shown is left out: the rest of a group is still of use. */
async function readFiles(paths: readonly string[], source: ContentSource): Promise<CodeExample[]> {
  const examples: CodeExample[] = [];
  for (const path of [...new Set(paths)].slice(0, LOOKED_AT)) {
    const text = await textOf(path, source);
    if (text !== undefined) examples.push({ path, language: languageOf(path), text });
    if (examples.length === SHOWN) break;
  }
  return examples;
}

async function textOf(file: string, source: ContentSource): Promise<string | undefined> {
  try {
    return await source.read(file);
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

/** Nothing for a path that leads out of the folder; links that do are found when they are read. */
function insidePath(path: string): string[] {
  const plain = posix.normalize(path.replaceAll('\\', '/'));
  return plain.startsWith('/') || plain.split('/').includes('..') ? [] : [plain];
}

/** A broken index says nothing. */
function readIndex(text: string | undefined): GroupIndex {
  const json = text === undefined ? undefined : parsed(text);
  if (typeof json !== 'object' || json === null) return NO_INDEX;
  const name = 'name' in json && typeof json.name === 'string' ? json.name.trim() : '';
  const files = 'files' in json && Array.isArray(json.files) ? json.files.filter(isText) : undefined;
  return { name: name === '' ? undefined : name, files };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
