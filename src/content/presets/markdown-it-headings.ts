import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

/** A heading as markdown-it reads it. */
export interface MarkdownItHeading {
  /** 1-based. */
  readonly line: number;
  /** Its text and code, without images, tags and emoji. */
  readonly text: string;
  /** As markdown-it-attrs found it. */
  readonly customId: string | undefined;
  /** Whether markdown-it-attrs took something off its end. */
  readonly hasNotes: boolean;
}

/** The headings of a text in document order; what counts as text is markdown-it-anchor's rule (`getTokensText` of its `index.js`). */
export function markdownItHeadings(parser: MarkdownIt, text: string): MarkdownItHeading[] {
  const tokens = parser.parse(text, {});
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open') return [];
    const inside = tokens[index + 1];
    return [
      {
        line: (token.map?.[0] ?? -1) + 1,
        text: textOf(inside),
        customId: token.attrGet('id') ?? undefined,
        hasNotes: hasNotes(inside),
      },
    ];
  });
}

function textOf(inline: Token | undefined): string {
  const children = inline?.children ?? [];
  return children
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('');
}

function hasNotes(inline: Token | undefined): boolean {
  const last = inline?.children?.at(-1);
  return /\}\s*$/u.test(inline?.content ?? '') && !(last?.type === 'text' && /\}\s*$/u.test(last.content));
}
