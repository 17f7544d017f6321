import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { newFolder } from './folders.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface RunOptions {
  /** What stands on standard input; nothing where it is left out. */
  readonly input?: string;
  /** The environment, beside what any program needs. */
  readonly env?: Readonly<Record<string, string>>;
  /** A file descriptor instead of a pipe. */
  readonly stdout?: number;
  /** Whether nobody reads standard output. */
  readonly unread?: boolean;
}

export interface Ran {
  /** The exit code, or the signal that ended it. */
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ran>;
  /** What was printed so far. */
  output(): string;
  errors(): string;
}

export interface BuiltSignpost {
  /** Runs a command, as a process of its own, until it ends. */
  run(args: readonly string[], options?: RunOptions): Promise<Ran>;
  start(args: readonly string[], options?: RunOptions): Running;
  /** The file of the program, for a client that starts it itself. */
  file(): string;
}

/** The program for the tests of a file: built from the source as it is, since `dist` may be older, and starts faster. */
export function builtSignpost(): BuiltSignpost {
  let folder = '';
  const running: ChildProcess[] = [];
  beforeAll(async () => {
    folder = await newFolder();
    await build(folder);
  });
  afterAll(async () => {
    await Promise.all(running.map(endAtOnce));
    await rm(folder, { recursive: true, force: true });
  });
  const file = (): string => join(folder, 'dist/main.js');
  const start: BuiltSignpost['start'] = (args, options = {}) => {
    const one = run([file(), ...args], options);
    running.push(one.process);
    return one;
  };
  return {
    file,
    start,
    run: async (args, options = {}) => {
      const { process, ended } = start(args, options);
      // One that ends early reads nothing.
      process.stdin?.on('error', () => undefined).end(options.input ?? '');
      if (options.unread === true) process.stdout?.destroy();
      return ended;
    },
  };
}

/** Resolves once it writes nothing any more. */
async function endAtOnce(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Like a clone: the program finds its package, what it depends on, and the chat page that `npm ci` has built. */
async function build(folder: string): Promise<void> {
  const dist = join(folder, 'dist');
  const tsc = execFile(join(ROOT, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json', '--outDir', dist], {
    cwd: ROOT,
  });
  await once(tsc, 'close');
  await mkdir(join(dist, 'platforms/web'), { recursive: true });
  await symlink(join(ROOT, 'dist/platforms/web/page'), join(dist, 'platforms/web/page'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await copyFile(join(ROOT, 'package.json'), join(folder, 'package.json'));
}

function run(args: readonly string[], { env, stdout: descriptor }: RunOptions): Running {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, args, {
    env: { PATH, HOME, ...env },
    stdio: ['pipe', descriptor ?? 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => ({
    code: code ?? signal,
    stdout,
    stderr,
  }));
  return { process: child, ended, output: () => stdout, errors: () => stderr };
}
