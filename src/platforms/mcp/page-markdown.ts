import type { Page, Section } from '../../core/page.ts';
import { readableMarkdown } from '../../core/readable-markdown.ts';

/** A whole page but for its title; what it says of itself comes first where its text does not begin so. */
export function pageMarkdown(page: Page): string {
  const text = page.sections
    .map((section) => (isTitle(section, page) ? section.markdown.trim() : withHeading(section)))
    .filter(isSomething)
    .join('\n\n');
  const description = page.description.trim();
  return description === '' || text.startsWith(description) ? text : [description, text].join('\n\n').trim();
}

/** A section and what stands below it, but for its own heading; never empty where the page says anything at all. */
export function sectionMarkdown(page: Page, section: Section): string {
  const below = sectionsBelow(page, section);
  const text = [section.markdown.trim(), ...below.map(withHeading)].filter(isSomething).join('\n\n');
  return text || readableMarkdown(page, section).trim();
}

function isTitle({ level, heading }: Section, { title }: Page): boolean {
  return level === 1 && heading === title;
}

function withHeading({ heading, level, markdown }: Section): string {
  const title = level === 0 ? '' : `${'#'.repeat(level)} ${heading}`;
  return [title, markdown.trim()].filter(isSomething).join('\n\n');
}

function sectionsBelow(page: Page, section: Section): readonly Section[] {
  const following = page.sections.slice(page.sections.indexOf(section) + 1);
  const end = following.findIndex(({ level }) => level <= section.level);
  return end === -1 ? following : following.slice(0, end);
}

function isSomething(text: string): boolean {
  return text !== '';
}
