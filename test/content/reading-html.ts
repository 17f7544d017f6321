import { flatten } from '../../src/content/flatten.ts';
import { addressHeading } from '../../src/content/headings.ts';
import { parseHtmlBody } from '../../src/content/html-page.ts';
import type { HtmlPageOptions } from '../../src/content/html-page.ts';
import { writeMarkdown } from '../../src/content/to-markdown.ts';

/** A page of HTML as Markdown, each heading with what leads to it behind `→`; nothing where nothing does. */
export function markdownOf(html: string, options: Partial<HtmlPageOptions> = {}): string {
  const { root, source, ids } = parseHtmlBody(html, { main: '', url: '', ...options });
  const nodes = flatten(root, { source, resolve: (url) => url, heading: (one) => addressHeading(one, ids) });
  const shown = writeMarkdown(
    nodes.map((node) => {
      if (node.type !== 'heading') return node;
      const fragment = node.data?.fragment ?? '';
      return { ...node, children: [...node.children, { type: 'text', value: ` → ${fragment}`.trimEnd() }] };
    }),
  );
  return shown.replaceAll('\\_', '_');
}

/** Its headings alone. */
export function headingsOf(html: string, options: Partial<HtmlPageOptions> = {}): string[] {
  return markdownOf(html, options)
    .split('\n')
    .filter((line) => /^#+ /u.test(line));
}

/** Lines as one text. */
export function lines(...all: readonly string[]): string {
  return all.join('\n');
}
