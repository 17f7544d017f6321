import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

const OPTIONS = {
  bullet: '-',
  rule: '-',
  listItemIndent: 'one',
  resourceLink: true,
} as const;

const EXTENSIONS = [gfmToMarkdown({ tablePipeAlign: false, tableCellPadding: true })];

/** An underscore within a word is no emphasis, and `user_id` has to be found as one name. */
const NEEDLESS = /(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu;

/** Blocks as normalised GitHub-flavoured Markdown, as the docs have it, without a line break at the end. */
export function writeMarkdown(blocks: readonly RootContent[]): string {
  if (blocks.length === 0) return '';
  const markdown = toMarkdown(
    { type: 'root', children: [...blocks] },
    { ...OPTIONS, extensions: [...EXTENSIONS] },
  );
  return markdown.replace(NEEDLESS, '_').trimEnd();
}
