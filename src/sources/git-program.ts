import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { retryAfterOf } from '../http/retry-after.ts';

export interface GitCall {
  readonly args: readonly string[];
  /** All of the environment that git gets. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** What git reads. */
  readonly input?: string;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface GitResult {
  /** `missing`: there is no such program; `stopped`: the signal ended it. */
  readonly kind: 'done' | 'failed' | 'missing' | 'stopped';
  readonly stdout: string;
  /** The last that it wrote there. */
  readonly stderr: string;
  /** What the server's last answer asked for; empty and 0 where it asked nothing. */
  readonly location: string;
  readonly retryAfter: number;
}

/** Bytes. */
const MOST_STDERR = 20_000;
const MOST_STDOUT = 100_000_000;

/** Milliseconds in which git may delete its locks and halves before it is killed. */
const GRACE = 2_000;

/** Where git writes the headers of answers, which it does not tell otherwise: the end of a pipe, never a file. */
const TRACE = 3;

/** Runs git in a process group of its own, all of which ends with the signal. Never rejects. */
export function runGit({ args, env, signal, input = '', onProgress }: GitCall): Promise<GitResult> {
  return new Promise((resolve) => {
    const child = spawn('git', args, {
      env: { ...env, GIT_TRACE_CURL: String(TRACE), GIT_TRACE_CURL_NO_DATA: '1' },
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    const stop = (): void => killGroup(child);
    const out = collect(child.stdout, { most: MOST_STDOUT, onTooMuch: stop });
    const err = collectEnd(child.stderr, onProgress);
    const asked = readTrace(child.stdio[TRACE] as Readable);
    // Where git ends before it has read everything, its exit code says why.
    child.stdin.on('error', () => undefined).end(input);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    const end = (kind: GitResult['kind'], complaint = ''): void => {
      signal.removeEventListener('abort', stop);
      resolve({ kind, stdout: out(), stderr: err() + complaint, ...asked() });
    };
    child.once('error', (error) => end(isMissing(error) ? 'missing' : 'failed', error.message));
    child.once('close', (code) => end(signal.aborted ? 'stopped' : code === 0 ? 'done' : 'failed'));
  });
}

function isMissing(error: Error): boolean {
  return 'code' in error && error.code === 'ENOENT';
}

/** Also the helpers that git has started. */
function killGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE).unref();
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined || (child.exitCode !== null && name === 'SIGTERM')) return;
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch (error) {
    // It has ended meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function collect(stream: Readable, limit: { readonly most: number; onTooMuch(): void }): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size > limit.most) limit.onTooMuch();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

/** `Receiving objects:  45% (450/1000)`, written over and over. */
const PROGRESS = /(?:Receiving objects|Updating files):\s+\d+% \((\d+)\/(\d+)\)/gu;

function collectEnd(stream: Readable, onProgress: GitCall['onProgress']): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const last = [...chunk.matchAll(PROGRESS)].at(-1);
    if (last !== undefined) onProgress?.(Number(last[1]), Number(last[2]));
    text = (text + chunk).slice(-MOST_STDERR);
  });
  return () => text;
}

/** `12:00:00.123456 http.c:725   <= Recv header: Location: https://…`; nothing else of it is kept. */
const HEADER = /<= Recv header: (location|retry-after):\s*(.*?)\s*$/iu;

function readTrace(stream: Readable): () => Pick<GitResult, 'location' | 'retryAfter'> {
  let rest = '';
  const headers = new Map<string, string>();
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = (lines.pop() ?? '').slice(-MOST_STDERR);
    for (const line of lines) {
      if (/<= Recv header: HTTP\//u.test(line)) headers.clear();
      const [, name = '', value = ''] = HEADER.exec(line) ?? [];
      if (name !== '') headers.set(name.toLowerCase(), value);
    }
  });
  return () => ({
    location: headers.get('location') ?? '',
    retryAfter: retryAfterOf(headers.get('retry-after') ?? null, new Date()),
  });
}
