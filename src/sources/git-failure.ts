import type { GitAddress } from './git-address.ts';

/** What went wrong, in words that follow the repository's address, and what to do. */
export interface GitTrouble {
  readonly what: string;
  readonly remedy: string;
  /** Seconds that the server asks to wait; 0 where it does not say. */
  readonly retryAfter?: number;
  /** Whether it may be the kept repository that is broken, so that a new one would help. */
  readonly isUnclear?: boolean;
  /** Where the server says that the repository is; empty where it does not. */
  readonly movedTo?: string;
}

/** An expected failure on its way to the one place that makes a value of it. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
  readonly what: string;
  readonly remedy: string;
  readonly retryAfter: number;
  readonly isUnclear: boolean;
  readonly movedTo: string;

  constructor(trouble: GitTrouble, options?: ErrorOptions) {
    super(trouble.what, options);
    this.what = trouble.what;
    this.remedy = trouble.remedy;
    this.retryAfter = trouble.retryAfter ?? 0;
    this.isUnclear = trouble.isUnclear ?? false;
    this.movedTo = trouble.movedTo ?? '';
  }
}

/** What git wrote before it failed, without secrets. */
export interface GitComplaint {
  /** In English. */
  readonly text: string;
  readonly address: GitAddress;
  readonly hasToken: boolean;
}

const LATER = 'nothing to do unless it lasts; then ask who runs it';
const MEND_ADDRESS = 'mend source.git in the config';

/** What git's own words say. Those of the server are never shown, but for the one line that git makes of them. */
export function troubleOf(complaint: GitComplaint): GitTrouble {
  const { text } = complaint;
  const status = Number(/returned error: (\d{3})/u.exec(text)?.[1] ?? 0);
  return accessTrouble(complaint, status) ?? networkTrouble(text, status) ?? repositoryTrouble(text);
}

const DENIED =
  /could not read (?:Username|Password)|Authentication failed|Permission denied \(|HTTP Basic: Access denied|access denied/iu;

function accessTrouble({ text, address, hasToken }: GitComplaint, status: number): GitTrouble | undefined {
  if (/Host key verification failed/u.test(text))
    return {
      what: 'is on a host whose key is not known',
      remedy: `add it to known_hosts of the user who runs Signpost: ssh-keyscan ${address.host}`,
    };
  if (status === 401 || status === 403 || DENIED.test(text))
    return { what: 'lets nobody in without the right to read it', remedy: access(address, hasToken) };
  if (status === 404 || /repository .* not found|ERROR: Repository not found/iu.test(text))
    return {
      what: 'is not there, or nobody may know that it is',
      remedy: `${MEND_ADDRESS}; if it is private, ${access(address, hasToken)}`,
    };
  return undefined;
}

function access({ protocol }: GitAddress, hasToken: boolean): string {
  if (protocol === 'ssh')
    return 'give the SSH key of the user who runs Signpost the right to read it, or use an https address and GIT_TOKEN';
  return hasToken
    ? 'see whether the token in GIT_TOKEN, or in the variable of this collection alone, is still valid and may read it'
    : 'put a token that may read it into the environment as GIT_TOKEN';
}

function networkTrouble(text: string, status: number): GitTrouble | undefined {
  if (status === 429)
    return { what: 'answers 429: it is asked too often', remedy: 'ask less often: raise source.every' };
  if (status >= 500) return { what: `answers ${status}`, remedy: LATER };
  if (status >= 300)
    return { what: `answers ${status}`, remedy: 'see whether the address in the config is right' };
  if (/Could not resolve host/iu.test(text))
    return { what: 'is on a host that does not exist', remedy: MEND_ADDRESS };
  if (/SSL|certificate|TLS/u.test(text))
    return {
      what: 'cannot be trusted: its certificate or TLS is not as it should be',
      remedy: 'ask who runs it to mend its certificate',
    };
  if (
    /Failed to connect|Couldn't connect|Connection (?:refused|timed out|reset|closed)|No route to host|Operation too slow|early EOF|hung up unexpectedly|Empty reply|Recv failure|Could not read from remote/iu.test(
      text,
    )
  )
    return { what: 'cannot be reached, or broke off', remedy: LATER };
  return undefined;
}

function repositoryTrouble(text: string): GitTrouble {
  if (/No space left on device|ENOSPC|Disk quota exceeded/iu.test(text)) return DISK_FULL;
  if (/not our ref|unadvertised object|couldn't find remote ref/iu.test(text))
    return {
      what: 'does not have that commit, or gives no single commits and files',
      remedy: 'mend source.ref in the config: a branch, a tag, or a whole commit hash',
    };
  if (/does not appear to be a git repository|not valid: is this a git repository/iu.test(text))
    return { what: 'is no git repository', remedy: MEND_ADDRESS };
  if (/dumb http transport/iu.test(text))
    return {
      what: 'is served by a web server that does not know git',
      remedy: 'use an address of a git server, which speaks the smart HTTP protocol',
    };
  return { what: `cannot be read: git says “${lastWords(text)}”`, remedy: LATER, isUnclear: true };
}

export const DISK_FULL: GitTrouble = {
  what: 'cannot be kept: the disk is full',
  remedy: 'make room where the folder data is',
};

/** The last line in which git complains, without what a terminal would obey. */
function lastWords(text: string): string {
  const lines = text.trim().split(/[\r\n]+/u);
  const line = lines.find((line) => /^(?:fatal|error):/u.test(line)) ?? lines.at(-1) ?? '';
  const words = line.replace(/[\p{Cc}\p{Cf}]/gu, '');
  return words.slice(0, 200) || 'nothing';
}
