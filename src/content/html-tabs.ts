import type { Element, ElementContent } from 'hast';
import { attributeOf, elementsIn, hasClass, isElement, textIn } from './html-elements.ts';

const TAB_LIST = /^(?:tabs|tabs__list|tablist|tab-list)$/u;
const PANEL = /^(?:tabpanel|tabbed-block|sd-tab-content|tab-content|tab-pane)$/u;
/** Sets whose tabs are labels of radio buttons: of Material for MkDocs, Sphinx-Design and VitePress. */
const LABEL_SET = /^(?:tabbed-set|sd-tab-set|vp-code-group)$/u;

/**
 * Writes on each panel of an element, if that is a set of tabs, the name of its tab, as `data-tab`, and takes the row of names away. Where
 * some panels are not in the page, nobody can tell which name is whose.
 */
export function nameTabs(element: Element): void {
  const isLabelSet = hasClass(element, LABEL_SET);
  if (!isLabelSet && !childrenOf(element).some(isTabList)) return;
  const panels = panelsOf(element);
  if (panels.length === 0) return;
  const isName = isLabelSet ? isLabel : isTab;
  const nested = new Set(panels.flatMap((panel) => [panel, ...elementsIn(panel)]));
  const named = elementsIn(element).filter((inner) => isName(inner) && !nested.has(inner));
  // Starlight has a tab within a tab.
  const names = named.filter((name) => !elementsIn(name).some(isName));
  panels.forEach((panel, index) => {
    const name = names[index];
    panel.tagName = 'div';
    if (name !== undefined && names.length === panels.length) panel.properties['dataTab'] = nameOf(name);
  });
  remove(element, new Set(isLabelSet ? named : childrenOf(element).filter(isTabList)));
}

/** A row of names, or what has nothing but one in it. */
function isTabList(element: Element): boolean {
  if (isRow(element)) return true;
  return childrenOf(element).some(isRow) && !elementsIn(element).some(isPanel);
}

function isRow(element: Element): boolean {
  if (attributeOf(element, 'role') === 'tablist') return true;
  return hasClass(element, TAB_LIST) && childrenOf(element).some(isTab);
}

function isTab(element: Element): boolean {
  return attributeOf(element, 'role') === 'tab' || (isElement(element, 'li') && hasClass(element, /^tab$/u));
}

function isLabel(element: Element): boolean {
  return isElement(element, 'label');
}

/** Those of this set, and not of sets within. */
function panelsOf(element: Element): Element[] {
  if (hasClass(element, /^vp-code-group$/u)) return childrenOf(childrenOf(element).at(-1));
  return childrenOf(element).flatMap((child) => {
    // Material for MkDocs has its panels in an element of nearly the same name.
    const isOuter = childrenOf(child).some((inner) => hasClass(inner, /^tabbed-block$/u));
    return isPanel(child) && !isOuter ? [child] : panelsOf(child);
  });
}

function isPanel(element: Element): boolean {
  return attributeOf(element, 'role') === 'tabpanel' || hasClass(element, PANEL);
}

function nameOf(tab: Element): string {
  return textIn(tab).replace(/\s+/gu, ' ').trim();
}

function childrenOf(element: Element | undefined): Element[] {
  return (element?.children ?? []).filter((child): child is Element => isElement(child));
}

function remove(parent: Element, gone: ReadonlySet<ElementContent>): void {
  parent.children = parent.children.filter((child) => !gone.has(child));
  for (const child of parent.children)
    if (isElement(child) && attributeOf(child, 'dataTab') === '') remove(child, gone);
}
