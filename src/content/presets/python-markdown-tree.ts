/** What Python-Markdown has made of a block, as far as it decides on what comes after it, and on the ids of headings. */
export interface BlockElement {
  readonly tag: string;
  /** `admonition`, `details`, `tabs`, `tab`; empty for what has no class that counts. */
  readonly kind: string;
  readonly children: BlockElement[];
  text: string;
  /** What follows it within its parent. */
  tail: string;
  /** The line of a heading (1-based); 0 for all else. */
  readonly at: number;
  /** The id of an element of HTML. */
  readonly id: string | undefined;
}

interface Given {
  readonly kind?: string;
  readonly text?: string;
  readonly at?: number;
  readonly id?: string | undefined;
}

/** A new element at the end of its parent. */
export function append(
  parent: BlockElement,
  tag: string,
  { kind = '', text = '', at = 0, id }: Given = {},
): BlockElement {
  const element = { tag, kind, children: [], text, tail: '', at, id };
  parent.children.push(element);
  return element;
}

export function createRoot(): BlockElement {
  return { tag: 'div', kind: '', children: [], text: '', tail: '', at: 0, id: undefined };
}

export function lastChild(parent: BlockElement | undefined): BlockElement | undefined {
  return parent?.children.at(-1);
}

const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'dl']);

export function isList(element: BlockElement | undefined): element is BlockElement {
  return element !== undefined && LISTS.has(element.tag);
}

export function isItem(element: BlockElement): boolean {
  return element.tag === 'li' || element.tag === 'dd';
}

/** The text of a list item as a paragraph of its own. */
export function wrapText(item: BlockElement): void {
  if (item.text === '') return;
  item.children.unshift({ ...createRoot(), tag: 'p', text: item.text });
  item.text = '';
}
