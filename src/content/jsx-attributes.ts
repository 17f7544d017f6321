import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { literalOf, literalsOf } from './expressions.ts';

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

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

function attributeOf(element: JsxElement, key: string): MdxJsxAttribute | undefined {
  return element.attributes.find(
    (one): one is MdxJsxAttribute => one.type === 'mdxJsxAttribute' && one.name === key,
  );
}
