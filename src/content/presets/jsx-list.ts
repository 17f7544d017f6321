import type { JsxElement } from '../jsx-attributes.ts';

/** The items of an attribute that is a list, empty where one is no text; undefined where the attribute is no list. */
export function jsxList(element: JsxElement, key: string): readonly string[] | undefined {
  const attribute = element.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === key);
  const value = attribute?.value;
  const program = typeof value === 'object' && value !== null ? value.data?.estree : undefined;
  const [statement] = program?.body ?? [];
  if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'ArrayExpression')
    return undefined;
  return statement.expression.elements.map((item) =>
    item?.type === 'Literal' && typeof item.value === 'string' ? item.value : '',
  );
}
