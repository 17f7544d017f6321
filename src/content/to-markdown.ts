import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

const OPTIONS = {
  bullet: '-',
  rule: '-',
  listItemIndent: 'one',
  resourceLink: true,
  extensions: [gfmToMarkdown({ tablePipeAlign: false, tableCellPadding: true })],
} as const;

/** An underscore within a word is no emphasis, and `user_id` has to be found as one name. */
const NEEDLESS = /(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu;

/** Plain nodes as normalised GitHub-flavoured Markdown, without a line break at the end. */
export function writeMarkdown(nodes: readonly RootContent[]): string {
  if (nodes.length === 0) return '';
  const markdown = toMarkdown(
    { type: 'root', children: [...nodes] },
    { ...OPTIONS, extensions: [...OPTIONS.extensions] },
  );
  return markdown.replace(NEEDLESS, '_').trimEnd();
}
