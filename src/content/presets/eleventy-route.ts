import { posix } from 'node:path';
import type { SiteRules } from '../collection-rules.ts';
import type { RoutedFile } from '../preset.ts';
import { eleventySlug } from '../slugs/eleventy.ts';

/** Neither is read by Eleventy as a page. */
const UNPUBLISHED = /(?:^|\/)(?:_includes|_data|node_modules)\//u;

/**
 * Where Eleventy writes a page (`src/TemplatePermalink.js`, `src/TemplateFileSlug.js`): `a/b.md` at `a/b/`, and what is named `index`
 * or as its folder in place of that. A permalink whose template cannot be told from the file has no page.
 */
export function eleventyRoute({ file, data }: RoutedFile, { index }: SiteRules): string | undefined {
  const path = posix.normalize(`/${file}`).slice(1);
  if (UNPUBLISHED.test(path)) return undefined;
  const { dir, name } = posix.parse(path);
  const { permalink } = data;
  if (permalink === false || (typeof permalink === 'object' && permalink !== null)) return undefined;
  if (typeof permalink === 'string' && permalink !== '') return permalinkPath(permalink, { dir, name, data });
  const stands = index.includes(name) || posix.basename(dir) === name;
  const folder = stands ? dir : posix.join('/', dir, name).slice(1);
  return folder === '' ? '' : `${folder}/`;
}

interface Parts {
  readonly dir: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const OUTPUT = /\{\{-?\s*([\w.]+)(?:\s*\|\s*(slugify|slug))?\s*-?\}\}/gu;

function permalinkPath(permalink: string, parts: Parts): string | undefined {
  const written = permalink.replace(OUTPUT, (all: string, name: string, filter?: string) => {
    const value = valueOf(name, parts);
    return value === undefined ? all : filter === undefined ? value : eleventySlug(value);
  });
  if (/\{\{|\{%|^[a-z]+:/iu.test(written)) return undefined;
  return posix
    .normalize(`/${written}`)
    .replace(/\/index(?:\.html)?$/u, '/')
    .replace(/^\/+/u, '');
}

/** What a template of a permalink may name, where it is told by the file alone. */
function valueOf(name: string, { dir, name: base, data }: Parts): string | undefined {
  const slug = base.replace(/^\d{4}-\d{2}-\d{2}-/u, '');
  switch (name) {
    case 'page.fileSlug':
      return slug === 'index' ? posix.basename(dir) : slug;
    case 'page.filePathStem':
      return `/${posix.join(dir, slug)}`;
    default:
      return typeof data[name] === 'string' ? data[name] : undefined;
  }
}
