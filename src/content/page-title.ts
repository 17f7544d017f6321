import type { PageRules } from './page-rules.ts';
import type { NavigationEntry } from './navigation.ts';
import type { RawSection } from './sections.ts';

/** What the title of a page is taken from. */
export interface TitleSources {
  readonly file: string;
  /** In its frontmatter; empty for none. */
  readonly own: string;
  /** What the page begins with. */
  readonly first: RawSection | undefined;
  readonly navigation: NavigationEntry | undefined;
}

/** A page's own title, else its first heading of level 1, else as the navigation calls it, else its file's name. */
export function pageTitle({ file, own, first, navigation }: TitleSources, rules: PageRules): string {
  const heading = first?.level === 1 ? first.heading : '';
  return own || heading || navigation?.title || readableName(file, rules);
}

/** `getting-started/index.md` as `Getting started`. */
function readableName(file: string, { site, name }: PageRules): string {
  const segments = file.replace(/\.\w+$/u, '').split('/');
  const own = segments.at(-1) ?? '';
  const chosen = site.index.includes(own) ? (segments.at(-2) ?? name) : own;
  const words = chosen
    .replace(/^\d+[-_.]\s*/u, '')
    .replace(/[-_]+/gu, ' ')
    .trim();
  return words === '' ? chosen : words.slice(0, 1).toUpperCase() + words.slice(1);
}
