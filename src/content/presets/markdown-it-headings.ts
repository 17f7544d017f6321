import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

/** A heading as markdown-it reads it. */
export interface MarkdownItHeading {
  /** 1-based. */
  readonly line: number;
  /** Its text and code, without images, tags, emoji and breaks of lines. */
  readonly text: string;
  /** Its text and code with the breaks of lines, and with comments, as a reader of HTML may take it. */
  readonly lines: string;
  /** As markdown-it-attrs found it. */
  readonly customId: string | undefined;
  /** Whether markdown-it-attrs took something off its end. */
  readonly hasNotes: boolean;
  readonly isEmpty: boolean;
}

/** The headings of a text in document order; what counts as text is markdown-it-anchor's rule (`getTokensText` of its `index.js`). */
export function markdownItHeadings(parser: MarkdownIt, text: string): MarkdownItHeading[] {
  const tokens = parser.parse(text, {});
  return tokens.flatMap((token, index) =>
    token.type === 'heading_open' ? [markdownItHeading(token, tokens[index + 1])] : [],
  );
}

/** A heading of the token that opens it, and the one behind that. */
export function markdownItHeading(token: Token, inside: Token | undefined): MarkdownItHeading {
  const children = inside?.children ?? [];
  return {
    line: (token.map?.[0] ?? -1) + 1,
    text: children.map(slugged).join(''),
    lines: children.map(read).join(''),
    customId: token.attrGet('id') ?? undefined,
    hasNotes: hasNotes(inside),
    isEmpty: children.length === 0,
  };
}

function slugged({ type, content }: Token): string {
  return type === 'text' || type === 'code_inline' ? content : '';
}

function read(token: Token): string {
  if (token.type.endsWith('break')) return '\n';
  return token.type === 'html_inline' && token.content.startsWith('<!--') ? token.content : slugged(token);
}

function hasNotes(inline: Token | undefined): boolean {
  const last = inline?.children?.at(-1);
  return /\}\s*$/u.test(inline?.content ?? '') && !(last?.type === 'text' && /\}\s*$/u.test(last.content));
}
