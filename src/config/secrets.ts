import type { Problem } from '../core/problem.ts';
import { listed } from './listed.ts';
import { nearest } from './nearest.ts';
import { VARIABLES } from './variables.ts';
import type { Variable } from './variables.ts';

export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment says. */
export interface Environment {
  readonly host: string;
  readonly port: number;
  readonly configFile: string | undefined;
  readonly logLevel: LogLevel;
  readonly noColor: boolean;
  readonly forceColor: boolean;
  /** What tells one terminal from another. */
  readonly term: string | undefined;
  readonly termProgram: string | undefined;
  readonly vteVersion: string | undefined;
  readonly wtSession: string | undefined;
  /** Ends with a slash. */
  readonly slackApiUrl: string;
  /** Does not end with a slash, nor with a version. */
  readonly discordApiUrl: string;
  readonly tokens: Tokens;
  /** What the log must never show. */
  readonly secretValues: readonly string[];
  /** What a program that Signpost starts may know of the environment: where things are, and no secret. */
  readonly forPrograms: Readonly<Record<string, string>>;
}

export interface Tokens {
  readonly slackBotToken: string | undefined;
  readonly slackAppToken: string | undefined;
  readonly slackSigningSecret: string | undefined;
  readonly slackClientId: string | undefined;
  readonly slackClientSecret: string | undefined;
  readonly slackStateSecret: string | undefined;
  /** 32 bytes. */
  readonly encryptionKey: Buffer | undefined;
  readonly discordToken: string | undefined;
  /** At least 16 characters of ASCII. */
  readonly mcpToken: string | undefined;
  /** For the repositories of all collections that have none of their own. */
  readonly gitToken: string | undefined;
  /** By the end of the variable's name, such as `API_DOCS`. */
  readonly gitTokens: ReadonlyMap<string, string>;
  /** At least 16 characters of ASCII. */
  readonly gitWebhookSecret: string | undefined;
  readonly databaseUrl: string | undefined;
}

export interface EnvironmentResult {
  /** Where a value is bad, its default, or nothing. */
  readonly environment: Environment;
  readonly problems: readonly Problem[];
}

/** A variable of which there is one a collection. */
type GitTokenVariable = `${typeof GIT_TOKEN_PREFIX}${string}`;

/** The text of a variable, undefined where it is unset or empty. */
type Read = (name: Variable | GitTokenVariable) => string | undefined;
type Report = (message: string, remedy: string) => undefined;

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const SLACK_TOKENS = ['xapp-', 'xoxb-', 'xoxp-'] as const;

const KINDS: Partial<Record<Variable, { readonly what: string; readonly not: readonly string[] }>> = {
  SLACK_BOT_TOKEN: {
    what: 'bot token of the Slack app, which starts with xoxb-',
    not: ['xapp-', 'xoxp-'],
  },
  SLACK_APP_TOKEN: { what: 'app-level token, which starts with xapp-', not: ['xoxb-', 'xoxp-'] },
  SLACK_SIGNING_SECRET: {
    what: 'signing secret, which stands under Basic Information',
    not: SLACK_TOKENS,
  },
  SLACK_CLIENT_ID: { what: 'client ID, which stands under Basic Information', not: SLACK_TOKENS },
  SLACK_CLIENT_SECRET: { what: 'client secret, which stands under Basic Information', not: SLACK_TOKENS },
};

const GIT_TOKEN_PREFIX = 'GIT_TOKEN_';

/** Where programs, people's files and temporary files are, and how the network is reached. */
const FOR_PROGRAMS = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SSH_AUTH_SOCK',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
  'GIT_SSL_CAPATH',
  'http_proxy',
  'https_proxy',
  'HTTPS_PROXY',
  'all_proxy',
  'ALL_PROXY',
  'no_proxy',
  'NO_PROXY',
  'SYSTEMROOT',
  'PATHEXT',
  'USERPROFILE',
] as const;

/** Redacting shorter passwords would blot out the log, and protect nothing. */
const LEAST_REDACTED = 4;

/** Characters of a token that people make up themselves. */
const LEAST_TOKEN = 16;

