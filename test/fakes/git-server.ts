import { execFile, spawn } from 'node:child_process';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { appendFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { folderWith, write } from '../folders.ts';
import type { Files } from '../folders.ts';
import { loopbackServer } from './loopback-server.ts';
import type { Answering, LoopbackServer } from './loopback-server.ts';

const run = promisify(execFile);

/** Nothing of the machine's own settings counts. */
const ENV = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Zoe',
  GIT_AUTHOR_EMAIL: 'zoe@example.com',
  GIT_COMMITTER_NAME: 'Zoe',
  GIT_COMMITTER_EMAIL: 'zoe@example.com',
};

export interface GitRepository {
  /** A folder above that of the bare repository `acme/docs.git`. */
  readonly root: string;
  readonly url: string;
  /** Calls git in the work tree; gives what it says. */
  git(...args: string[]): Promise<string>;
  /** The work tree, for what `commit` does not do. */
  readonly work: string;
  /** Writes files, deletes others, and pushes that as one commit; gives its hash. */
  commit(files: Files, deleted?: readonly string[]): Promise<string>;
}

/** A real repository in a temporary folder, with one commit on `main`. */
export async function gitRepository(files: Files): Promise<GitRepository> {
  return gitRepositoryIn(await folderWith({}), files);
}

/** The same, for many tests; whoever asks for it deletes the folder. */
export async function gitRepositoryIn(root: string, files: Files): Promise<GitRepository> {
  const work = join(root, 'work');
  const bare = join(root, 'acme', 'docs.git');
  await mkdir(work);
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', args, { cwd: work, env: ENV })).stdout.trim();
  await git('init', '--quiet', '--initial-branch=main');
  await git('init', '--quiet', '--bare', '--initial-branch=main', bare);
  await appendFile(join(bare, 'config'), '[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n');
  await appendFile(join(work, '.git/config'), `[remote "origin"]\n\turl = ${bare}\n`);
  const commit: GitRepository['commit'] = async (files, deleted = []) => {
    await write(work, files);
    for (const file of deleted) await rm(join(work, file));
    await git('add', '--all');
    await git('commit', '--quiet', '--allow-empty', '--message', 'Change');
    await git('push', '--quiet', 'origin', 'HEAD');
    return git('rev-parse', 'HEAD');
  };
  await commit(files);
  return { root, url: `file://${bare}`, work, git, commit };
}

export interface GitServer extends LoopbackServer {
  /** Of the repository. */
  readonly url: string;
}

/** Serves a repository by git's own smart HTTP; `guard` answers first, and says whether it did. */
export function gitServer(
  { root }: Pick<GitRepository, 'root'>,
  guard: (...exchange: Parameters<Answering>) => boolean = () => false,
): Promise<GitServer> {
  return serving((request, response) => {
    if (!guard(request, response)) backend(root, request, response);
  });
}

async function serving(answering: Answering): Promise<GitServer> {
  const server = await loopbackServer(answering);
  return { ...server, url: `${server.origin}/acme/docs.git` };
}

/** The pair that a request signs in with; empty where it does not. */
export function signedIn({ authorization = '' }: IncomingHttpHeaders): string {
  return Buffer.from(authorization.replace('Basic ', ''), 'base64').toString();
}

/** https://git-scm.com/docs/git-http-backend, which is a CGI program. */
function backend(root: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '', 'http://127.0.0.1');
  const child = spawn('git', ['http-backend'], {
    env: {
      ...ENV,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      REMOTE_ADDR: '127.0.0.1',
    },
  });
  child.stdin.on('error', () => undefined);
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', () => answerAs(Buffer.concat(chunks), response));
}

function answerAs(output: Buffer, response: ServerResponse): void {
  const end = output.indexOf('\r\n\r\n');
  const lines = output.subarray(0, end).toString().split('\r\n');
  const headers = new Map(lines.map((line) => line.split(': ', 2) as [string, string]));
  const status = Number.parseInt(headers.get('Status') ?? '200', 10);
  headers.delete('Status');
  response.writeHead(status, Object.fromEntries(headers)).end(output.subarray(end + 4));
}
