import type { Element, Nodes } from 'hast';
import { attributeOf, classesOf, elementsIn, isElement } from './html-elements.ts';

const PREFIXED = /^(?:language|lang|highlight-source|highlight|brush|sourceCode|code|src)[-:](.+)$/iu;
/** Classes of code blocks that are no language. */
const NO_LANGUAGE = new Set(
  `astro-code block chroma codeblock code-block codehilite copy default expressive-code fragment hljs highlight highlighted highlighter-rouge
  ignore line-numbers linenums literal-block none notranslate playground plain plaintext playpen prettyprint prism-code rouge-highlight
  rust-example-rendered shiki sourceCode text txt undefined wrap wrapper`.split(/\s+/u),
);
/** Names that highlighters put beside their own class: `hljs ruby`, `sourceCode python`, `rust rust-example-rendered`. */
const NAME = /^[a-z][a-z\d+#.-]{0,19}$/u;
const BESIDE = /^(?:hljs|sourceCode|prettyprint|rust-example-rendered)$/u;

/** How far above a block its language is looked for. */
const HIGHEST = 4;

/** Writes on each code block, as `data-lang`, the language that any of the elements around it says. */
export function markLanguages(content: Element): void {
  const blocks = blocksIn(content, []);
  const counts = new Map<Element, number>();
  for (const { above } of blocks)
    for (const element of above) counts.set(element, (counts.get(element) ?? 0) + 1);
  for (const { pre, above } of blocks) {
    // What holds several blocks says nothing of one.
    const around = above.filter((element) => counts.get(element) === 1);
    const inner = elementsIn(pre)
      .filter((element) => isElement(element, 'code'))
      .slice(0, 1);
    const language = [...inner, pre, ...around].map(named).find((name) => name !== '');
    if (language !== undefined) pre.properties['dataLang'] = language;
  }
}

interface Block {
  readonly pre: Element;
  /** Innermost first. */
  readonly above: readonly Element[];
}

function blocksIn(element: Element, above: readonly Element[]): Block[] {
  const outer = [element, ...above].slice(0, HIGHEST);
  return element.children.flatMap((child): Block[] => {
    if (isElement(child, 'pre')) return [{ pre: child, above: outer }];
    return isElement(child) ? blocksIn(child, outer) : [];
  });
}

function named(element: Element): string {
  const given = ['dataLang', 'dataLanguage', 'dataCodeLanguage'].map((name) =>
    attributeOf(element, name).toLowerCase(),
  );
  const classes = classesOf(element);
  const prefixed = classes.flatMap((name) => PREFIXED.exec(name)?.[1]?.toLowerCase() ?? []);
  const beside = classes.some((name) => BESIDE.test(name)) ? classes.filter((name) => NAME.test(name)) : [];
  return (
    [...given, ...prefixed, ...beside].find(
      (name) => name !== '' && NAME.test(name) && !NO_LANGUAGE.has(name),
    ) ?? ''
  );
}

/** Elements within code that are lines of it. */
const LINES = new Set('div li p tr'.split(' '));

/** The text of a code block, whatever a highlighter has made of its lines; of tables, what is not the numbers. */
export function codeText(block: Nodes): string {
  const lines: string[] = [''];
  write(block, lines, block);
  return lines
    .join('\n')
    .replaceAll('\u00A0', ' ')
    .replace(/^(?:[ \t]*\n)+|\s+$/gu, '');
}

function write(node: Nodes, lines: string[], block: Nodes): void {
  if (node.type === 'text') return append(node.value, lines);
  if (!('children' in node)) return;
  if (isElement(node, 'br')) return void lines.push('');
  const isLine = node !== block && isElement(node) && LINES.has(node.tagName);
  if (isLine && lines.at(-1) !== '') lines.push('');
  const before = lines.length;
  for (const child of node.children) write(child, lines, block);
  // What ends with a line break has ended its line already; an empty line is one too.
  if (isLine && (lines.at(-1) !== '' || lines.length === before)) lines.push('');
}

function append(value: string, lines: string[]): void {
  const [first = '', ...rest] = value.split('\n');
  lines.push((lines.pop() ?? '') + first, ...rest);
}
