import type { Root } from 'mdast';
import { parseMarkdown } from './markdown-notes.ts';

/** The parser takes the square of a text in time, so that a long one is parsed in pieces of at least so many characters. */
const PIECE = 2000;

const DEFINITION = /^ {0,3}\[([^\]\n]+)\]:[ \t]*\S/u;

/** Parses a long document as if in one piece: it is parted before headings, and each part knows the references it has. */
export function parseInPieces(text: string): Root {
  const lines = text.split('\n');
  const definitions = definitionLines(lines);
  const children = piecesOf(lines).flatMap(
    (piece) => parseMarkdown(withReferences(piece, definitions)).children,
  );
  return { type: 'root', children };
}

function definitionLines(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const label = DEFINITION.exec(line)?.[1]?.toLowerCase();
    if (label !== undefined && !found.has(label)) found.set(label, line.trim());
  }
  return found;
}

function piecesOf(lines: readonly string[]): string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  let length = 0;
  let closing: RegExp | undefined;
  for (const line of lines) {
    if (closing === undefined && length >= PIECE && /^#{1,6}[ \t]/u.test(line)) {
      pieces.push(piece.join('\n'));
      [piece, length] = [[], 0];
    }
    closing = closing === undefined ? closingOf(line) : closing.test(line) ? undefined : closing;
    piece.push(line);
    length += line.length;
  }
  return [...pieces, piece.join('\n')];
}

/** What ends the code or the comment that a line begins, in which no heading is one; undefined where it begins none. */
function closingOf(line: string): RegExp | undefined {
  const fence = /^ {0,3}(`{3,}(?!.*`)|~{3,})/u.exec(line)?.[1];
  if (fence !== undefined) return new RegExp(`^ {0,3}${fence}`, 'u');
  const comment = line.lastIndexOf('<!--');
  return comment !== -1 && !line.includes('-->', comment) ? /-->/u : undefined;
}

function withReferences(piece: string, definitions: ReadonlyMap<string, string>): string {
  const labels = new Set(
    Array.from(piece.matchAll(/\[([^[\]\n]+)\]/gu), ([, label = '']) => label.toLowerCase()),
  );
  const used = [...labels].flatMap((label) => definitions.get(label) ?? []);
  return used.length === 0 ? piece : `${piece}\n\n${used.join('\n')}\n`;
}
