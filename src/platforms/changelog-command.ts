import type { Changelog, ChangelogPlace, ChangelogResult, Wish } from '../core/changelog.ts';

/** What somebody wants of changelogs. A feed is a name or a title; it may be empty. */
export type ChangelogCommand =
  | { readonly kind: 'latest'; readonly feed: string }
  | { readonly kind: 'search'; readonly words: string }
  | { readonly kind: 'subscribe'; readonly wish: Wish }
  | { readonly kind: 'unsubscribe'; readonly feed: string }
  | { readonly kind: 'list' }
  | { readonly kind: 'preview'; readonly feed: string }
  | { readonly kind: 'help' };

/** What can be asked of the changelogs themselves. */
export type RunnableChangelogCommand = Exclude<ChangelogCommand, { readonly kind: 'help' }>;

const QUOTES = /[“”„‟«»＂]/gu;
const FIRST = /^(?:"(?<phrase>[^"]*)"|(?<word>\S+))\s*/u;

/**
 * Reads what was typed after a slash command, such as `subscribe "Node SDK" stable daily 9:00`; `name` is the command's,
 * without its slash, and may stand before the rest. What begins with no known word is searched for.
 */
export function readChangelog(typed: string, name: string): ChangelogCommand {
  // Phones and desktops replace the quotes that are typed.
  const text = withoutName(typed.trim().replace(QUOTES, '"'), name);
  const { first, rest } = partsOf(text);
  switch (first.toLowerCase()) {
    case '':
    case '?':
    case 'help':
      return { kind: 'help' };
    case 'latest':
      return { kind: 'latest', feed: unquoted(rest) };
    case 'search':
      return rest === '' ? { kind: 'help' } : { kind: 'search', words: rest };
    case 'subscribe':
      return { kind: 'subscribe', wish: wishIn(rest) };
    case 'unsubscribe':
      return { kind: 'unsubscribe', feed: unquoted(rest) };
    case 'preview':
      return { kind: 'preview', feed: unquoted(rest) };
    case 'list':
      return rest === '' ? { kind: 'list' } : { kind: 'search', words: text };
    default:
      return { kind: 'search', words: text };
  }
}

/** Does it; never rejects, as the changelog does not. */
export function runChangelog(
  command: RunnableChangelogCommand,
  changelog: Changelog,
  place: ChangelogPlace,
): Promise<ChangelogResult> {
  switch (command.kind) {
    case 'latest':
      return changelog.latest(command.feed, place);
    case 'search':
      return changelog.search(command.words, place);
    case 'subscribe':
      return changelog.subscribe(command.wish, place);
    case 'unsubscribe':
      return changelog.unsubscribe(command.feed, place);
    case 'list':
      return changelog.list(place);
    case 'preview':
      return changelog.preview(command.feed, place);
  }
}

function withoutName(text: string, name: string): string {
  const [first = ''] = text.split(/\s/u, 1);
  return first.toLowerCase() === `/${name.toLowerCase()}` ? text.slice(first.length).trim() : text;
}

interface Parts {
  readonly first: string;
  readonly rest: string;
}

/** The first word or quoted phrase, and what follows. */
function partsOf(text: string): Parts {
  const found = FIRST.exec(text);
  const first = found?.groups?.phrase ?? found?.groups?.word ?? '';
  return { first: first.trim(), rest: text.slice(found?.[0].length ?? 0) };
}

function wishIn(text: string): Wish {
  const { first, rest } = partsOf(text);
  return { feed: first, terms: rest };
}

function unquoted(text: string): string {
  return text.replace(/^"([^"]*)"$/u, '$1').trim();
}
