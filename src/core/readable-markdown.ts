import type { Page, Section } from './page.ts';

/**
 * What to quote of a section: its body; where it has none, the first body below it, the lead, and the first body of the page.
 * The page itself says first what it is about. Empty where the page says nothing at all.
 */
export function readableMarkdown(page: Page, section: Section): string {
  if (section.markdown.trim() !== '') return section.markdown;
  const description = page.description.trim();
  const body = firstBody(sectionsBelow(page, section)) || firstBody(page.sections);
  const parts = section.level === 0 ? [description, body] : [body || description];
  return parts.filter((part) => part !== '').join('\n\n');
}

function firstBody(sections: readonly Section[]): string {
  return sections.find(({ markdown }) => markdown.trim() !== '')?.markdown ?? '';
}

/** The sections between this one and the next of its own level or above. */
function sectionsBelow(page: Page, section: Section): readonly Section[] {
  const following = page.sections.slice(page.sections.indexOf(section) + 1);
  const end = following.findIndex(({ level }) => level <= section.level);
  return end === -1 ? following : following.slice(0, end);
}
