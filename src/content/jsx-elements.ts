import { labelOf, targetOf } from './jsx-attributes.ts';
import type { JsxElement } from './jsx-attributes.ts';

/** HTML that takes lines of its own; all other HTML stands within one. */
const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/u),
);

/** `<div>` is HTML, `<Note>` and `<Tabs.Tab>` are components. */
export function isHtmlElement(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/u.test(name);
}

/** Whether an element takes lines of its own. A component does, unless all that it has is a link. */
export function isBlockElement(element: JsxElement): boolean {
  const { name } = element;
  if (name === null) return false;
  if (isHtmlElement(name)) return BLOCKS.has(name);
  return targetOf(element) === undefined || labelOf(element) !== undefined;
}
