import type { Element, ElementContent, Nodes, Root } from 'hast';

export type Parent = Element | Root;

/** Whether a node is an element, of one of the names where any are given. */
export function isElement<Name extends string>(
  node: Nodes | undefined,
  ...names: readonly Name[]
): node is Element & { tagName: Name } {
  return node?.type === 'element' && (names.length === 0 || names.some((name) => name === node.tagName));
}

/** `h1` to `h6`. */
export function isHeading(node: Nodes | undefined): node is Element & { tagName: `h${number}` } {
  return isElement(node) && /^h[1-6]$/u.test(node.tagName);
}

/** The elements within a node, in document order. */
export function elementsIn(root: Parent): Element[] {
  const found: Element[] = [];
  const open: Nodes[] = root.children.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) open.push(child);
    }
  }
  return found;
}

/** The text within a node, as it stands there. */
export function textIn(root: Nodes): string {
  const parts: string[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text') parts.push(node.value);
    else if ('children' in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return parts.join('');
}

/** The names in `class`. */
export function classesOf({ properties }: Element): string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map(String) : [];
}

/** Whether one of the names in `class` matches. */
export function hasClass(element: Element, pattern: RegExp): boolean {
  return classesOf(element).some((name) => pattern.test(name));
}

/** An attribute by the name of its property, such as `dataLang`; empty where it is none or no text. */
export function attributeOf({ properties }: Element, name: string): string {
  const value = properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** An element that stands for nothing but its content. */
export function box(children: readonly ElementContent[]): Element {
  return { type: 'element', tagName: 'div', properties: {}, children: [...children] };
}