/** Reads the environment; nothing else does. No problem tells what a secret says. */
export function readSecrets(env: NodeJS.ProcessEnv = process.env): EnvironmentResult {
  const problems: Problem[] = [];
  const report: Report = (message, remedy) =>
    void problems.push({ severity: 'error', collection: '', file: '', line: 0, message, remedy });
  const read: Read = (name) => env[name]?.trim() || undefined;
  const secret = (name: Variable): string | undefined =>
    rightKind(name, oneWord(name, read(name), report), report);
  const collections = gitTokenVariables(env);
  const tokens: Tokens = {
    slackBotToken: secret('SLACK_BOT_TOKEN'),
    slackAppToken: secret('SLACK_APP_TOKEN'),
    slackSigningSecret: secret('SLACK_SIGNING_SECRET'),
    slackClientId: secret('SLACK_CLIENT_ID'),
    slackClientSecret: secret('SLACK_CLIENT_SECRET'),
    slackStateSecret: secret('SLACK_STATE_SECRET'),
    encryptionKey: keyOf(read('ENCRYPTION_KEY'), report),
    discordToken: secret('DISCORD_TOKEN'),
    mcpToken: hardToGuess('MCP_TOKEN', secret('MCP_TOKEN'), report),
    gitToken: headerValue('GIT_TOKEN', read('GIT_TOKEN'), report),
    gitTokens: gitTokensOf(collections, read, report),
    gitWebhookSecret: hardToGuess('GIT_WEBHOOK_SECRET', secret('GIT_WEBHOOK_SECRET'), report),
    databaseUrl: read('DATABASE_URL'),
  };
  const environment: Environment = {
    host: oneWord('HOST', read('HOST'), report) ?? VARIABLES.HOST.byDefault,
    port: portOf(read('PORT'), report) ?? Number(VARIABLES.PORT.byDefault),
    configFile: read('SIGNPOST_CONFIG'),
    logLevel: levelOf(read('LOG_LEVEL'), report) ?? VARIABLES.LOG_LEVEL.byDefault,
    noColor: read('NO_COLOR') !== undefined,
    forceColor: !['', '0', 'false'].includes(read('FORCE_COLOR') ?? ''),
    term: read('TERM'),
    termProgram: read('TERM_PROGRAM'),
    vteVersion: read('VTE_VERSION'),
    wtSession: read('WT_SESSION'),
    slackApiUrl:
      withSlash(urlOf('SLACK_API_URL', read('SLACK_API_URL'), report)) ?? VARIABLES.SLACK_API_URL.byDefault,
    discordApiUrl:
      unversioned(urlOf('DISCORD_API_URL', read('DISCORD_API_URL'), report)) ??
      VARIABLES.DISCORD_API_URL.byDefault,
    tokens,
    secretValues: secretValues(read, collections),
    forPrograms: Object.fromEntries(
      FOR_PROGRAMS.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
    ),
  };
  return { environment, problems };
}

/** The variable that holds the token of a collection's repository: `GIT_TOKEN_API_DOCS` for `api-docs`. */
export function gitTokenVariable(collection: string): GitTokenVariable {
  return `${GIT_TOKEN_PREFIX}${collection.toUpperCase().replaceAll('-', '_')}`;
}

/** The token for the repository of a collection: its own, or that of all. */
export function gitTokenFor(
  collection: string,
  { gitToken, gitTokens }: Pick<Tokens, 'gitToken' | 'gitTokens'>,
): string | undefined {
  return gitTokens.get(gitTokenVariable(collection).slice(GIT_TOKEN_PREFIX.length)) ?? gitToken;
}

function gitTokenVariables(env: NodeJS.ProcessEnv): GitTokenVariable[] {
  return Object.keys(env).filter((name): name is GitTokenVariable => /^GIT_TOKEN_[A-Z0-9_]+$/u.test(name));
}

function gitTokensOf(names: readonly GitTokenVariable[], read: Read, report: Report): Map<string, string> {
  const tokens = names.flatMap((name): [string, string][] => {
    const token = headerValue(name, read(name), report);
    return token === undefined ? [] : [[name.slice(GIT_TOKEN_PREFIX.length), token]];
  });
  return new Map(tokens);
}

