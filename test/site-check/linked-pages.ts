import type { Page, Section } from '../../src/core/page.ts';

/** A heading as tests write it: its text, the fragment of its link, its level (2 by default) and its line. */
export type Heading = readonly [text: string, fragment: string, level?: number];

/** A page of the collection `docs`: a lead without a heading, and below it some headings, one every ten lines. */
export function pageAt(url: string, file: string, headings: readonly Heading[] = []): Page {
  const title = file.replace(/\.mdx?$/u, '');
  const below = headings.map(([heading, fragment, level = 2], at) =>
    section({ heading, level, line: (at + 1) * 10, url: fragment === '' ? url : `${url}#${fragment}` }),
  );
  return {
    collection: 'docs',
    file,
    path: file,
    version: '',
    locale: 'en',
    url,
    title,
    description: '',
    keywords: [],
    trail: [],
    links: [],
    sections: [section({ heading: title, level: 0, line: 1, url }), ...below],
  };
}

function section(given: Pick<Section, 'heading' | 'level' | 'line' | 'url'>): Section {
  return { id: `${given.url} ${given.line}`, trail: [], markdown: '', ...given };
}

/** An HTML page with headings of level 2, each with an id unless that is empty. */
export function html(...headings: readonly (readonly [text: string, id: string])[]): string {
  const tags = headings.map(([text, id]) => `<h2${id === '' ? '' : ` id="${id}"`}>${text}</h2><p>Text.</p>`);
  return `<!doctype html><html><head><title>x</title></head><body><h1>Title</h1>${tags.join('')}</body></html>`;
}

/** A sitemap of these addresses. */
export function sitemapOf(...urls: readonly string[]): string {
  const entries = urls.map((url) => `<url><loc>${url}</loc></url>`);
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>`;
}
