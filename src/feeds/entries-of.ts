import { setImmediate } from 'node:timers/promises';
import type { Entry } from '../core/entry.ts';
import { MOST_ITEMS } from './feed-item.ts';
import type { FeedItem } from './feed-item.ts';
import { identify } from './identity.ts';
import type { Traits } from './identity.ts';
import { isBreaking, isPrerelease, readRelease } from './release-facts.ts';
import { plainTitle } from './text-of-html.ts';
import { firstLine } from './first-line.ts';

/** The feed that items belong to. */
export interface Owner {
  readonly name: string;
  /** The package of items that name none. */
  readonly package: string;
}

export interface Entries {
  readonly entries: readonly Entry[];
  /** What was left out, and why; each a sentence that names the item. */
  readonly problems: readonly string[];
}

/** Items as entries, in their order, each once; those that say nothing are problems. */
export async function entriesOf(items: readonly FeedItem[], owner: Owner): Promise<Entries> {
  const kept = items.slice(0, MOST_ITEMS);
  const ids = identify(kept.map(traitsOf));
  const problems =
    items.length > MOST_ITEMS ? [`what comes after the first ${MOST_ITEMS} items is left out`] : [];
  const entries = new Map<string, Entry>();
  for (const [index, item] of kept.entries()) {
    const id = ids[index] ?? '';
    if (entries.has(id)) continue;
    const entry = entryOf(item, { id, owner });
    if (entry === undefined)
      problems.push(`item ${index + 1} is left out: it has no title, no text and no link`);
    else entries.set(id, entry);
    // Somebody may be waiting for an answer meanwhile.
    await setImmediate();
  }
  return { entries: [...entries.values()], problems };
}

/** What says nothing else of itself goes by its first line. */
function traitsOf(item: FeedItem): Traits {
  const isNameless = item.guid === '' && item.link === '' && item.title === '';
  return isNameless ? { ...item, title: firstLine(item.notes().blocks) } : item;
}

interface Identified {
  readonly id: string;
  readonly owner: Owner;
}

function entryOf(item: FeedItem, { id, owner }: Identified): Entry | undefined {
  const { release } = item;
  const notes = item.notes();
  const title = plainTitle(item.title) || plainTitle(firstLine(notes.blocks)) || plainTitle(item.link);
  if (title === '') return undefined;
  const named = readRelease(title);
  const tagged = readRelease(release.tag);
  const version = release.version || named.version || tagged.version;
  return {
    feed: owner.name,
    id,
    title,
    url: item.link,
    at: item.at,
    markdown: notes.markdown,
    version,
    prerelease: isPrerelease(version, title),
    breaking: isBreaking(title, notes.blocks),
    package: release.package || named.package || tagged.package || owner.package,
    image: notes.image || item.image,
  };
}