/** A token that somebody else made up, and that a header carries. */
function headerValue(name: string, token: string | undefined, report: Report): string | undefined {
  const word = oneWord(name, token, report);
  if (word === undefined || /^[!-~]+$/u.test(word)) return word;
  return report(`${name} holds characters that no header carries`, 'copy the token once more');
}

/** Secrets as they were written, and the passwords in addresses by themselves. */
function secretValues(read: Read, collections: readonly GitTokenVariable[]): string[] {
  const names = Object.keys(VARIABLES) as Variable[];
  const secret = [...names.filter((name) => VARIABLES[name].secret), ...collections];
  const secrets = secret.flatMap((name) => read(name) ?? []);
  const all = [...secrets, ...secrets.flatMap(passwordsOf)];
  return [...new Set(all)].filter((value) => value.length >= LEAST_REDACTED);
}

function passwordsOf(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { password } = new URL(address);
  return [password, decoded(password)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

function oneWord(name: string, text: string | undefined, report: Report): string | undefined {
  if (text === undefined || !/[\s"']/.test(text)) return text;
  return report(`${name} holds spaces or quotes`, 'set it to the value alone, without quotes');
}

/** Slack's tokens look alike, and are easily put into each other's place. */
function rightKind(name: Variable, token: string | undefined, report: Report): string | undefined {
  const kind = KINDS[name];
  const wrong = kind?.not.find((prefix) => token?.startsWith(prefix));
  if (kind === undefined || wrong === undefined) return token;
  return report(`${name} starts with ${wrong}, so it is another kind of token`, `set it to the ${kind.what}`);
}

/** A token that somebody made up, and that a header carries. */
function hardToGuess(name: Variable, token: string | undefined, report: Report): string | undefined {
  if (token === undefined || (token.length >= LEAST_TOKEN && /^[!-~]+$/.test(token))) return token;
  const wrong =
    token.length < LEAST_TOKEN
      ? `has fewer than ${LEAST_TOKEN} characters`
      : 'holds characters that no header carries';
  return report(`${name} ${wrong}`, 'make one: openssl rand -hex 32');
}

function portOf(text: string | undefined, report: Report): number | undefined {
  if (text === undefined || (/^\d{1,5}$/.test(text) && Number(text) <= 65_535)) {
    return text === undefined ? undefined : Number(text);
  }
  return report(`PORT cannot be ${JSON.stringify(text)}`, 'use a whole number from 0 to 65535, such as 3000');
}

function levelOf(text: string | undefined, report: Report): LogLevel | undefined {
  const level = LOG_LEVELS.find((level) => level === text?.toLowerCase());
  if (text === undefined || level !== undefined) return level;
  const near = nearest(text, LOG_LEVELS);
  const remedy = near === undefined ? `use ${listed(LOG_LEVELS, 'or')}` : `did you mean ${near}?`;
  return report(`LOG_LEVEL cannot be ${JSON.stringify(text)}`, remedy);
}

function withSlash(url: string | undefined): string | undefined {
  return url?.replace(/\/*$/, '/');
}

/** discord.js puts the version there itself. */
function unversioned(url: string | undefined): string | undefined {
  return url?.replace(/(?:\/v\d+)?\/*$/, '');
}

/** The key's 32 bytes, from either way to write them. */
function keyOf(text: string | undefined, report: Report): Buffer | undefined {
  if (text === undefined) return undefined;
  if (/^[\da-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (/^[\w+/-]{43}=?$/.test(text)) return Buffer.from(text, 'base64');
  return report(
    'ENCRYPTION_KEY is neither 32 bytes as base64 nor 64 hex digits',
    'make one: openssl rand -base64 32',
  );
}

function urlOf(name: Variable, text: string | undefined, report: Report): string | undefined {
  if (text === undefined || (/^https?:\/\//.test(text) && URL.canParse(text))) return text;
  return report(`${name} is no address`, 'use a whole address that starts with https:// or http://');
}
