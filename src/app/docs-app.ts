import { performance } from 'node:perf_hooks';
import type { Config } from '../config/schema.ts';
import { Collection } from '../content/collection.ts';
import { findDeadLinks } from '../content/dead-links.ts';
import type { EntrySearch } from '../core/entry-search.ts';
import { DocsIndex } from '../core/docs-index.ts';
import type { Progress } from '../core/docs-index.ts';
import type { Page } from '../core/page.ts';
import { describeProblem } from '../core/problem.ts';
import type { Problem } from '../core/problem.ts';
import type { QueryCore } from '../core/query.ts';
import type { SearchEngine } from '../core/search-engine.ts';
import type { QuestionLog } from '../core/store.ts';
import type { Log } from '../log.ts';
import { buildShelves } from '../search/shelves.ts';
import type { ShelvedEngine } from '../search/shelves.ts';
import { collectionSource } from './collection-source.ts';
import type { CollectionSource } from './collection-source.ts';
import { createCore } from './create-core.ts';
import type { Failing, KeepingCurrent, MirrorWarning } from '../sources/keep-current.ts';
import { NO_SNAPSHOTS, snapshotsOf } from '../snapshots.ts';

export interface AppOptions {
  readonly config: Config;
  readonly file: string;
  /** What the config's paths are relative to. */
  readonly folder: string;
  readonly log: Log;
  readonly onProgress: (progress: Progress) => void;
  /** Whether an index that was kept may be used, and a new one is kept. */
  readonly snapshot: boolean;
  /** Whether an index of many files may be made on a thread of its own; needs `snapshot`, and the built program. */
  readonly thread: boolean;
  /** What keeps docs current that lie elsewhere; undefined where none do, or where they are as another left them. */
  readonly mirrors:
    | Pick<KeepingCurrent, 'bringMissing' | 'start' | 'failing' | 'warnings' | 'close'>
    | undefined;
  /** What outlives a restart, such as which questions were asked; undefined: nothing does. */
  readonly questions: QuestionLog | undefined;
  /** The entries of the feeds; undefined until they are read. */
  readonly entries: () => EntrySearch | undefined;
}

/** The docs of a config, indexed and answering. */
export interface App {
  readonly core: QueryCore;
  /** Undefined until the docs are open. */
  readonly engine: SearchEngine | undefined;
  /** Empty until the docs are open. */
  readonly pages: readonly Page[];
  /** What is wrong with the docs; complete where `open` took nothing from a snapshot. */
  problems(): readonly Problem[];
  /** Reads the docs, or takes what was made of them from the snapshot. */
  open(): Promise<void>;
  /** Follows changes of the docs on disk until it is closed. */
  watch(): Promise<void>;
  /** Resolves once nothing is written any more. */
  close(): Promise<void>;
}

/** Names of changed files in one line of the log. */
const LOGGED = 20;

/** Milliseconds from a change of the docs to writing their index. */
const KEEP_AFTER = 10_000;

/** Puts the docs of a config together: where they come from, how they are searched, who answers. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log, mirrors } = options;
  const sources = await Promise.all(
    config.collections.map((one) => collectionSource(one, { folder: options.folder, data: config.data })),
  );
  const closing: (() => Promise<unknown>)[] = [];
  let isWatching = false;
  const index = new DocsIndex<ShelvedEngine>({
    collections: sources.map(({ content, config: rules }) => new Collection(content, rules)),
    index: (docs, previous) => buildShelves(docs, config.search, previous),
    snapshots: options.snapshot ? snapshotsOf(options, closing) : NO_SNAPSHOTS,
    later: (act) => void setTimeout(act, KEEP_AFTER).unref(),
    onProgress: options.onProgress,
  });
  // Not before the docs are open, since those that are missing are waited for.
  const followMirrors = (): void => mirrors?.start((name, files) => refresh(index, { name, files, log }));
  return {
    core: createCore(options, () => index.engine),
    get engine() {
      return index.engine;
    },
    get pages() {
      return index.engine?.pages ?? [];
    },
    problems: () => [
      ...(mirrors?.failing() ?? []).map(problemOfMirror),
      ...(mirrors?.warnings() ?? []).map(warningOfMirror),
      ...index.problems,
      ...findDeadLinks(index.engine?.pages ?? []),
    ],
    open: async () => {
      await mirrors?.bringMissing();
      const start = performance.now();
      const { fromSnapshot } = await index.open();
      const pages = index.engine?.pages.length ?? 0;
      log.info({ pages, fromSnapshot, ms: Math.round(performance.now() - start) }, 'the docs are ready');
      if (isWatching) followMirrors();
      // Looking at every file again is for later: questions are answered first.
      setImmediate(() => {
        warnOf(index, log);
        if (isWatching && fromSnapshot)
          index
            .settle(sources.flatMap(({ config: { name }, changes }) => (changes === undefined ? [] : name)))
            .catch((error: unknown) => log.error({ err: error }, 'the docs could not be looked at again'));
      });
    },
    watch: async () => {
      isWatching = true;
      for (const source of sources) closing.push(await follow(source, index, log));
      if (index.engine !== undefined) followMirrors();
    },
    close: async () => {
      await Promise.all([mirrors?.close(), ...closing.splice(0).map((close) => close())]);
      await index.close();
    },
  };
}

/** What could not be brought up to date is served as it was, where there was anything. */
function problemOfMirror({ collection, reason, remedy, hasCopy }: Failing): Problem {
  const what = hasCopy
    ? 'the docs cannot be brought up to date, so what was read before is served'
    : 'the docs cannot be read';
  return { severity: 'error', collection, file: '', line: 0, message: `${what}: ${reason}`, remedy };
}

function warningOfMirror({ collection, message }: MirrorWarning): Problem {
  return { severity: 'warning', collection, file: '', line: 0, message, remedy: '' };
}

function warnOf(index: DocsIndex<ShelvedEngine>, log: Log): void {
  if (!log.isLevelEnabled('warn')) return;
  for (const problem of index.problems) log.warn(describeProblem(problem));
}

/** Gives what ends it. Docs that cannot be followed are still served as they were read. */
async function follow(
  { config: { name }, changes }: CollectionSource,
  index: DocsIndex<ShelvedEngine>,
  log: Log,
): Promise<() => Promise<void>> {
  try {
    const watching = await changes?.watch((files) => void refreshOrLog(index, { name, files, log }));
    return async () => watching?.close();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn(`${name}: changes of the files are not followed, so restart to serve them: ${reason}`);
    return async () => undefined;
  }
}

interface Change {
  readonly name: string;
  readonly files: readonly string[];
  readonly log: Log;
}

/** A change that breaks the docs leaves the index as it was. */
async function refreshOrLog(index: DocsIndex<ShelvedEngine>, change: Change): Promise<void> {
  try {
    await refresh(index, change);
  } catch (error) {
    change.log.error(
      { err: error, collection: change.name },
      'the docs changed, and could not be indexed again',
    );
  }
}

async function refresh(index: DocsIndex<ShelvedEngine>, { name, files, log }: Change): Promise<void> {
  await index.refresh(name, files);
  log.info({ collection: name, files: files.slice(0, LOGGED) }, 'the docs have changed');
  if (!log.isLevelEnabled('warn')) return;
  const changed = new Set(files);
  for (const problem of index.problems) if (changed.has(problem.file)) log.warn(describeProblem(problem));
}
