import { devNull } from 'node:os';
import type { GitAddress } from './git-address.ts';
import type { Pinned } from './git-reach.ts';

export interface GitEnvironmentOptions {
  readonly address: GitAddress;
  readonly pinned: Pinned;
  /** Undefined where there is none, or where the address is not that which it is for. */
  readonly token: string | undefined;
  /** Whether private addresses are allowed, and so a proxy, which looks up names by itself. */
  readonly allowPrivate: boolean;
  /** Where programs and people's files are. */
  readonly environment: Readonly<Record<string, string>>;
  /** A folder of the program alone, where no settings of a user are. */
  readonly folder: string;
}

type Setting = readonly [key: string, value: string];

/** What is the same for every repository. https://git-scm.com/docs/git-config */
const SETTINGS: readonly Setting[] = [
  // Nothing is run that the repository or somebody on this machine has put there.
  ['core.hooksPath', devNull],
  ['core.fsmonitor', 'false'],
  ['credential.helper', ''],
  // Files are as they are in the repository.
  ['core.autocrlf', 'false'],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  // git starts nothing that goes on after it.
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['init.defaultBranch', 'main'],
  ['protocol.version', '2'],
  // A redirect is looked at before it is followed.
  ['http.followRedirects', 'false'],
  ['http.lowSpeedLimit', '100'],
  ['http.lowSpeedTime', '60'],
  ['remote.origin.promisor', 'true'],
  ['remote.origin.partialCloneFilter', 'blob:none'],
];

/**
 * All of the environment that git gets: no settings of the system or a user, no prompts, one protocol, the host bound to
 * addresses that were looked at, and the token as a header for that host alone. So no secret is in arguments or files.
 */
export function gitEnvironment(options: GitEnvironmentOptions): Record<string, string> {
  const { address, environment, allowPrivate, folder } = options;
  const settings = [
    ...SETTINGS,
    ['remote.origin.url', address.url] as const,
    ...pinning(options),
    ...signingIn(options),
  ];
  return {
    ...Object.fromEntries(
      Object.entries(environment).filter(([name]) => allowPrivate || !/_proxy$/iu.test(name)),
    ),
    // libcurl would read the user's .netrc there; ssh finds its keys.
    ...(address.protocol === 'ssh' ? {} : { HOME: folder, USERPROFILE: folder }),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_ALLOW_PROTOCOL: address.protocol,
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_SSH_VARIANT: 'ssh',
    GIT_SSH_COMMAND: sshCommand(options),
    ...asVariables(settings),
  };
}

/** https://git-scm.com/docs/git-config#ENVIRONMENT */
function asVariables(settings: readonly Setting[]): Record<string, string> {
  const pairs = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(pairs) };
}

/** `HOST:PORT:ADDRESS[,ADDRESS]`. https://curl.se/libcurl/c/CURLOPT_RESOLVE.html */
function pinning({ address, pinned }: GitEnvironmentOptions): Setting[] {
  if (pinned.length === 0 || address.protocol === 'ssh' || address.host.includes(':')) return [];
  const port = address.port || (address.protocol === 'https' ? 443 : 80);
  return [['http.curloptResolve', `${address.host}:${port}:${pinned.map(bracketed).join(',')}`]];
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

function signingIn({ address, token }: GitEnvironmentOptions): Setting[] {
  if (token === undefined) return [];
  return [
    [`http.${new URL(address.url).origin}/.extraHeader`, `Authorization: ${basicAuth(address, token)}`],
  ];
}

/**
 * A token stands for the password; GitHub and GitLab take any user beside it, others that of the address. One that holds
 * a colon is user and password.
 */
export function basicAuth({ user }: GitAddress, token: string): string {
  const pair = token.includes(':') ? token : `${user === '' ? 'x-access-token' : user}:${token}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/**
 * A shell reads it; of host and addresses it is known that they hold nothing that means something there. ssh takes one
 * address only, and IPv6 does not lead everywhere.
 */
function sshCommand({ address, pinned }: GitEnvironmentOptions): string {
  const ip = pinned.find((one) => !one.includes(':')) ?? pinned[0];
  if (address.protocol !== 'ssh' || ip === undefined) return 'ssh -o BatchMode=yes';
  const known = address.port === 0 ? address.host : `'[${address.host}]:${address.port}'`;
  return `ssh -o BatchMode=yes -o HostName=${ip} -o HostKeyAlias=${known}`;
}
