import type { Page } from '../../src/core/page.ts';
import type { Found } from '../../src/core/search-engine.ts';
import { buildEngine } from '../../src/search/engine.ts';
import type { EngineOptions, MinisearchEngine, SearchSettings } from '../../src/search/engine.ts';
import { page } from '../fakes/search-engine.ts';

/** The text of each page by its file: `# Trail > Title`, perhaps `> description`, the lead, headings with their bodies. */
export type Files = Readonly<Record<string, string>>;

export const SETTINGS: SearchSettings = { synonyms: [], linkText: true };

/** Pages of one collection; links are written without their site: `[text](/file)`. */
export function pagesOf(files: Files, collection = 'docs'): Page[] {
  return Object.entries(files).map(([file, text]) => pageOf(file, text, `https://${collection}.example`));
}

export function engineOf(files: Files, settings: Partial<SearchSettings> = {}): MinisearchEngine {
  return buildEngine(pagesOf(files), { ...SETTINGS, ...settings });
}

export function search(engine: MinisearchEngine, query: string, options: Partial<EngineOptions> = {}): Found {
  return engine.search(query, { limit: 10, collections: [], ...options });
}

/** The files of the pages found, best first. */
export function filesFor(
  engine: MinisearchEngine,
  query: string,
  options: Partial<EngineOptions> = {},
): string[] {
  return search(engine, query, options).hits.map((hit) => hit.page.file);
}

/** The file and the heading of the best section; empty when there is none. */
export function bestFor(engine: MinisearchEngine, query: string): string {
  const [hit] = search(engine, query).hits;
  return hit === undefined ? '' : `${hit.page.file} ${hit.section.heading}`;
}

function pageOf(file: string, text: string, site: string): Page {
  const [titles = '', ...lines] = text.trim().replace(/^ +/gmu, '').split('\n');
  const trail = titles.replace('# ', '').split(' > ');
  const title = trail.pop() ?? '';
  const description = lines[0]?.startsWith('> ') === true ? (lines.shift() ?? '').slice(2) : '';
  const body = lines.join('\n').replaceAll('](/', `](${site}/`);
  const url = `${site}/${file.replace(/\.\w+$/u, '')}`;
  const collection = /\w+/u.exec(site.slice(8))?.[0] ?? '';
  const sections = `\n${body}`.split(/^(?=#{2,6} )/mu).map(sectionOf);
  return page(
    { collection, file, title, url, trail, description, links: linksIn(body) },
    sections.map((section, number) => ({ id: `${collection}-${file}-${number}`, ...section })),
  );
}

function sectionOf(text: string): { heading?: string; level?: number; markdown: string } {
  const [, marks, heading, markdown = ''] = /^(#{2,6}) (.*)\n?([\s\S]*)/u.exec(text) ?? [];
  if (marks === undefined || heading === undefined) return { markdown: text.trim() };
  return { heading, level: marks.length, markdown: markdown.trim() };
}

function linksIn(markdown: string): { text: string; url: string }[] {
  return Array.from(markdown.matchAll(/\[([^\]]+)\]\(([^)]+)\)/gu), ([, text = '', url = '']) => ({
    text,
    url,
  }));
}
