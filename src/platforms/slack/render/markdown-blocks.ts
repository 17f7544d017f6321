import type { types } from '@slack/bolt';
import type { Code, FootnoteDefinition, Nodes, Root } from 'mdast';
import { literal, literalLines } from '../../literal.ts';
import type { Place } from './place.ts';
import { plainText } from '../../plain-text.ts';
import { inlineRuns } from './inline-runs.ts';
import { joinLists, listParts } from './list-parts.ts';
import { richText, section, textRuns, tidy } from './rich-text.ts';
import type { RichText, RichTextPart, Run } from './rich-text.ts';
import { tableParts } from './table-parts.ts';

/** A block that Markdown becomes. */
export type Content = RichText | types.DividerBlock;

/** What is nested deeper is shown as plain text. */
const DEEPEST = 30;

/** The blocks of a Markdown tree, one for each of its own. All text of it is literal. */
export function markdownBlocks(root: Root): Content[] {
  return root.children.flatMap((node): Content[] => {
    if (node.type === 'thematicBreak') return [{ type: 'divider' }];
    const parts = partsOf(node, { indent: 0, quoted: false, depth: 0 });
    return parts.length === 0 ? [] : [richText(parts)];
  });
}

function partsOf(node: Nodes, place: Place): RichTextPart[] {
  if (place.depth > DEEPEST) return lines(textRuns(literal(plainText(node))), place);
  switch (node.type) {
    case 'paragraph':
      return lines(inlineRuns(node.children), place);
    case 'heading':
      return lines(inlineRuns(node.children, { bold: true }), place);
    case 'code':
      return codeParts(node, place);
    case 'list':
      return listParts(node, place, partsOf);
    case 'blockquote':
      return joinQuotes(childParts(node.children, { ...place, quoted: true, depth: place.depth + 1 }));
    case 'table':
      return tableParts(node, place);
    case 'thematicBreak':
      return lines(textRuns('———'), place);
    case 'html':
      return lines(textRuns(literalLines(node.value).join('\n')), place);
    case 'footnoteDefinition':
      return footnoteParts(node, place);
    default:
      return 'children' in node ? childParts(node.children, { ...place, depth: place.depth + 1 }) : [];
  }
}

function childParts(nodes: readonly Nodes[], place: Place): RichTextPart[] {
  return joinLists(nodes.flatMap((node) => partsOf(node, place)));
}

function lines(runs: readonly Run[], { quoted }: Place): RichTextPart[] {
  const shown = tidy(runs);
  if (shown.length === 0) return [];
  return [quoted ? { type: 'rich_text_quote', elements: shown } : section(shown)];
}

function codeParts({ value }: Code, { quoted }: Place): RichTextPart[] {
  const text = literalLines(value).join('\n');
  if (text.trim() === '') return [];
  return [{ type: 'rich_text_preformatted', ...(quoted ? { border: 1 } : {}), elements: textRuns(text) }];
}

function footnoteParts({ identifier, children }: FootnoteDefinition, place: Place): RichTextPart[] {
  const label = lines(textRuns(`[${literal(identifier)}]`), place);
  return [...label, ...childParts(children, { ...place, depth: place.depth + 1 })];
}

/** Paragraphs of one quote, with a blank line between two. */
function joinQuotes(parts: readonly RichTextPart[]): RichTextPart[] {
  const joined: RichTextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.type === 'rich_text_quote' && last?.type === 'rich_text_quote')
      last.elements.push(...textRuns('\n\n'), ...part.elements);
    else joined.push(part);
  }
  return joined;
}
