import type { Code, FootnoteDefinition, Nodes, Root } from 'mdast';
import { literal, literalLines } from '../../literal.ts';
import { plainText } from '../../plain-text.ts';
import { inlineRuns } from './inline-runs.ts';
import { listParts } from './list-parts.ts';
import { codePart } from './parts.ts';
import type { Part } from './parts.ts';
import { textRuns, tidy } from './runs.ts';
import type { Run } from './runs.ts';
import { tableParts } from './table-parts.ts';
import type { Place } from './place.ts';

/** What is nested deeper is shown as plain text. */
const DEEPEST = 30;

/** Discord's lists nest no deeper than is still read on a phone. */
const DEEPEST_INDENT = 5;

/** The parts of a Markdown tree, in order. All text of it is literal. */
export function markdownParts({ children }: Root): Part[] {
  return childParts(children, { indent: 0, quoted: false, depth: 0, joins: false });
}

function partsOf(node: Nodes, place: Place): Part[] {
  if (place.depth > DEEPEST) return paragraph(textRuns(literal(plainText(node))), place);
  switch (node.type) {
    case 'paragraph':
      return paragraph(inlineRuns(node.children), place);
    case 'heading':
      return paragraph(inlineRuns(node.children, { bold: true }), place);
    case 'code':
      return codeParts(node);
    case 'list':
      return listParts(node, place, { partsOf, before });
    case 'blockquote':
      return childParts(node.children, { ...deeper(place), quoted: true });
    case 'table':
      return tableParts(node, before(place));
    case 'thematicBreak':
      return paragraph(textRuns('———'), place);
    case 'html':
      return paragraph(textRuns(literalLines(node.value).join('\n')), place);
    case 'footnoteDefinition':
      return footnoteParts(node, place);
    default:
      return 'children' in node ? childParts(node.children, deeper(place)) : [];
  }
}

function deeper(place: Place): Place {
  return { ...place, depth: place.depth + 1 };
}

/** Between two of a quote's paragraphs no line may be empty, or they become two quotes. */
function childParts(nodes: readonly Nodes[], place: Place): Part[] {
  return nodes.flatMap((node, number) =>
    partsOf(node, number === 0 ? place : { ...place, joins: place.quoted || place.indent > 0 }),
  );
}

function paragraph(runs: readonly Run[], place: Place): Part[] {
  const shown = tidy(runs);
  const start = before(place);
  return shown.length === 0
    ? []
    : [{ kind: 'text', runs: shown, first: start, rest: start, joins: place.joins }];
}

/** What stands before a line. */
export function before({ indent, quoted }: Place): string {
  return (quoted ? '> ' : '') + '  '.repeat(Math.min(indent, DEEPEST_INDENT));
}

function codeParts({ value, lang }: Code): Part[] {
  const text = literalLines(value)
    .join('\n')
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd();
  return text === '' ? [] : [codePart(text, lang ?? '')];
}

function footnoteParts({ identifier, children }: FootnoteDefinition, place: Place): Part[] {
  const label = paragraph(textRuns(`[${literal(identifier)}]`), place);
  return [...label, ...childParts(children, { ...deeper(place), joins: true })];
}
