import { addressOf } from '../http/public-address.ts';
import type { GitAddress } from './git-address.ts';
import { basicAuth, gitEnvironment } from './git-environment.ts';
import type { GitEnvironmentOptions } from './git-environment.ts';
import { GitFailure, troubleOf } from './git-failure.ts';
import { runGit } from './git-program.ts';
import type { GitResult } from './git-program.ts';
import { pinHost } from './git-reach.ts';
import type { Pinned, ReachOptions } from './git-reach.ts';
import type { Git } from './git-repository.ts';

export interface SessionOptions extends ReachOptions {
  /** Where the repository is now, which a redirect may have said. */
  readonly at: GitAddress;
  /** That of the config, for which the token is. */
  readonly address: GitAddress;
  /** Where the bare repository is kept; an absolute path. */
  readonly place: string;
  readonly folder: string;
  readonly token: string | undefined;
  readonly environment: GitEnvironmentOptions['environment'];
  /** Ends all of it; `timeout` tells whether it was time that did. */
  readonly signal: AbortSignal;
  readonly timeout: AbortSignal;
  readonly timeoutMs: number;
}

type Version = readonly [major: number, minor: number];

/** Knows settings in the environment: https://github.com/git/git/blob/master/Documentation/RelNotes/2.31.0.txt */
const LEAST: Version = [2, 31];

/** Knows `http.curloptResolve`; older ones ignore it in silence. */
const LEAST_TO_PIN: Version = [2, 37];

/** Looks at the address and at git, and gives a git that is bound to both. Rejects with a `GitFailure`. */
export async function openGit(options: SessionOptions): Promise<Git> {
  const { at, address, allowPrivate, place } = options;
  const token = isSameOrigin(at, address) ? options.token : undefined;
  if (at.protocol === 'http' && token !== undefined && !allowPrivate)
    throw new GitFailure({
      what: 'would be sent the token without encryption',
      remedy: 'use https in source.git, or set private: true if it is in your own network',
    });
  const pinned = await pinHost(at, options);
  const env = gitEnvironment({ ...options, address: at, pinned, token });
  const call = calling({ ...options, token }, env);
  checkVersion(await call(['--version']), at, pinned);
  return (args, extra) => call([`--git-dir=${place}`, ...args], extra);
}

function isSameOrigin(one: GitAddress, other: GitAddress): boolean {
  if (!/^https?$/u.test(one.protocol) || !/^https?$/u.test(other.protocol)) return false;
  return new URL(one.url).origin === new URL(other.url).origin;
}

function checkVersion(text: string, { host, protocol }: GitAddress, pinned: Pinned): void {
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/u.exec(text) ?? [];
  const needsPin = pinned.length > 0 && protocol !== 'ssh' && addressOf(host) === undefined;
  const least = needsPin ? LEAST_TO_PIN : LEAST;
  if (Number(major) > least[0] || (Number(major) === least[0] && Number(minor) >= least[1])) return;
  throw new GitFailure({
    what: `needs git ${least.join('.')} or newer, and there is ${major}.${minor}`,
    remedy: 'install a newer git',
  });
}

function calling(options: SessionOptions, env: Readonly<Record<string, string>>): Git {
  const { signal } = options;
  return async (args, { env: extra = {}, ...call } = {}) => {
    const result = await runGit({ args, env: { ...env, ...extra }, signal, ...call });
    if (result.kind === 'done') return result.stdout;
    throw failureOf(result, options);
  };
}

function failureOf(result: GitResult, options: SessionOptions): GitFailure {
  const { at, token, timeout, timeoutMs } = options;
  if (result.kind === 'missing') return new GitFailure(NO_GIT);
  if (result.kind === 'stopped') return new GitFailure(timeout.aborted ? tooSlow(timeoutMs) : STOPPED);
  const text = withoutSecrets(result.stderr, at, token);
  const trouble = troubleOf({ text, address: at, hasToken: options.token !== undefined });
  const isMove = /returned error: 30[12378]/u.test(text);
  return new GitFailure({
    ...trouble,
    retryAfter: result.retryAfter,
    movedTo: isMove ? result.location : '',
  });
}

const NO_GIT = {
  what: 'cannot be read, since there is no program git',
  remedy: 'install git, and see that it is in PATH',
};

const STOPPED = { what: 'was not read to its end, since Signpost stops', remedy: 'nothing to do' };

function tooSlow(timeoutMs: number): { what: string; remedy: string } {
  return {
    what: `took longer than ${timeoutMs / 60_000} minutes`,
    remedy: 'nothing to do unless it lasts; then name only the folder of the docs in source.path',
  };
}

function withoutSecrets(text: string, at: GitAddress, token: string | undefined): string {
  if (token === undefined) return text;
  const forms = [token, encodeURIComponent(token), basicAuth(at, token).replace('Basic ', '')];
  return forms.reduce((shown, form) => shown.replaceAll(form, '[secret]'), text);
}
