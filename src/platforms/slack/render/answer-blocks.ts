import type { Answer } from '../../../core/reply.ts';
import { SIGN } from '../../cut-text.ts';
import { clipped, isVisible, literal } from '../../literal.ts';
import { shownVersion } from '../../version-list.ts';
import type { Words } from '../../words/words.ts';
import { linkable } from './linkable.ts';
import type { Block } from './message.ts';
import { linkRun, paragraph, richText, section, textRuns } from './rich-text.ts';
import type { RichText, Run, Section } from './rich-text.ts';

/** Longer titles and trails are cut: they name a section, they are not its text. */
const TITLE = 250;
const TRAIL = 250;

/** The title as a link, with the trail beneath it. */
export function answerHead(answer: Named): RichText {
  return paragraph(headRuns(answer, { bold: true }));
}

/** Leads on to the whole section; nothing where its address is no link in Slack. */
export function readOnBlocks({ url }: Answer, words: Words): Block[] {
  const address = linkable(url);
  return address === undefined ? [] : [paragraph([linkRun(address, words.readOn)])];
}

/** What names a section; the same for an entry of a changelog, whose facts stand where a section has its trail. */
export type Named = Pick<Answer, 'title' | 'url' | 'trail' | 'version'>;

export interface FurtherOptions {
  /** What stands above them; empty for nothing. */
  readonly label: string;
  /** Whether each has its trail beneath it. */
  readonly lines: boolean;
}

/** Further sections as links with a line each. Their excerpts are not read, which would cost time to cut. */
export function furtherBlocks(answers: readonly Named[], { label, lines }: FurtherOptions): RichText[] {
  if (answers.length === 0) return [];
  const items = answers.map(({ title, url, trail, version }): Section => {
    const line = lines ? { trail, version } : { trail: [], version: '' };
    return section(headRuns({ title, url, ...line }, {}));
  });
  const above = label === '' ? [] : [section(textRuns(label))];
  return [richText([...above, { type: 'rich_text_list', style: 'bullet', indent: 0, elements: items }])];
}

/** A title as it is shown: of one that cannot be seen the address. */
export function titleOf({ title, url }: Pick<Named, 'title' | 'url'>): string {
  const shown = [title, url].map((text) => literal(text).trim()).find((text) => isVisible(text));
  return clipped(shown ?? SIGN, TITLE);
}

/** Of a long trail the end, which says most. */
function trailOf({ trail }: Named): string {
  const shown = trail.map((part) => literal(part).trim()).filter((part) => isVisible(part));
  while (shown.length > 1 && shown.join(' › ').length > TRAIL) shown.shift();
  return clipped(shown.join(' › '), TRAIL);
}

function headRuns(answer: Named, style: { bold?: true }): Run[] {
  const address = linkable(answer.url);
  const title = titleOf(answer);
  const trail = trailOf(answer);
  const heading = address === undefined ? textRuns(title, style) : [linkRun(address, title, style)];
  const version = versionRuns(answer);
  if (trail === '' && version.length === 0) return heading;
  const between = trail === '' || version.length === 0 ? [] : textRuns(' · ');
  return [...heading, ...textRuns('\n'), ...version, ...between, ...textRuns(trail, { italic: true })];
}

/** The version, where it is not the default. */
function versionRuns({ version }: Named): Run[] {
  const shown = shownVersion(version);
  return isVisible(shown) ? textRuns(shown, { code: true }) : [];
}
