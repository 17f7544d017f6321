import type { CollectionHelp } from '../../../core/reply.ts';
import { clipped, isVisible, literal } from '../../literal.ts';
import { shownVersion, versionList } from '../../version-list.ts';
import { versionChoices } from '../../version-named.ts';
import type { Words } from '../../words/words.ts';
import { linkable } from './address.ts';
import { codeSpan, escapeText } from './escape.ts';
import { LIMITS } from './limits.ts';
import type { Showing } from './message.ts';
import { drawn, textRuns } from './runs.ts';
import type { Run } from './runs.ts';

/** A longer example is none that anybody would try. */
const EXAMPLE = 200;

/** The room of the collections, in characters. */
const COLLECTIONS = 1_500;
const NAME = 100;

/** What this is, and the ways to ask as a list. */
export function waysToAsk(
  { command, words: { help: words } }: Showing,
  collections: readonly CollectionHelp[],
): string {
  const [, version] = versionChoices(collections);
  const { byCommand, byMention, byShortcut, shortcut } = words.discord;
  const asked = codeSpan(`${clipped(literal(command), NAME)} ${words.question}`);
  return [
    `### ${escapeText(words.title)}`,
    escapeText(words.lead),
    `- ${asked}${escapeText(byCommand)}`,
    `- ${escapeText(byMention)}`,
    `- ${escapeText(words.byMessage)}`,
    `- ${escapeText(byShortcut)}${drawn(textRuns(shortcut, { bold: true }))}`,
    `- ${codeSpan('in:name')}${escapeText(words.within)}`,
    ...(version === undefined
      ? []
      : [`- ${codeSpan(`version:${shownVersion(version)}`)}${escapeText(words.ofVersion)}`]),
  ].join('\n');
}

/** The collections as links, with the name of each for `in:name` and its versions; the first where there are many. Empty without any. */
export function collectionsText(collections: readonly CollectionHelp[], words: Words): string {
  const lines: string[] = [];
  let left = COLLECTIONS;
  for (const collection of collections) {
    const line = `- ${drawn(collectionRuns(collection, words))}`;
    left -= line.length + 1;
    if (left < 0) break;
    lines.push(line);
  }
  return lines.length === 0 ? '' : [escapeText(words.help.collections), ...lines].join('\n');
}

/** A question to try. */
export interface Example {
  readonly question: string;
  /** Its place among all examples of all collections, from 0: by that its button's click finds it. */
  readonly number: number;
}

/** The first of each collection, then the second of each, and so on; as many as a row has buttons. */
export function examplesOf(collections: readonly CollectionHelp[]): Example[] {
  let next = 0;
  const numbered = collections.map(({ examples }) =>
    examples.map((question): Example => ({ question, number: next++ })),
  );
  const most = Math.max(0, ...numbered.map(({ length }) => length));
  const turns = Array.from({ length: most }, (_, turn) => turn);
  const all = turns.flatMap((turn) => numbered.flatMap((examples) => examples.slice(turn, turn + 1)));
  const usable = all.filter(({ question }) => question.length <= EXAMPLE && isVisible(literal(question)));
  const isFirst = ({ question }: Example, index: number): boolean =>
    usable.findIndex((one) => one.question === question) === index;
  return usable.filter((one, index) => isFirst(one, index)).slice(0, LIMITS.rowButtons);
}

function collectionRuns({ title, name, url, versions }: CollectionHelp, words: Words): Run[] {
  const shown = clipped(literal(isVisible(literal(title)) ? title : name), NAME);
  const named = textRuns(`in:${clipped(literal(name), NAME)}`, { code: true });
  const told = versions.length === 0 ? '' : ` · ${words.help.versions(versionList(versions, words))}`;
  return [{ text: shown, style: {}, url: linkable(url) }, ...textRuns(' '), ...named, ...textRuns(told)];
}
