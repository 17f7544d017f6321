import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import type { Flattening } from './flattening.ts';
import { imageText } from './images.ts';
import { attributeText, attributeTexts } from './jsx-attributes.ts';
import type { JsxElement } from './jsx-attributes.ts';
import { htmlElementBlocks, htmlElementPhrasing, isHtmlElement } from './jsx-html.ts';
import { labelled } from './labelled.ts';
import { linkTo } from './links.ts';
import { paragraph, text } from './nodes.ts';

/** Attributes that a reader sees, the most telling first. */
const LABELS = ['title', 'label', 'heading', 'header', 'summary', 'name', 'value'] as const;
const TARGETS = ['href', 'to', 'url', 'link'] as const;
const TEXTS = ['description', 'text', 'children', 'content'] as const;

/** Names such as `user.created` and `user_id` are code. */
const CODE_NAME = /^[a-z\d]+(?:[._/:-][\w]+)*[._][\w.:/-]+$/u;

/** What a reader sees of a component on lines of its own. */
export function jsxBlocks(element: MdxJsxFlowElement, flattening: Flattening): RootContent[] {
  const { name } = element;
  if (name === null) return flattening.blocks(element.children);
  if (isHtmlElement(name)) return htmlElementBlocks(element, flattening);
  const label = linked(element, labelOf(element), flattening);
  const texts = TEXTS.flatMap((key) => attributeText(element, key) ?? []).map((value) =>
    paragraph(text(value)),
  );
  const blocks = [...texts, ...flattening.blocks(withTabLabels(element))];
  const kind =
    attributeText(element, 'type') ??
    attributeText(element, 'variant') ??
    attributeText(element, 'kind') ??
    '';
  if (blocks.length > 0 || isLink(label))
    return labelled({ name: lastName(name, kind), label, blocks: gathered(blocks) });
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
  const shown = children.length > 0 || name === null ? children : labelOf(element);
  return linked(element, shown, flattening);
}

function linked(element: JsxElement, label: PhrasingContent[], flattening: Flattening): PhrasingContent[] {
  const target = TARGETS.map((key) => attributeText(element, key)).find((value) => value !== undefined);
  return target === undefined ? label : linkTo(target, label, flattening);
}

function labelOf(element: JsxElement): PhrasingContent[] {
  const value = LABELS.map((key) => attributeText(element, key)?.trim()).find(
    (found) => found !== undefined && found !== '',
  );
  if (value === undefined) return [];
  return [CODE_NAME.test(value) ? { type: 'inlineCode', value } : text(value)];
}

/** `Callout` of type `warning` is a warning; `Steps.Step` is a step. */
function lastName(name: string, kind: string): string {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return /^(?:callout|admonition|alert|aside)$/iu.test(last) && kind !== '' ? kind : last;
}

/** `<Tabs items={['npm', 'yarn']}>` names the tabs in their stead. */
function withTabLabels(element: MdxJsxFlowElement): Nodes[] {
  const labels = attributeTexts(element, 'items');
  if (labels.length === 0) return element.children;
  let number = 0;
  return element.children.map((child) => {
    if (child.type !== 'mdxJsxFlowElement') return child;
    const label = labels[number];
    number += 1;
    if (label === undefined || labelOf(child).length > 0) return child;
    return {
      ...child,
      attributes: [...child.attributes, { type: 'mdxJsxAttribute' as const, name: 'title', value: label }],
    };
  });
}

function isLink(label: readonly PhrasingContent[]): boolean {
  return label.length === 1 && label[0]?.type === 'link';
}

/** Links or traces in a row are one list or one line. */
function gathered(blocks: RootContent[]): RootContent[] {
  const lines = blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : []));
  if (blocks.length < 2 || lines.length < blocks.length) return blocks;
  if (lines.every((line) => isLink(line.children)))
    return [
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: lines.map((line) => ({ type: 'listItem', spread: false, children: [line] })),
      },
    ];
  if (lines.every((line) => line.children.length === 1 && line.children[0]?.type === 'emphasis'))
    return [
      paragraph({ type: 'emphasis', children: [text(lines.map((line) => toString(line)).join(', '))] }),
    ];
  return blocks;
}
