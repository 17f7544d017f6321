import type { PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import type { Flattening } from './flattening.ts';
import { imageText } from './images.ts';
import { inlineLabelOf, kindOf, labelOf, targetOf, textsOf } from './jsx-attributes.ts';
import type { JsxElement } from './jsx-attributes.ts';
import { isHtmlElement } from './jsx-elements.ts';
import { htmlElementBlocks, htmlElementPhrasing } from './jsx-html.ts';
import { namedTabs } from './jsx-tabs.ts';
import { labelled } from './labelled.ts';
import { linkTo } from './links.ts';
import { list, listItem, paragraph, text } from './nodes.ts';

/** Names such as `user.created` and `user_id` are code. */
const CODE_NAME = /^[a-z\d]+(?:[._/:-][\w]+)*[._][\w.:/-]+$/u;

/** What a reader sees of a component on lines of its own. */
export function jsxBlocks(element: MdxJsxFlowElement, flattening: Flattening): RootContent[] {
  const { name } = element;
  if (name === null) return flattening.blocks(element.children);
  if (isHtmlElement(name)) return htmlElementBlocks(element, flattening);
  const label = linked(element, labelPhrasing(labelOf(element)), flattening);
  const texts = textsOf(element).map((value) => paragraph(text(value)));
  const blocks = [...texts, ...flattening.blocks(namedTabs(element))];
  if (blocks.length > 0 || isLink(label))
    return labelled({ name: lastName(name, kindOf(element) ?? ''), label, blocks: gathered(blocks) });
  // A name alone is the trace of what the site shows here.
  if (label[0]?.type === 'inlineCode') return [paragraph(...label)];
  return imageText(toString(paragraph(...label))).map((trace) => paragraph(trace));
}

/** What a reader sees of a component within a line. */
export function jsxPhrasing(element: MdxJsxTextElement, flattening: Flattening): PhrasingContent[] {
  const { name } = element;
  if (name !== null && isHtmlElement(name)) return htmlElementPhrasing(element, flattening);
  const children = flattening.phrasing(element.children);
  // A letter is an ornament.
  if (name !== null && toString(paragraph(...children)).trim().length === 1) return [];
  const shown = children.length > 0 || name === null ? children : labelPhrasing(inlineLabelOf(element));
  return linked(element, shown, flattening);
}

function linked(element: JsxElement, label: PhrasingContent[], flattening: Flattening): PhrasingContent[] {
  const target = targetOf(element);
  return target === undefined ? label : linkTo(target, label, flattening);
}

function labelPhrasing(value: string | undefined): PhrasingContent[] {
  if (value === undefined) return [];
  return [CODE_NAME.test(value) ? { type: 'inlineCode', value } : text(value)];
}

/** `Callout` of type `warning` is a warning; `Steps.Step` is a step. */
function lastName(name: string, kind: string): string {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return /^(?:callout|admonition|alert|aside)$/iu.test(last) && kind !== '' ? kind : last;
}

function isLink(label: readonly PhrasingContent[]): boolean {
  return label.length === 1 && label[0]?.type === 'link';
}

/** Links or traces in a row are one list or one line. */
function gathered(blocks: RootContent[]): RootContent[] {
  const lines = blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : []));
  if (blocks.length < 2 || lines.length < blocks.length) return blocks;
  if (lines.every((line) => isLink(line.children))) return [list(lines.map((line) => listItem([line])))];
  if (lines.every((line) => line.children.length === 1 && line.children[0]?.type === 'emphasis'))
    return [
      paragraph({ type: 'emphasis', children: [text(lines.map((line) => toString(line)).join(', '))] }),
    ];
  return blocks;
}
