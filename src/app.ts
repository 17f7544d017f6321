import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { CollectionConfig, Config } from './config/schema.ts';
import type { Environment } from './config/secrets.ts';
import { slackCredentials } from './config/slack-credentials.ts';
import { Collection } from './content/collection.ts';
import { findDeadLinks } from './content/dead-links.ts';
import { createFolderSource } from './content/folder-source.ts';
import type { FolderOptions } from './content/folder-source.ts';
import { createMissingPackageSource, findPackage } from './content/package-source.ts';
import { parseMarkdown } from './content/parse-markdown.ts';
import { createFolderWatch } from './content/watch-folder.ts';
import type { ContentSource, WatchableSource } from './core/content-source.ts';
import { DocsIndex } from './core/docs-index.ts';
import type { Progress } from './core/docs-index.ts';
import type { Page } from './core/page.ts';
import { describeProblem } from './core/problem.ts';
import type { Problem } from './core/problem.ts';
import { createQueryCore } from './core/query.ts';
import type { QueryCore } from './core/query.ts';
import type { Question } from './core/question.ts';
import type { Reply } from './core/reply.ts';
import type { AskedQuestion, QuestionLog, Store } from './core/store.ts';
import type { Log } from './log.ts';
import type { DiscordPlatform } from './platforms/discord/discord-platform.ts';
import type { SlackPlatform } from './platforms/slack/slack-platform.ts';
import { createTerminalPlatform } from './platforms/terminal/terminal-platform.ts';
import type { TerminalPlatform, TerminalPlatformOptions } from './platforms/terminal/terminal-platform.ts';
import type { WebPlatform } from './platforms/web/web-platform.ts';
import { buildEngine } from './search/engine.ts';
import type { MinisearchEngine } from './search/engine.ts';
import { NO_SNAPSHOTS, snapshotsOf } from './snapshots.ts';

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
  /** What outlives a restart, such as which questions were asked; undefined: nothing does. */
  readonly questions: QuestionLog | undefined;
}

