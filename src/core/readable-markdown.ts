import type { Page, Section } from './page.ts';

/**
 * What to quote of a section: its body; where it has none, the page's description for the page itself, then the first body
 * below it, the lead, and the first body of the page. Empty where the page says nothing at all.
 */
export function readableMarkdown(page: Page, section: Section): string {
  if (section.markdown.trim() !== '') return section.markdown;
  const description = section.level === 0 ? page.description.trim() : '';
  if (description !== '') return description;
  return firstBody(sectionsBelow(page, section)) || firstBody(page.sections) || page.description.trim();
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
