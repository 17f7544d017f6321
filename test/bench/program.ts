import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program in a process of its own that is ready. */
export interface Program {
  readonly child: ChildProcess;
  /** What it said until then. */
  readonly lines: readonly string[];
}

export interface ProgramOptions {
  /** All that it sees of the environment. */
  readonly env: NodeJS.ProcessEnv;
  /** How the line begins that says that it is ready. */
  readonly ready: string;
}

/** The built Signpost on a free port, as people start it, once the platform that the environment names is connected. */
export function startSignpost(config: string, { env, ready }: ProgramOptions): Promise<Program> {
  const args = ['dist/main.js', 'start', '--config', config, '--port', '0'];
  return start(args, { env: { PATH: process.env['PATH'], LOG_LEVEL: 'error', ...env }, ready });
}

/** A program in TypeScript, with what is put after its name. */
export function startScript(file: string, args: readonly string[], ready: string): Promise<Program> {
  return start(['--import', 'tsx', file, ...args], { env: process.env, ready });
}

/** Resolves once the program is ready; rejects where it ends before. */
function start(args: readonly string[], { env, ready }: ProgramOptions): Promise<Program> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill());
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`${args[0] ?? ''} ended with ${code} before it was ready`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line.startsWith(ready)) resolve({ child, lines: [...lines] });
    });
  });
}
