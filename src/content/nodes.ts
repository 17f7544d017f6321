import type {
  BlockContent,
  Blockquote,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Strong,
} from 'mdast';

/** What nests deeper would take more stack than there is. */
const DEEPEST = 100;

/** Whether a tree nests deeper than can be worked with. */
export function isTooDeep(root: Nodes): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1)
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  return level.length > 0;
}

/** `note` as `Note`. */
export function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Plain text, whatever it holds. */
export function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** A paragraph of what is on its lines. */
export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** Bold. */
export function strong(...children: PhrasingContent[]): Strong {
  return { type: 'strong', children };
}

/** A list without blank lines between its items. */
export function list(children: ListItem[], ordered = false): List {
  return { type: 'list', ordered, spread: false, children };
}

/** Only a list may follow a paragraph without a blank line between, unless `spread` wants one there too. */
export function listItem(children: BlockContent[], spread = false): ListItem {
  const isTight = children.every(
    ({ type }, index) => index === 0 || (type === 'list' && children[index - 1]?.type === 'paragraph'),
  );
  return { type: 'listItem', spread: spread || !isTight, children };
}

/** A remark (note, tip, warning) as a quote with its label in front. */
export function remark(label: readonly PhrasingContent[], blocks: readonly BlockContent[]): Blockquote {
  const head = label.length === 0 ? undefined : strong(...label, text(':'));
  const [first, ...rest] = blocks;
  if (head === undefined) return { type: 'blockquote', children: [...blocks] };
  if (first?.type !== 'paragraph') return { type: 'blockquote', children: [paragraph(head), ...blocks] };
  return { type: 'blockquote', children: [paragraph(head, text(' '), ...first.children), ...rest] };
}

const REMARKS = new Set(
  `note tip info warning danger caution important success error check hint attention seealso
  callout admonition alert aside`.split(/\s+/u),
);

const UNNAMED = new Set(['callout', 'admonition', 'alert', 'aside']);

/** The label of a directive or component that is a remark: empty where its name says nothing; undefined where it is none. */
export function remarkLabel(name: string): string | undefined {
  const plain = name.toLowerCase();
  if (!REMARKS.has(plain)) return undefined;
  return UNNAMED.has(plain) ? '' : capitalised(plain);
}
