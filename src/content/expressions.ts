import type { PhrasingContent } from 'mdast';
import type { MdxFlowExpression, MdxJsxAttributeValueExpression, MdxTextExpression } from 'mdast-util-mdx';

type Expression = MdxFlowExpression | MdxTextExpression | MdxJsxAttributeValueExpression;

const QUOTED = /^(?:'([^'\\]*)'|"([^"\\]*)"|`([^`\\$]*)`|(-?\d+(?:\.\d+)?))$/u;
const NAME = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u;
const ARRAY = /^\[([^[\]]*)\]$/u;

/** What a reader sees of an expression: the text that it spells out, a name as code, and nothing of what would be computed. */
export function expressionText(expression: Expression): PhrasingContent[] {
  const literal = literalOf(expression);
  if (literal !== undefined) return literal === '' ? [] : [{ type: 'text', value: literal }];
  const value = expression.value.trim();
  return NAME.test(value) ? [{ type: 'inlineCode', value }] : [];
}

/** The text that an expression spells out; undefined where it has to be computed. */
export function literalOf({ value }: Expression): string | undefined {
  return unquoted(value.trim());
}

/** The texts of an array that spells them out; empty where it does not. */
export function literalsOf({ value }: Expression): readonly string[] {
  const inside = ARRAY.exec(value.trim())?.[1] ?? '';
  return inside.split(',').flatMap((item) => unquoted(item.trim()) ?? []);
}

function unquoted(text: string): string | undefined {
  const groups = QUOTED.exec(text);
  return groups === null ? undefined : groups.slice(1).find((group) => group !== undefined);
}
