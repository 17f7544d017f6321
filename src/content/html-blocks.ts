import type { Element, ElementContent } from 'hast';
import type { Handle, State } from 'hast-util-to-mdast';
import type {
  BlockContent,
  Code,
  DefinitionContent,
  Heading,
  Nodes,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { asBlocks } from './as-blocks.ts';
import { codeText } from './html-code.ts';
import {
  attributeOf,
  box,
  classesOf,
  elementsIn,
  hasClass,
  isElement,
  isHeading,
  textIn,
} from './html-elements.ts';
import { list, listItem, paragraph, remarkLabel, strong, text } from './nodes.ts';
import { holdsHeading } from './variants.ts';

/** Elements in which generators write remarks, by what stands in their `class`. */
const REMARK =
  /^(?:admonition|admonitionblock|theme-admonition|custom-block|github-alert|starlight-aside|markdown-alert|callout|nextra-callout|rp-callout|rspress-directive|hint|alert|blockquote-tag|docs-callout|adm-block|flash|message)(?:-.*)?$/u;
const REMARK_TITLE = /(?:title|heading|summary|header)(?:$|_)|^title$/iu;

/** A box: a remark of its kind where it says so, and else what is in it. */
export const boxHandle: Handle = (state, element) => {
  const tab = attributeOf(element, 'dataTab');
  if (tab !== '') return tabBlocks(tab, flow(state, element));
  const kind = remarkOf(element);
  if (kind === undefined) return plainBox(state, element);
  const title = element.children
    .concat(element.children.flatMap((child) => (isElement(child) ? child.children : [])))
    .find(
      (child): child is Element => isElement(child) && hasClass(child, REMARK_TITLE) && !isHeading(child),
    );
  const label = title === undefined ? '' : textIn(title).replace(/\s+/gu, ' ').trim();
  const blocks = flow(state, box(without(element.children, title)));
  return directive(kind, label.toLowerCase() === kind ? '' : label, blocks);
};

function plainBox(state: State, element: Element): ReturnType<Handle> {
  const blocks = flow(state, element);
  if (!isElement(element, 'blockquote') || blocks.some(holdsHeading)) return blocks;
  return { type: 'blockquote', children: asBlocks(blocks) };
}

function remarkOf(element: Element): string | undefined {
  const classes = classesOf(element);
  const given = attributeOf(element, 'dataCalloutType') || attributeOf(element, 'dataAdmonition');
  if (given === '' && !classes.some((name) => REMARK.test(name))) return undefined;
  const words = [given, ...classes.flatMap((name) => [name, ...name.split(/[-_]+/u)])];
  const kinds = words.filter((word) => remarkLabel(word) !== undefined);
  return (kinds.find((kind) => remarkLabel(kind) !== '') ?? kinds[0] ?? 'callout').toLowerCase();
}

function without(children: readonly ElementContent[], gone: Element | undefined): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child === gone) return [];
    return isElement(child) && gone !== undefined && child.children.includes(gone)
      ? [{ ...child, children: child.children.filter((inner) => inner !== gone) }]
      : [child];
  });
}

function childrenOf(element: Element): Element[] {
  return element.children.filter((child): child is Element => isElement(child));
}

function flow(state: State, element: Element): RootContent[] {
  return state.toFlow(state.all(element)) as RootContent[];
}

/** What `:::name[Label]` stands for. */
function directive(name: string, label: string, blocks: readonly RootContent[]): ContainerDirective {
  const head: Paragraph[] =
    label === '' ? [] : [{ ...paragraph(text(label)), data: { directiveLabel: true } }];
  return {
    type: 'containerDirective',
    name,
    children: [...head, ...(blocks as (BlockContent | DefinitionContent)[])],
  };
}

function tabBlocks(label: string, blocks: readonly RootContent[]): RootContent[] {
  return blocks.length === 0 ? [] : [directive('tab', label, blocks)];
}

