import type { CallToolResult } from '@modelcontextprotocol/server';
import { decodeOffset, encodeCursor } from './cursor.ts';
import { pieceFrom } from './markdown-piece.ts';
import { tokensOfResult } from './token-budget.ts';
import { toolError } from './tool-result.ts';

export interface PagedText {
  /** The whole text, as Markdown. */
  readonly source: string;
  /** What its cursors belong to, beside the text itself. */
  readonly of: readonly string[];
  /** Empty for the beginning. */
  readonly cursor: string;
  readonly maxTokens: number;
  readonly show: (part: TextPart) => CallToolResult;
}

export interface TextPart {
  readonly markdown: string;
  readonly isFirst: boolean;
  /** Empty where nothing follows. */
  readonly nextCursor: string;
}

/** As much of a text as a reply has room for; an error where the cursor is not of this text. */
export function showPaged({ source, of, cursor, maxTokens, show }: PagedText): CallToolResult {
  const belongs = [...of, source];
  const offset = decodeOffset(cursor, belongs);
  if (offset === undefined)
    return toolError(
      'This `cursor` is of something else, or that has changed since. Repeat the call without it.',
    );
  const partOf = ({ markdown, next }: ReturnType<typeof pieceFrom>): TextPart => ({
    markdown,
    isFirst: offset === 0,
    nextCursor: next === undefined ? '' : encodeCursor(String(next), belongs),
  });
  const fits = (result: CallToolResult): boolean => tokensOfResult(result) <= maxTokens;
  return show(partOf(pieceFrom(source, offset, (piece) => fits(show(partOf(piece))))));
}
