import type { Page } from '../../src/core/page.ts';

/** The same docs `times` times, each copy with names of its own: what a larger project would have. */
export function repeated(pages: readonly Page[], times: number): Page[] {
  return Array.from({ length: times }, (_, copy) =>
    copy === 0 ? pages : pages.map((page) => renamed(page, copy)),
  ).flat();
}

function renamed(page: Page, copy: number): Page {
  const rename = (text: string): string =>
    text.replace(/\p{L}{5,}/gu, (word) => `${word}${copy.toString(36)}`);
  const place = (url: string): string => `${url}/${copy}`;
  return {
    ...page,
    file: `${copy}/${page.file}`,
    url: place(page.url),
    title: rename(page.title),
    description: rename(page.description),
    trail: page.trail.map(rename),
    links: page.links.map(({ text, url }) => ({ text: rename(text), url: place(url) })),
    sections: page.sections.map((section) => ({
      ...section,
      id: `${section.id}${copy}`,
      heading: rename(section.heading),
      trail: section.trail.map(rename),
      url: place(section.url),
      markdown: rename(section.markdown),
    })),
  };
}
