import type { types } from '@slack/bolt';
import type { CollectionHelp } from '../../../core/reply.ts';
import { clipped, isVisible, literal } from '../../literal.ts';
import { shownVersion, versionList } from '../../version-list.ts';
import { versionChoices } from '../../version-named.ts';
import type { HelpWords } from '../../words/help-words.ts';
import type { Words } from '../../words/words.ts';
import { cutToLimits } from './cut-blocks.ts';
import { linkable } from './linkable.ts';
import type { Content } from './markdown-blocks.ts';
import type { Showing } from './message.ts';
import { askButton } from './reply-buttons.ts';
import { linkRun, richText, section, textRuns } from './rich-text.ts';
import type { RichText, Run, Section } from './rich-text.ts';

/** More examples would bury the rest, and a longer one is none that anybody would try. */
const EXAMPLES = 4;
const EXAMPLE = 200;

/** The room of the collections, in characters of JSON. */
const COLLECTIONS = 2_500;
const NAME = 100;

/** The ways to ask, as a list; versions are chosen where there are some. */
export function waysToAsk(
  { command }: Showing,
  collections: readonly CollectionHelp[],
  { help: words }: Words,
): RichText {
  const [, version] = versionChoices(collections);
  const ways = [
    [...typed(`${clipped(literal(command), NAME)} ${words.question}`), ...textRuns(words.slack.byCommand)],
    textRuns(words.slack.byMention),
    textRuns(words.byMessage),
    [...textRuns(words.slack.byShortcut), ...textRuns(words.slack.shortcut, { bold: true })],
    [...typed('in:name'), ...textRuns(words.within)],
    ...(version === undefined
      ? []
      : [[...typed(`version:${shownVersion(version)}`), ...textRuns(words.ofVersion)]]),
    [...typed('more'), ...textRuns(words.more)],
  ];
  return richText([bullets(ways.map((runs) => section(runs)))]);
}

/** The collections as links, with the name of each for `in:name` and its versions; the first where there are many. */
export function collectionBlocks(collections: readonly CollectionHelp[], words: Words): Content[] {
  if (collections.length === 0) return [];
  const items = collections.map((collection) => section(collectionRuns(collection, words)));
  const list = richText([section(textRuns(words.help.collections)), bullets(items)]);
  return cutToLimits([list], { characters: COLLECTIONS, blocks: 1 }).blocks;
}

/** Questions to try, as buttons that ask them: some of each collection. */
export function exampleBlocks(
  showing: Showing,
  collections: readonly CollectionHelp[],
  words: HelpWords,
): (RichText | types.ActionsBlock)[] {
  const elements = examplesOf(collections).map((question, number) =>
    askButton(showing, { suffix: String(number), question }),
  );
  if (elements.length === 0) return [];
  return [richText([section(textRuns(words.examples))]), { type: 'actions', elements }];
}

/** The first of each collection, then the second of each, and so on. */
function examplesOf(collections: readonly CollectionHelp[]): string[] {
  const most = Math.max(0, ...collections.map(({ examples }) => examples.length));
  const turns = Array.from({ length: most }, (_, turn) => turn);
  const all = turns.flatMap((turn) => collections.flatMap(({ examples }) => examples.slice(turn, turn + 1)));
  const usable = all.filter((question) => question.length <= EXAMPLE && isVisible(literal(question)));
  return [...new Set(usable)].slice(0, EXAMPLES);
}

function collectionRuns({ title, name, url, versions }: CollectionHelp, words: Words): Run[] {
  const address = linkable(url);
  const shown = clipped(literal(isVisible(literal(title)) ? title : name), NAME);
  const heading = address === undefined ? textRuns(shown) : [linkRun(address, shown)];
  const told = versions.length === 0 ? '' : ` · ${words.help.versions(versionList(versions, words))}`;
  const code = textRuns(`in:${clipped(literal(name), NAME)}`, { code: true });
  return [...heading, ...textRuns(' '), ...code, ...textRuns(told)];
}

function typed(text: string): Run[] {
  return textRuns(text, { code: true });
}

function bullets(elements: Section[]) {
  return { type: 'rich_text_list', style: 'bullet', indent: 0, elements } as const;
}
