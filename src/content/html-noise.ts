import type { Element, ElementContent } from 'hast';
import {
  attributeOf,
  classesOf,
  elementsIn,
  hasClass,
  isElement,
  isHeading,
  textIn,
} from './html-elements.ts';
import type { Parent } from './html-elements.ts';

/** Elements that show no text, or none that belongs to the docs. */
const SILENT = new Set(
  `audio base button canvas dialog embed footer form frame frameset iframe input link meta nav noscript object script select source
  style svg template textarea title track video`.split(/\s+/u),
);

const ROLES = new Set(
  'alertdialog banner contentinfo dialog menu menubar navigation search toolbar'.split(' '),
);

/** Names in `class` or `id` of what generators and themes put around, between and behind the text; those of CSS modules go on with `_…`. */
const NOISE = new RegExp(
  `^(?:${[
    'breadcrumbs?(?:[-_]?(?:container|list|nav))?',
    '(?:theme-doc-|vp-?|md-|bd-|sl-|nextra-)?(?:breadcrumbs?|toc|doc-footer|docfooter|pagination(?:-links|-nav)?|last-updated)',
    'theme-doc-(?:toc-(?:mobile|desktop)|footer(?:-edit-meta-row)?|version-(?:badge|banner))',
    '(?:table-of-contents|toc-?wrapper|tocwrapper|page-toc|local-toc|on-this-page|right-sidebar-toc|toctitle|contents-local)',
    'toc(?:collapsible|mobile|desktop|sidebar)?',
    '(?:theme-)?edit-(?:this-)?(?:page|link)(?:-\\w+)?|edit-on-\\w+|page-edit|page-actions|page-tools',
    'prev-?next|prevnext|next-?prev|pager|page-nav|nav-(?:chapters|wrapper)|related(?:-pages)?|rst-footer-buttons',
    'copy(?:btn|-btn|-button|-code(?:-button)?)?|clipboard(?:-\\w+)?|zeroclipboard-container',
    'cookie(?:s|-?(?:banner|consent|notice|bar))?|consent-banner|skip-?(?:link|to-content|nav)|announcement-?bar',
    'headerlink|header-?anchor|hash-link|heading-anchor|anchor-?link|anchorjs-link|doc-anchor|subheading-anchor|sl-anchor-link|permalink|header-link',
    'viewcode-link|viewcode-back|srclink|src|rightside|out-of-band|notable-traits(?:-tooltip)?|tooltip|copy-path|sub-nav|sub-nav-list|nav-bar',
    'lineno|linenos|linenodiv|line-?numbers?(?:-rows)?|gutter|rouge-gutter|hljs-ln-numbers|lnt|ln|lang|code-?line-?number',
    'sr-only|visually-hidden|screen-reader-text|ttc|tooltip|feedback|page-feedback|was-this-helpful|md-source-file|md-content__button|dynheader|dyncontent',
  ].join('|')})(?:_[\\w-]{4,})?$`,
  'iu',
);

const LINK_TEXT =
  /^(?:edit (?:this page|on \w+)\b.*|edit|(?:view|show) (?:page )?source|view on github|suggest (?:an? )?(?:edit|change)s?|copy(?: (?:page|link|code))?|\[source\]|back to top)$/iu;

/** What is no less than this share of all text is the text. */
const SHARE = 0.5;

/** What is in the content but for what is not the author's: navigation, buttons, links to headings, numbers of lines. Changes the tree. */
export function withoutNoise(content: Parent): ElementContent[] {
  const most = textIn(content).length * SHARE;
  const isKept = (node: Parent['children'][number]): node is ElementContent =>
    node.type === 'text' || (isElement(node) && !isSilent(node) && (!isOfTheme(node) || isText(node, most)));
  const whole = [...content.children].filter(isKept);
  const open = whole.filter((node) => isElement(node));
  // A loop, since what is left may be deep.
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    element.children = element.children.filter(isKept);
    open.push(...element.children.filter((node) => isElement(node)));
  }
  return whole;
}

function isSilent(element: Element): boolean {
  const { tagName } = element;
  // Of a list of things to do.
  if (tagName === 'input' && attributeOf(element, 'type') === 'checkbox') return false;
  if (tagName === 'button') return attributeOf(element, 'role') !== 'tab';
  if (tagName === 'form') return !elementsIn(element).some(isHeading);
  if (SILENT.has(tagName)) return true;
  if (ROLES.has(attributeOf(element, 'role'))) return true;
  return attributeOf(element, 'ariaHidden') === 'true' && attributeOf(element, 'role') !== 'tabpanel';
}

/** Whether its name or text says that an element is not the author's. */
export function isOfTheme(element: Element): boolean {
  if (isElement(element, 'a')) return isThemeLink(element);
  if (isElement(element, 'code', 'pre', 'html', 'body', 'main', 'article')) return false;
  // Docutils has a list of contents, and Doxygen all of a page, in `contents`.
  if (hasClass(element, /^contents$/u) && hasClass(element, /^(?:topic|local)$/u)) return true;
  return [...classesOf(element), attributeOf(element, 'id')].some((name) => NOISE.test(name));
}

/** Signs of a link to a heading; zero-width spaces too. */
const SIGN = /^[\s\u200B\u00A0#¶§🔗◆∞]*$/u;

function isThemeLink(link: Element): boolean {
  const text = textIn(link).trim();
  if (LINK_TEXT.test(text)) return true;
  if (/(?:^| )(?:prev|next)(?: |$)/u.test(attributeOf(link, 'rel'))) return true;
  const isEmpty = SIGN.test(text) && !elementsIn(link).some((element) => isElement(element, 'img'));
  if (isEmpty) return attributeOf(link, 'href').includes('#') || attributeOf(link, 'href') === '';
  return classesOf(link).some((name) => NOISE.test(name)) && text.length < 40;
}

/** Whether an element whose name says that it is noise has so much to say that it cannot be. */
function isText(element: Element, most: number): boolean {
  if (textIn(element).length < most) return false;
  const links = elementsIn(element).filter((inner) => isElement(inner, 'a'));
  const linked = links.reduce((sum, link) => sum + textIn(link).length, 0);
  return linked < textIn(element).length * SHARE;
}