/** The docs of a config, indexed and answering. */
export interface App {
  readonly core: QueryCore;
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

/** The docs of a collection on disk; a package does not change while the program runs. */
interface Source {
  readonly config: CollectionConfig;
  readonly content: ContentSource;
  readonly changes: WatchableSource | undefined;
}

/** Puts the docs of a config together: where they come from, how they are searched, who answers. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log } = options;
  const sources = await Promise.all(config.collections.map((one) => sourceOf(one, options.folder)));
  const closing: (() => Promise<unknown>)[] = [];
  const index = new DocsIndex<MinisearchEngine>({
    collections: sources.map(({ content, config: rules }) => new Collection(content, rules)),
    index: (pages, previous) => buildEngine(pages, config.search, previous),
    snapshots: options.snapshot ? snapshotsOf(options, closing) : NO_SNAPSHOTS,
    onProgress: options.onProgress,
  });
  return {
    core: coreOf(options, () => index.engine),
    get pages() {
      return index.engine?.pages ?? [];
    },
    problems: () => [...index.problems, ...findDeadLinks(index.engine?.pages ?? [])],
    open: async () => {
      const start = performance.now();
      const { fromSnapshot } = await index.open();
      const pages = index.engine?.pages.length ?? 0;
      log.info({ pages, fromSnapshot, ms: Math.round(performance.now() - start) }, 'the docs are ready');
      // Looking at every file again is for later: questions are answered first.
      setImmediate(() => warnOf(index, log));
    },
    watch: async () => {
      for (const source of sources) closing.push(await follow(source, index, log));
    },
    close: async () => {
      await Promise.all(closing.splice(0).map((close) => close()));
      await index.close();
    },
  };
}

function warnOf(index: DocsIndex<MinisearchEngine>, log: Log): void {
  if (!log.isLevelEnabled('warn')) return;
  for (const problem of index.problems) log.warn(describeProblem(problem));
}

/** Gives what ends it. Docs that cannot be followed are still served as they were read. */
async function follow(
  { config: { name }, changes }: Source,
  index: DocsIndex<MinisearchEngine>,
  log: Log,
): Promise<() => Promise<void>> {
  try {
    const watching = await changes?.watch((files) => void refresh(index, { name, files, log }));
    return async () => watching?.close();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn(`${name}: changes of the files are not followed, so restart to serve them: ${reason}`);
    return async () => undefined;
  }
}

async function sourceOf(config: CollectionConfig, from: string): Promise<Source> {
  const { name, source, include, exclude, maxFileBytes } = config;
  const folderOptions = (folder: string): FolderOptions => ({
    collection: name,
    folder,
    include,
    exclude,
    maxFileBytes,
  });
  if (source.kind === 'folder') {
    const inFolder = folderOptions(resolve(from, source.folder));
    return { config, content: createFolderSource(inFolder), changes: createFolderWatch(inFolder) };
  }
  const root = await findPackage(source.package, from);
  const content =
    root === undefined
      ? createMissingPackageSource(name, source.package)
      : createFolderSource(folderOptions(join(root, source.path)));
  return { config, content, changes: undefined };
}

interface Change {
  readonly name: string;
  readonly files: readonly string[];
  readonly log: Log;
}

/** A change that breaks the docs leaves the index as it was. */
async function refresh(index: DocsIndex<MinisearchEngine>, { name, files, log }: Change): Promise<void> {
  try {
    await index.refresh(name, files);
    log.info({ collection: name, files }, 'the docs have changed');
    for (const problem of index.problems)
      if (files.includes(problem.file)) log.warn(describeProblem(problem));
  } catch (error) {
    log.error({ err: error, collection: name }, 'the docs changed, and could not be indexed again');
  }
}

function coreOf(
  { config, log, questions }: AppOptions,
  engine: () => MinisearchEngine | undefined,
): QueryCore {
  return createQueryCore({
    engine,
    parse: parseMarkdown,
    clock: () => performance.now(),
    settings: config.answers,
    collections: config.collections.map(({ name, title, site, examples }) => ({
      name,
      title,
      url: site.url,
      examples,
    })),
    entries: () => undefined,
    feeds: [],
    now: () => new Date(),
    newsDays: 90,
    onError: (error, { platform }) => log.error({ err: error, platform }, 'a question could not be answered'),
    record: (question, reply) => {
      log.debug({ platform: question.platform, reply: reply.kind, ...outcomeOf(reply) }, 'answered');
      // The same question is shown as another platform would show it; nobody asked it twice.
      if (question.platform === 'preview') return;
      questions?.record(askedQuestion(question, reply)).catch((error: unknown) => {
        log.warn({ err: error }, 'a question could not be recorded');
      });
    },
  });
}

function outcomeOf(reply: Reply): object {
  if (reply.kind !== 'results') return {};
  const { outcome, confidence, tookMs } = reply;
  return { outcome, confidence, tookMs };
}

function askedQuestion(
  { id, platform, workspace, place, text, collections }: Question,
  reply: Reply,
): AskedQuestion {
  const isFound = reply.kind === 'results';
  return {
    id: id || randomUUID(),
    platform,
    workspace,
    place,
    text,
    collections,
    outcome: isFound ? reply.outcome : 'failed',
    confidence: isFound ? reply.confidence : 0,
    sections: isFound ? reply.answers.map((answer) => answer.id) : [],
    at: new Date(),
  };
}

export interface ServerOptions {
  readonly app: App;
  readonly config: Config;
  readonly log: Log;
  readonly host: string;
  readonly port: number;
  readonly version: string;
  /** Undefined where there is no Slack. */
  readonly slack: SlackPlatform | undefined;
  /** Undefined where there is no Discord. */
  readonly discord: DiscordPlatform | undefined;
}

/**
 * The HTTP server: the chat page, its API and health. It says that the docs are being read until they are. Loaded here,
 * since no other command needs it and each should start fast.
 */
export async function createServer({
  app,
  config,
  slack,
  discord,
  ...options
}: ServerOptions): Promise<WebPlatform> {
  const { createWebPlatform } = await import('./platforms/web/web-platform.ts');
  const slackMessages = await import('./platforms/slack/render-preview.ts');
  const discordMessages = await import('./platforms/discord/render-preview.ts');
  return createWebPlatform({
    ...options,
    core: app.core,
    title: config.title,
    command: config.command,
    previews: [
      {
        name: 'slack',
        title: 'Slack',
        render: (reply) => ({ ...slackMessages.renderPreview(reply, config.command) }),
      },
      {
        name: 'discord',
        title: 'Discord',
        render: (reply) => ({ ...discordMessages.renderPreview(reply, config.command) }),
      },
    ],
    routes: slack === undefined ? [] : [(...exchange) => slack.handle(...exchange)],
    pageFolder: join(import.meta.dirname, '../dist/platforms/web/page'),
    health: () => {
      const sections = app.pages.reduce((sum, page) => sum + page.sections.length, 0);
      const platforms = {
        ...(slack === undefined ? {} : { slack: slack.state }),
        ...(discord === undefined ? {} : { discord: discord.state }),
      };
      return { ready: app.pages.length > 0, detail: { pages: app.pages.length, sections, ...platforms } };
    },
  });
}

export interface StoreAppOptions {
  readonly config: Config;
  /** What the config's paths are relative to. */
  readonly folder: string;
  readonly environment: Environment;
  readonly log: Log;
}

/** What outlives a restart. Where it cannot be opened the log says what to do, and questions are answered without it until it can. */
export async function openAppStore({ config, folder, environment, log }: StoreAppOptions): Promise<Store> {
  const { openStore } = await import('./store/open-store.ts');
  const { databaseUrl: url, encryptionKey: key } = environment.tokens;
  const file = join(resolve(folder, config.data), 'signpost.sqlite');
  const open = (): Promise<Store> => openStore({ url, file, key, log });
  try {
    return await open();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error(`nothing is kept, and feedback cannot be given: ${reason}`);
    const { createLateStore } = await import('./store/late-store.ts');
    const onOpen = (): void => log.info('the database can be opened now, and things are kept again');
    return createLateStore({ open, reason, failedAt: new Date(), now: () => new Date(), onOpen });
  }
}

export interface ChatAppOptions {
  readonly app: App;
  readonly config: Config;
  readonly environment: Environment;
  /** Undefined where nothing is kept; then there is no chat either. */
  readonly store: Store | undefined;
  readonly log: Log;
}

/** Slack, where there are credentials for it; what is wrong with them is logged, and everything else goes on. */
export async function createSlack({
  app,
  config,
  environment,
  store,
  log,
}: ChatAppOptions): Promise<SlackPlatform | undefined> {
  const found = slackCredentials(environment.tokens);
  if (found.kind === 'problems') for (const problem of found.problems) log.error(describeProblem(problem));
  if (found.kind !== 'credentials' || store === undefined) return undefined;
  const { createSlackPlatform } = await import('./platforms/slack/slack-platform.ts');
  const { credentials } = found;
  const { slack: settings, command, title, limit } = config;
  return createSlackPlatform({
    core: app.core,
    log,
    settings,
    credentials,
    command,
    title,
    limit,
    url: settings.url,
    apiUrl: environment.slackApiUrl,
    ...store,
    now: () => new Date(),
  });
}

/** Discord, where there is a token for it. */
export async function createDiscord({
  app,
  config,
  environment,
  store,
  log,
}: ChatAppOptions): Promise<DiscordPlatform | undefined> {
  const { discordToken: token } = environment.tokens;
  if (token === undefined || store === undefined) return undefined;
  const { createDiscordPlatform } = await import('./platforms/discord/discord-platform.ts');
  const { discord: settings, command, limit } = config;
  return createDiscordPlatform({
    core: app.core,
    log,
    settings,
    token,
    command,
    limit,
    apiUrl: environment.discordApiUrl,
    ...store,
    now: () => new Date(),
  });
}

export interface TerminalAppOptions extends Omit<TerminalPlatformOptions, 'core' | 'command'> {
  readonly app: App;
  readonly config: Config;
}

/** Answers on a terminal or a pipe. */
export function createTerminal({ app, config, ...options }: TerminalAppOptions): TerminalPlatform {
  const collections = config.collections.map(({ name }) => name);
  return createTerminalPlatform({
    ...options,
    core: app.core,
    command: { name: config.command, collections },
  });
}
