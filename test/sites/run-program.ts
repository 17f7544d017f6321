import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Milliseconds for one step: installing Docusaurus on a busy machine takes the longest. */
const LONGEST = 10 * 60_000;

/** What no generator may ask or report, and where what they need is. */
function environment(): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '', npm_config_registry: registry } = process.env;
  const usual = { PATH, HOME, CI: '1', NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' };
  return registry === undefined ? usual : { ...usual, npm_config_registry: registry };
}

/** Starts a program at the head of a group, so that whatever it starts ends with it. */
export function startProgram(program: string, args: readonly string[], folder: string): ChildProcess {
  return spawn(program, args, {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

/** Ends a program that was started here, and all that it has started. */
export function endProgram({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Runs a program until it ends; gives what it prints, and rejects with that where it fails or takes too long. */
export async function output(program: string, args: readonly string[], folder: string): Promise<string> {
  const child = startProgram(program, args, folder);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const timer = setTimeout(() => endProgram(child, 'SIGKILL'), LONGEST);
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (code === 0) return printed;
    throw new Error(`${program} ${args.join(' ')} ended with ${code ?? signal}:\n${printed}`);
  } finally {
    clearTimeout(timer);
    endProgram(child, 'SIGKILL');
  }
}

export async function run(program: string, args: readonly string[], folder: string): Promise<void> {
  await output(program, args, folder);
}