/** The summary in bold before what it hides, but for a heading. */
export const summaryHandle: Handle = (state, element) => {
  const blocks = flow(state, element);
  if (blocks.some(holdsHeading)) return blocks;
  const shown = blocks.flatMap((block): PhrasingContent[] =>
    block.type === 'paragraph' ? block.children : [],
  );
  return shown.length === 0 ? blocks : [paragraph(strong(...shown))];
};

/** A heading keeps its address, which was written on it before. */
export const headingHandle: Handle = (state, element) => {
  const heading: Heading = {
    type: 'heading',
    depth: depthOf(element),
    children: headingText(state.all(element)),
    data: { fragment: attributeOf(element, 'dataFragment') },
  };
  state.patch(element, heading);
  return heading;
};

/** Boxes within a heading, as themes have them, are parts of its line. */
function headingText(nodes: readonly Nodes[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'break') return [text(' ')];
    if (node.type === 'paragraph' || node.type === 'blockquote') return headingText(node.children);
    return isPhrasing(node) ? [node] : [];
  });
}

function isPhrasing(node: Nodes): node is PhrasingContent {
  return PHRASING.has(node.type);
}

const PHRASING = new Set('delete emphasis image inlineCode link strong text'.split(' '));

function depthOf({ tagName }: Element): Heading['depth'] {
  const depths: Readonly<Record<string, Heading['depth']>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };
  return depths[tagName] ?? 6;
}

/** A code block with its language, which was written on it before. */
export const codeHandle: Handle = (state, element) => {
  const lang = attributeOf(element, 'dataLang');
  const code: Code = { type: 'code', lang: lang === '' ? null : lang, meta: null, value: codeText(element) };
  state.patch(element, code);
  return code;
};

/** Terms in bold, with their meanings behind. */
export const definitionsHandle: Handle = (state, element) => {
  const parts = childrenOf(element).flatMap((child) =>
    isElement(child, 'div') ? childrenOf(child) : [child],
  );
  if (parts.some((part) => elementsIn(part).some(isHeading)))
    return parts.flatMap((part) => flow(state, part));
  const items: ListItem[] = [];
  let terms: PhrasingContent[] = [];
  for (const part of parts) {
    const blocks = asBlocks(flow(state, part));
    if (isElement(part, 'dt'))
      terms = [...terms, ...(terms.length === 0 ? [] : [text(', ')]), ...phrasingOf(blocks)];
    else if (terms.length > 0) items.push(listItem(meaning(terms, blocks)));
    else items.at(-1)?.children.push(...blocks);
    if (!isElement(part, 'dt')) terms = [];
  }
  if (terms.length > 0) items.push(listItem([paragraph(strong(...terms))]));
  return items.length === 0 ? undefined : { ...list(items), data: { isDefinitions: true } };
};

function phrasingOf(blocks: readonly BlockContent[]): PhrasingContent[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? block.children : []));
}

function meaning(
  terms: readonly PhrasingContent[],
  [first, ...rest]: readonly BlockContent[],
): BlockContent[] {
  const [only] = terms;
  const bold = terms.length === 1 && only?.type === 'strong' ? only : strong(...terms);
  if (first?.type !== 'paragraph') return [paragraph(bold), ...(first === undefined ? [] : [first]), ...rest];
  return [paragraph(bold, text(': '), ...first.children), ...rest];
}

/** A formula as it was written, where it says so. */
export const mathHandle: Handle = (_state, element) => {
  const source = elementsIn(element).find((inner) => isElement(inner, 'annotation'));
  const value = textIn(source ?? element)
    .replace(/\s+/gu, ' ')
    .trim();
  return value === '' ? undefined : { type: 'inlineCode', value };
};

/** Only a link that leads elsewhere is one; in headings, a link to the heading is its text. */
export const linkHandle: Handle = (state, element) => {
  const children = state.all(element);
  const url = attributeOf(element, 'href');
  return url === '' ? children : { type: 'link', url, title: null, children: children as PhrasingContent[] };
};
