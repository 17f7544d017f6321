import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { literalOf, literalsOf } from './expressions.ts';

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Attributes that a reader sees, the most telling first. */
const LABELS = ['title', 'label', 'heading', 'header', 'summary', 'name', 'value'] as const;
/** Of a component within a line, whose name says which icon it is, say. */
const INLINE_LABELS = ['title', 'label'] as const;
const TARGETS = ['href', 'to', 'url', 'link'] as const;
const TEXTS = ['description', 'text', 'children', 'content'] as const;
const KINDS = ['type', 'variant', 'kind'] as const;

/** What an element is headed with. */
export function labelOf(element: JsxElement): string | undefined {
  return firstText(element, LABELS);
}

/** What an element within a line says when it has nothing between its tags. */
export function inlineLabelOf(element: JsxElement): string | undefined {
  return firstText(element, INLINE_LABELS);
}

/** Where an element leads. */
export function targetOf(element: JsxElement): string | undefined {
  return firstText(element, TARGETS);
}

/** Which kind of its component an element is, such as `warning`. */
export function kindOf(element: JsxElement): string | undefined {
  return firstText(element, KINDS);
}

/** What an element says in attributes instead of between its tags. */
export function textsOf(element: JsxElement): readonly string[] {
  return TEXTS.flatMap((key) => firstText(element, [key]) ?? []);
}

/** The text of an attribute; undefined where there is none, or it has to be computed. */
export function attributeText(element: JsxElement, key: string): string | undefined {
  const value = attributeOf(element, key)?.value;
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : literalOf(value);
}

/** The texts of an attribute that is an array of them; empty for any other. */
export function attributeTexts(element: JsxElement, key: string): readonly string[] {
  const value = attributeOf(element, key)?.value;
  return typeof value === 'object' && value !== null ? literalsOf(value) : [];
}

function firstText(element: JsxElement, keys: readonly string[]): string | undefined {
  return keys
    .map((key) => attributeText(element, key)?.trim())
    .find((value) => value !== undefined && value !== '');
}

function attributeOf(element: JsxElement, key: string): MdxJsxAttribute | undefined {
  return element.attributes.find(
    (one): one is MdxJsxAttribute => one.type === 'mdxJsxAttribute' && one.name === key,
  );
}
