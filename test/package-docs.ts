import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

/** The docs that the package's server and Signpost both answer from. */
export const DOCS = fileURLToPath(
  new URL('../node_modules/@workos/mcp-docs-server/.docs/organized/docs/', import.meta.url),
);

/** The paths of all files as the package names them: without extension, `index` included. */
export function packagePaths(): readonly string[] {
  return files().map((file) => file.replace(EXTENSION, ''));
}

/** Files that say how pages are ordered, and are none. */
export function isNavigation(path: string): boolean {
  return path.endsWith('/_navigation');
}

/** A path without `index`, which both take. */
export function shortPath(path: string): string {
  return path.replace(/\/index$/u, '');
}

/** The words that a reader sees of a page in MDX. */
export function proseWords(mdx: string): ReadonlySet<string> {
  return wordsOf(proseOf(mdx));
}

/** A page in MDX without frontmatter, tags, addresses, and what else only a builder reads. */
function proseOf(mdx: string): string {
  return mdx
    .replace(FRONTMATTER, '')
    .replaceAll(/<style>.*?<\/style>/gsu, ' ')
    .replaceAll(/^(\s*(?:`{3,}|~{3,})).*$/gmu, '$1')
    .replaceAll(/\{\{.*?\}\}/gu, ' ')
    .replaceAll(/^- \$ .*$/gmu, ' ')
    .replaceAll(SHORT_ALTERNATIVE, ' ')
    .replaceAll(/\]\([^)]*\)(?:\[[^\]]*\])?/gu, ' ')
    .replaceAll(/<\/?[A-Za-z][^<>]*>/gu, ' ')
    .replaceAll(/&\w+;/gu, ' ');
}

/** Its words of four letters and more, in lower case; names in code are one word. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)*/gu) ?? [];
  return new Set(words.filter((word) => word.length > 3));
}

const reference = z.object({
  title: z.string().optional(),
  reference: z.record(z.string(), z.array(z.object({ title: z.string().optional() }))).optional(),
});

/** What the frontmatter of a page calls it, and what it describes first in each language: a method, a type. */
export function titlesOf(mdx: string): readonly string[] {
  const yaml: unknown = parse(FRONTMATTER.exec(mdx)?.[1] ?? '');
  const { success, data } = reference.safeParse(yaml);
  if (!success) return [];
  const firsts = Object.values(data.reference ?? {}).flatMap((described) => described.slice(0, 1));
  return [data, ...firsts].flatMap(({ title }) => title?.replaceAll('\u00A0', ' ') ?? []);
}

/** Names of code that stand in one file only, in the order of the files, with its path. */
export function namesInOneFile(): readonly { readonly name: string; readonly path: string }[] {
  const texts = files()
    .map((file) => ({ path: file.replace(EXTENSION, ''), text: readFileSync(join(DOCS, file), 'utf8') }))
    .filter(({ path }) => !isNavigation(path));
  const all = texts.map(({ text }) => text.toLowerCase());
  return texts.flatMap(({ path, text }) => {
    const names = [...new Set(proseOf(text).match(CODE_NAME))];
    return names.filter((name) => countHolding(all, name) === 1).map((name) => ({ name, path }));
  });
}

function countHolding(texts: readonly string[], name: string): number {
  return texts.filter((text) => text.includes(name.toLowerCase())).length;
}

const EXTENSION = /\.mdx?$/u;
const FRONTMATTER = /^---\n(.*?\n)---\n/su;
/** Names a picture, and says nothing. */
const SHORT_ALTERNATIVE = /!\[[^\]\s]*(?: [^\]\s]+)?\]\([^)]*\)(?:\[[^\]]*\])?/gu;
/** `user_id`, `getUser`, `API_KEY`. */
const CODE_NAME = /\b(?:[a-z]+(?:_[a-z]+)+|[a-z]+(?:[A-Z][a-z]+)+|[A-Z]+(?:_[A-Z]+)+)\b/gu;

function files(): readonly string[] {
  return readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
    .filter((file) => EXTENSION.test(file))
    .sort();
}
