import type { CollectionConfig, Config } from '../config/schema.ts';
import { gitTokenFor } from '../config/secrets.ts';
import type { Environment } from '../config/secrets.ts';
import type { Mirror } from '../core/mirror.ts';
import { createHttp } from '../http.ts';
import type { Http } from '../http.ts';
import type { Log } from '../log.ts';
import { createGitHook } from '../sources/git-hook.ts';
import type { GitHook } from '../sources/git-hook.ts';
import { createGitMirror } from '../sources/git-mirror.ts';
import { keepCurrent, systemTimers } from '../sources/keep-current.ts';
import type { KeepingCurrent, KeptMirror } from '../sources/keep-current.ts';
import { createLlmsMirror } from '../sources/llms-mirror.ts';
import { createSitemapMirror } from '../sources/sitemap-mirror.ts';
import { mirrorFolder, webCopy } from './collection-source.ts';
import { userAgentOf } from './user-agent.ts';

export interface MirrorsOptions {
  readonly config: Config;
  /** What the config's paths are relative to. */
  readonly folder: string;
  readonly environment: Environment;
  readonly version: string;
  readonly log: Log;
  readonly onProgress: (collection: string, done: number, total: number) => void;
}

/** The docs that lie elsewhere, kept current. */
export interface Mirrors extends KeepingCurrent {
  /** Webhooks by which a repository tells of a push. */
  readonly hook: GitHook;
}

/** What keeps the remote docs of a config current; undefined where there are none. */
export function createMirrors(options: MirrorsOptions): Mirrors | undefined {
  const { config, environment, version, log, onProgress } = options;
  const http = createHttp({ userAgent: userAgentOf(config, version) });
  const mirrors = config.collections.flatMap((collection) => keptMirror(collection, { ...options, http }));
  if (mirrors.length === 0) return undefined;
  const keeping = keepCurrent({
    mirrors,
    log,
    onProgress,
    now: () => new Date(),
    random: Math.random,
    timers: systemTimers,
  });
  const repositories = config.collections.flatMap(({ name, source }) =>
    source.kind === 'git' ? [{ collection: name, url: source.url, ref: source.ref }] : [],
  );
  const hook = createGitHook({
    secret: environment.tokens.gitWebhookSecret,
    repositories,
    trigger: (collection) => void keeping.trigger(collection),
    now: () => new Date(),
    log,
  });
  return {
    ...keeping,
    hook,
    close: async () => {
      await keeping.close();
      await http.close();
    },
  };
}

type RemoteSource = Exclude<CollectionConfig['source'], { readonly kind: 'folder' | 'package' }>;

interface Making extends MirrorsOptions {
  readonly http: Http;
}

function keptMirror({ name, source }: CollectionConfig, making: Making): KeptMirror[] {
  if (source.kind === 'folder' || source.kind === 'package') return [];
  return [{ collection: name, mirror: mirrorOf(name, source, making), everyMinutes: source.every }];
}

function mirrorOf(
  name: string,
  source: RemoteSource,
  { config, folder: from, environment, http }: Making,
): Mirror {
  const folder = mirrorFolder(name, { folder: from, data: config.data });
  switch (source.kind) {
    case 'git':
      return createGitMirror({
        url: source.url,
        ref: source.ref,
        path: source.path,
        folder,
        token: gitTokenFor(name, environment.tokens),
        allowPrivate: source.private,
        environment: environment.forPrograms,
      });
    case 'sitemap': {
      const { url, paths, limit, private: allowPrivate } = source;
      return createSitemapMirror({
        url,
        paths,
        limit,
        allowPrivate,
        http,
        folder: webCopy(folder, 'sitemap'),
      });
    }
    case 'llms': {
      const { url, limit, private: allowPrivate } = source;
      return createLlmsMirror({ url, limit, allowPrivate, http, folder: webCopy(folder, 'llms') });
    }
  }
}
