import type { Answer } from '../../../core/reply.ts';
import { SIGN } from '../../cut-text.ts';
import { clipped, isVisible, literal } from '../../literal.ts';
import { shownVersion } from '../../version-list.ts';
import type { Words } from '../../words/words.ts';
import { linkable } from './address.ts';
import { codeSpan, escapeText } from './escape.ts';
import { drawn } from './runs.ts';

/** Longer titles and trails are cut: they name a section, they are not its text. */
const TITLE = 200;
const TRAIL = 200;

/** What names a section. */
export type Named = Pick<Answer, 'title' | 'url' | 'trail' | 'version'>;

/** The title as a heading that leads to the section, with the trail beneath it. */
export function answerHead(answer: Named): string {
  return [`### ${titleLink(answer)}`, ...trailLines(answer)].join('\n');
}

/** Leads on to the whole section; empty where its address is no link in Discord. */
export function readOnLink({ url }: Named, words: Words): string {
  const address = linkable(url);
  return address === undefined ? '' : drawn([{ text: words.readOn, style: {}, url: address }]);
}

export interface FurtherOptions {
  /** What stands above them; empty for nothing. */
  readonly label: string;
  /** Whether each has its trail beneath it. */
  readonly trails: boolean;
}

/** Further sections as links. Their excerpts are not read, which would cost time to cut. */
export function furtherText(answers: readonly Named[], { label, trails }: FurtherOptions): string {
  if (answers.length === 0) return '';
  const above = label === '' ? [] : [escapeText(label)];
  const lines = answers.flatMap((answer) => [`- ${titleLink(answer)}`, ...(trails ? trailIn(answer) : [])]);
  return [...above, ...lines].join('\n');
}

/** A title as it is shown: of one that cannot be seen the address. */
export function titleOf({ title, url }: Pick<Named, 'title' | 'url'>): string {
  const shown = [title, url].map((text) => literal(text).trim()).find((text) => isVisible(text));
  return clipped(shown ?? SIGN, TITLE);
}

/** The title, which leads to the section. */
export function titleLink(named: Pick<Named, 'title' | 'url'>): string {
  return drawn([{ text: titleOf(named), style: {}, url: linkable(named.url) }]);
}

/** Small print beneath a heading. */
function trailLines(answer: Named): string[] {
  const line = placeLine(answer, escapeText(trailOf(answer)));
  return line === '' ? [] : [`-# ${line}`];
}

/** The second line of an item, where Discord has no small print. */
function trailIn(answer: Named): string[] {
  const trail = trailOf(answer);
  const line = placeLine(answer, trail === '' ? '' : drawn([{ text: trail, style: { italic: true } }]));
  return line === '' ? [] : [`  ${line}`];
}

/** The version where it is not the default, and the trail, each as it is drawn. */
function placeLine({ version }: Named, trail: string): string {
  const shown = shownVersion(version);
  return [isVisible(shown) ? codeSpan(shown) : '', trail].filter((part) => part !== '').join(' · ');
}

/** Of a long trail the end, which says most. */
function trailOf({ trail }: Named): string {
  const shown = trail.map((part) => literal(part).trim()).filter((part) => isVisible(part));
  while (shown.length > 1 && shown.join(' › ').length > TRAIL) shown.shift();
  return clipped(shown.join(' › '), TRAIL);
}
