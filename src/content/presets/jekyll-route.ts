import { posix } from 'node:path';
import type { SiteRules } from '../collection-rules.ts';
import type { RoutedFile } from '../preset.ts';

/** Folders that Jekyll uses for itself, not as collections. */
const OWN_FOLDERS = /^_(?:config|data|drafts|includes|layouts|plugins|sass|site)$/u;

/**
 * The path of a page, a post, or a document of a collection, such as `_guides/a.md`, which is taken for one that is published. Sources:
 * `page.rb`, `document.rb`, `url.rb` and `entry_filter.rb` in jekyll/jekyll.
 */
export function jekyllRoute({ file, data }: RoutedFile, rules: SiteRules): string | undefined {
  const path = posix.normalize(`/${file}`).slice(1);
  const parts = path.split('/');
  const posts = parts.indexOf('_posts');
  if (data['published'] === false || isHidden(parts, posts)) return undefined;
  const { permalink } = data;
  if (typeof permalink === 'string' && permalink !== '') return expanded(permalink, path, rules);
  if (posts !== -1) return postPath(parts, data, rules);
  return pagePath(path.replace(/^_/u, ''), rules);
}

function isHidden(parts: readonly string[], posts: number): boolean {
  return parts.some((part, index) => {
    if (/^[.#~]|~$/u.test(part)) return true;
    const isCollection = index === 0 && parts.length > 1 && !OWN_FOLDERS.test(part);
    return part.startsWith('_') && index !== posts && !isCollection;
  });
}

function pagePath(path: string, rules: SiteRules): string {
  const { dir, name } = posix.parse(path);
  if (rules.index.includes(name)) return dir === '' ? '' : `${dir}/`;
  return posix.join(dir, `${name}${endOf(rules)}`);
}

/** What addresses end in that no permalink of their own gives. */
function endOf({ extension, trailingSlash }: SiteRules): string {
  return extension === '' && trailingSlash === 'always' ? '/' : extension;
}

/** A permalink with what its tokens stand for; one without an extension and a slash at its end is a file all the same. */
function expanded(permalink: string, path: string, { extension }: SiteRules): string {
  const { dir, name } = posix.parse(path.replace(/^_[^/]*\//u, ''));
  const tokens: Readonly<Record<string, string>> = {
    path: posix.join(dir, name).replace(/^\.\//u, ''),
    basename: name,
    name,
    title: name,
    output_ext: '.html',
  };
  const filled = permalink.replace(/:(\w+)/gu, (whole, token: string) => tokens[token] ?? whole);
  const clean = posix
    .normalize(`/${filled}`)
    .slice(1)
    .replace(/(^|\/)index\.html$/u, '$1');
  return clean === '' || clean.endsWith('/') || /\.\w+$/u.test(clean) ? clean : `${clean}${extension}`;
}

const POST = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.*)$/u;

/** `/:categories/:year/:month/:day/:title.html`; what has no date in its name is none. */
function postPath(parts: readonly string[], data: RoutedFile['data'], rules: SiteRules): string | undefined {
  const match = POST.exec(posix.parse(parts.at(-1) ?? '').name);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', name = ''] = match;
  const date = dateOf(data['date']) ?? [year, month.padStart(2, '0'), day.padStart(2, '0')];
  const folders = parts.slice(0, parts.indexOf('_posts'));
  const title = typeof data['slug'] === 'string' ? data['slug'] : name;
  const categories = [...new Set([...folders, ...categoriesOf(data)].map((one) => one.toLowerCase()))];
  const path = [...categories, ...date, slugified(title)].join('/');
  return `${posix.normalize(`/${path}`).slice(1)}${endOf(rules)}`;
}

function dateOf(value: unknown): string[] | undefined {
  const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value;
  return typeof text === 'string' ? /^(\d{4})-(\d\d)-(\d\d)/u.exec(text)?.slice(1) : undefined;
}

function categoriesOf({ category, categories }: RoutedFile['data']): string[] {
  const single = typeof category === 'string' && category !== '' ? [category] : [];
  return [...single, ...words(categories)];
}

/** A list, or a text of words. */
function words(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\s+/u).filter((word) => word !== '');
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

/** `slugify` in Jekyll's mode `pretty`, case kept. */
function slugified(title: string): string {
  return title.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/gu, '');
}
