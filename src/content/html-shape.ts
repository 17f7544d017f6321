import type { Element, ElementContent } from 'hast';
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
import type { Parent } from './html-elements.ts';
import { nameTabs } from './html-tabs.ts';

/** More cells than anybody spans. */
const MOST_SPANNED = 100;

/**
 * Makes of what generators write in elements of their own what has a name in HTML: definitions of an API become headings, the tables
 * that only lay out become their cells, tables of numbered code and Doxygen's lines become code.
 */
export function shapeHtml(content: Parent): void {
  const reading: Reading = { level: 1, nesting: 0 };
  content.children = shaped(content.children, reading);
}

interface Reading {
  /** Of the last real heading. */
  level: number;
  /** Definitions of an API within each other. */
  nesting: number;
}

function shaped(nodes: Parent['children'], reading: Reading): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (isElement(node)) return shapedElement(node, reading);
    return node.type === 'text' ? [node] : [];
  });
}

function shapedElement(element: Element, reading: Reading): ElementContent[] {
  if (isHeading(element)) reading.level = Number(element.tagName.slice(1));
  if (isElement(element, 'table')) return shapedTable(element, reading);
  if (isElement(element, 'dl') && isOfApi(element)) return shapedApi(element, reading);
  if (isElement(element, 'div') && hasClass(element, /^fragment$/u)) return [renamed(element, 'pre')];
  if (isElement(element, 'pre')) return [element];
  // Doxygen's title of a page.
  if (isElement(element, 'div') && hasClass(element, /^headertitle$/u)) return [titleOfDoxygen(element)];
  nameTabs(element);
  element.children = shaped(element.children, reading);
  return [element];
}

function titleOfDoxygen(element: Element): Element {
  const title = elementsIn(element).find((inner) => hasClass(inner, /^title$/u));
  return title === undefined || elementsIn(element).some(isHeading) ? element : renamed(title, 'h1');
}

/** As Sphinx writes functions, classes and options: https://www.sphinx-doc.org/en/master/usage/domains/ */
function isOfApi(list: Element): boolean {
  return list.children.some((child) => isElement(child, 'dt') && isSignature(child, list));
}

const DOMAIN = /^(?:py|c|cpp|js|rst|std|function|class|method|attribute|data|exception|describe)$/u;

function isSignature(term: Element, list: Element): boolean {
  return attributeOf(term, 'id') !== '' && (hasClass(term, /^sig$/u) || hasClass(list, DOMAIN));
}

function shapedApi(list: Element, reading: Reading): ElementContent[] {
  const { level } = reading;
  const depth = Math.min(level + 1 + reading.nesting, 6);
  reading.nesting += 1;
  const made = list.children.flatMap((child) => {
    if (!isElement(child)) return [];
    if (isElement(child, 'dt'))
      return [isSignature(child, list) ? renamed(child, `h${depth}`) : renamed(child, 'p')];
    return [box(shaped(child.children, reading))];
  });
  reading.nesting -= 1;
  reading.level = level;
  return made;
}

/** The same element, since it is where its id leads. */
function renamed(element: Element, tagName: string): Element {
  element.tagName = tagName;
  return element;
}

function shapedTable(table: Element, reading: Reading): ElementContent[] {
  const inner = elementsIn(table);
  const cells = inner.filter((element) => isElement(element, 'td', 'th'));
  const code = cells.findLast((cell) => elementsIn(cell).some((element) => isElement(element, 'pre')));
  if (code !== undefined && isOfCode(table)) return shaped(code.children, reading);
  // A remark of Asciidoctor has an icon beside it.
  const remark = cells.find((cell) => hasClass(cell, /^content$/u));
  if (remark !== undefined && cells.some((cell) => hasClass(cell, /^icon$/u)))
    return shaped(remark.children, reading);
  if (inner.some(isHeading)) return rowsOf(table).flatMap((row) => shaped(partOf(row), reading));
  if (cells.length === 1) return shaped(cells[0]?.children ?? [], reading);
  for (const cell of cells) for (const span of ['colSpan', 'rowSpan']) limit(cell, span);
  table.children = shaped(table.children, reading);
  return [table];
}

function isOfCode(table: Element): boolean {
  return classesOf(table).some((name) =>
    /highlighttable|rouge-table|lntable|hljs-ln|codehilitetable/u.test(name),
  );
}

function limit(cell: Element, span: string): void {
  if (Number(attributeOf(cell, span)) > MOST_SPANNED) delete cell.properties[span];
}

/** The rows of a table that lays out headings: those with headings on their own, others in tables between. */
function rowsOf(table: Element): (Element | readonly Element[])[] {
  const parts: (Element | Element[])[] = [];
  for (const row of ownRows(table)) {
    const last = parts.at(-1);
    if (elementsIn(row).some(isHeading)) parts.push(row);
    else if (Array.isArray(last)) last.push(row);
    else parts.push([row]);
  }
  return parts;
}

/** Not those of tables within. */
function ownRows(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (isElement(child, 'tr')) return [child];
    return isElement(child, 'tbody', 'thead', 'tfoot') ? ownRows(child) : [];
  });
}

function partOf(part: Element | readonly Element[]): ElementContent[] {
  if ('type' in part) return part.children.flatMap((cell) => (isElement(cell) ? [box(cell.children)] : []));
  const rows = part.filter((row) => textIn(row).trim() !== '');
  return rows.length === 0
    ? []
    : [{ type: 'element', tagName: 'table', properties: {}, children: [...rows] }];
}
