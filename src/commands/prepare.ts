import type { Mirrors } from '../app/collection-mirrors.ts';
import type { Notifications } from '../app/create-notifications.ts';
import { createApp } from '../app/docs-app.ts';
import type { App } from '../app/docs-app.ts';
import { openAppStore } from '../app/open-app-store.ts';
import { loadConfig } from '../config/load.ts';
import type { ConfigResult } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import type { EntrySearch } from '../core/entry-search.ts';
import type { Progress } from '../core/docs-index.ts';
import type { Problem } from '../core/problem.ts';
import type { Store } from '../core/store.ts';
import { createLog } from '../log.ts';
import type { Log } from '../log.ts';
import { renderProblems } from '../platforms/terminal/listing.ts';
import { createProgress } from '../platforms/terminal/progress.ts';
import { EXIT } from './command-context.ts';
import type { CommandContext, ExitCode } from './command-context.ts';

/** A config that can be used, and the app made from it; its docs are not read yet. */
export interface Prepared {
  readonly app: App;
  readonly config: Config;
  /** What the config's paths are relative to. */
  readonly folder: string;
  readonly log: Log;
  /** Undefined where no docs lie elsewhere. */
  readonly mirrors: Mirrors | undefined;
  /** Undefined where nothing needs it. */
  readonly store: Store | undefined;
  /** Undefined where nothing is kept, or no platform posts. */
  readonly notifications: Notifications | undefined;
  /** Reads the docs, and shows how far that is; resolves to false where the program is told to end before. */
  open(): Promise<boolean>;
  /** Says that there is no page, and why. */
  refuse(): ExitCode;
}

export interface PrepareOptions {
  /** Whether an index that was kept may be used, and a new one is kept. */
  readonly snapshot: boolean;
  /** Whether the program runs on by itself: its log is read later, and its environment must be right. */
  readonly server?: boolean;
  /** Whether docs that lie elsewhere are read again, also where there is a copy of them. */
  readonly fresh?: boolean;
  /** Whether it answers from changelogs that are files, too. */
  readonly changelogs?: boolean;
  /** What it knows of changelogs by itself; undefined until it does. */
  readonly entries?: () => EntrySearch | undefined;
}

/** A thread runs JavaScript, not the sources of this program. */
const isBuilt = import.meta.filename.endsWith('.js');

const NO_PAGE: Problem = {
  severity: 'error',
  collection: '',
  file: '',
  line: 0,
  message: 'there is no page to answer from',
  remedy: 'see that the collections of the config have files that are no drafts',
};

/** Reads the config. What is wrong with it is said, and undefined comes back. */
export async function prepare(
  context: CommandContext,
  options: PrepareOptions,
): Promise<Prepared | undefined> {
  const isServer = options.server === true;
  const result = await loadConfig(context.configFile);
  const wrong = [...context.problems, ...(result.kind === 'problems' ? result.problems : [])];
  if (result.kind === 'problems' || (isServer && wrong.length > 0)) {
    complain(context, wrong);
    return undefined;
  }
  return prepareLoaded(context, result, options);
}

/** A config that has been read, and has no mistake. */
export type LoadedConfig = Extract<ConfigResult, { kind: 'config' }>;

/** The same, of a config that has been read already. */
export async function prepareLoaded(
  context: CommandContext,
  result: LoadedConfig,
  options: PrepareOptions,
): Promise<Prepared> {
  const isServer = options.server === true;
  const log = logOf(context, isServer);
  const progress = createProgress(context.stderr, () => performance.now());
  let isOpening = true;
  const onProgress = (reading: Progress): void => {
    if (isOpening && !context.signal.aborted) progress.show(reading);
  };
  const { environment } = context;
  const store = isServer ? await openAppStore({ ...result, environment, log }) : undefined;
  const changelogs = await changelogsOf(context, { ...options, ...result, store, log });
  const mirrors = await mirrorsOf(context, { ...result, log, onProgress });
  const app = await createApp({
    ...result,
    mirrors: mirrors && (options.fresh === true ? { ...mirrors, bringMissing: mirrors.bringAll } : mirrors),
    questions: store?.questions,
    entries: options.entries ?? changelogs.entries,
    snapshot: options.snapshot,
    thread: options.snapshot && isBuilt,
    log,
    onProgress,
  });
  return {
    app,
    mirrors,
    config: result.config,
    folder: result.folder,
    log,
    store,
    notifications: changelogs.notifications,
    open: () =>
      openUnlessEnded(app, context.signal).finally(() => {
        isOpening = false;
        progress.clear();
      }),
    refuse: () => {
      complain(context, docsProblems(app));
      return EXIT.wrong;
    },
  };
}

interface MirrorsOptions extends Omit<LoadedConfig, 'kind'> {
  readonly log: Log;
  readonly onProgress: (progress: Progress) => void;
}

async function mirrorsOf(
  { environment, version }: CommandContext,
  { onProgress, ...options }: MirrorsOptions,
): Promise<Mirrors | undefined> {
  const isLocal = options.config.collections.every(
    ({ source: { kind } }) => kind === 'folder' || kind === 'package',
  );
  if (isLocal) return undefined;
  // Most docs lie on this machine, and need none of it.
  const { createMirrors } = await import('../app/collection-mirrors.ts');
  return createMirrors({
    ...options,
    environment,
    version,
    onProgress: (collection, done, total) => onProgress({ collection, done, total }),
  });
}

interface ChangelogsOptions extends PrepareOptions {
  readonly config: Config;
  readonly folder: string;
  readonly store: Store | undefined;
  readonly log: Log;
}

/** What is known of changelogs: from the store for a server, else from files, where they are wanted at all. */
async function changelogsOf(
  { version }: CommandContext,
  { config, folder, store, log, changelogs = false }: ChangelogsOptions,
): Promise<{ entries: () => EntrySearch | undefined; notifications: Notifications | undefined }> {
  const isWanted = store !== undefined || (changelogs && config.feeds.length > 0);
  if (!isWanted) return { entries: () => undefined, notifications: undefined };
  // Loaded only here: it takes longer to load than other commands to answer.
  if (store === undefined) {
    const { readLocalEntries } = await import('../app/read-feeds.ts');
    const local = await readLocalEntries({ config, folder, version });
    return { entries: () => local, notifications: undefined };
  }
  const { createNotifications } = await import('../app/create-notifications.ts');
  const notifications = await createNotifications({ config, folder, version, store, log });
  return { entries: notifications.entries, notifications };
}

/** What is wrong with docs that are open; something is where there is no page. */
export function docsProblems(app: App): readonly Problem[] {
  const problems = app.problems();
  const isExplained = app.pages.length > 0 || problems.some(({ severity }) => severity === 'error');
  return isExplained ? problems : [NO_PAGE, ...problems];
}

async function openUnlessEnded(app: App, signal: AbortSignal): Promise<boolean> {
  await Promise.race([app.open(), aborted(signal)]);
  if (signal.aborted) await app.close();
  return !signal.aborted;
}

/** Resolves once the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Says on standard error what is wrong. */
export function complain({ stderr, errorOptions }: CommandContext, problems: readonly Problem[]): void {
  stderr.write(`${renderProblems(problems, errorOptions)}\n`);
}

/** Who types a command is told in words what matters; only a server's log is kept. */
function logOf({ environment, stderr }: CommandContext, isServer: boolean): Log {
  const { logLevel, secretValues } = environment;
  const level = logLevel === 'info' && (stderr.isTTY || !isServer) ? 'error' : logLevel;
  return createLog({ level, secrets: secretValues, destination: stderr });
}
