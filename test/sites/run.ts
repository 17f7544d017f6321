/**
 * From a fresh project of a generator to a first reply, with one command and no edit: `npm run test:sites`, or with names of
 * generators behind `--` for these only. Needs the npm registry, and MkDocs where it is to be tried. Run `npm run build` before.
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endProgram, output, startProgram } from './run-program.ts';
import { STARTERS } from './starters.ts';
import type { Starter } from './starters.ts';

const SIGNPOST = join(import.meta.dirname, '../../dist/main.js');
const READY = 300_000;

interface Outcome {
  readonly pages: string;
  readonly sections: string;
  readonly confirmed: string;
  readonly link: string;
}

function signpost(args: readonly string[], folder: string): Promise<string> {
  return output(process.execPath, [SIGNPOST, ...args], folder);
}

/** Creates, builds, proves every link, and asks. */
async function tryStarter(starter: Starter, folder: string): Promise<Outcome> {
  await starter.create(folder);
  const dist = await starter.build(folder);
  await signpost(['init', '--yes', '--dist', dist], folder);
  const checked = await signpost(['check', '--links', '--dist', dist], folder);
  const [, pages = '0', sections = '0'] =
    /^collection docs: (\d+) pages?, (\d+) sections?$/mu.exec(checked) ?? [];
  const [, confirmed = '0', all = ''] = /^links: (\d+) of (\d+) sections? confirmed/mu.exec(checked) ?? [];
  if (pages === '0' || confirmed !== all || all !== sections)
    throw new Error(`not every section is where it is linked:\n${checked}`);
  await rm(join(folder, 'config/signpost.yaml'));
  const link = await firstReply(starter.question, folder);
  await proveLink(link, join(folder, dist));
  return { pages, sections, confirmed, link };
}

/** The link of the first reply, in the chat page's own words. */
async function firstReply(question: string, folder: string): Promise<string> {
  const server = startProgram(
    process.execPath,
    [SIGNPOST, 'init', '--yes', '--start', '--port', '0'],
    folder,
  );
  let log = '';
  server.stderr?.on('data', (text) => (log += String(text)));
  const closed = once(server, 'close');
  const timer = setTimeout(() => endProgram(server, 'SIGKILL'), READY);
  try {
    const url = await addressIn(server.stdout);
    if (url === undefined) throw new Error(`the server did not start:\n${log}`);
    return await ask(url, question);
  } finally {
    clearTimeout(timer);
    endProgram(server, 'SIGTERM');
    await closed;
  }
}

async function addressIn(stdout: NodeJS.ReadableStream | null): Promise<string | undefined> {
  if (stdout === null) return undefined;
  for await (const line of createInterface({ input: stdout })) {
    const url = /Ask at (http:\S+)$/u.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  return undefined;
}

async function ask(url: string, query: string): Promise<string> {
  const response = await fetch(`${url}/api/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(60_000),
  });
  const text = await response.text();
  const { outcome } = JSON.parse(text) as { outcome: string };
  const link = /"url":"(http:[^"]+)"/u.exec(text)?.[1];
  if (outcome !== 'answered' || link === undefined) throw new Error(`no answer to ${query}: ${text}`);
  return link;
}

/** That the page is in the build, and has the id, is seen here without any code of Signpost's. */
async function proveLink(link: string, dist: string): Promise<void> {
  const { pathname, hash } = new URL(link);
  const path = decodeURIComponent(pathname);
  const candidates = [path, `${path}.html`, `${path}/index.html`].map((one) => join(dist, one));
  for (const file of candidates) {
    if ((await stat(file).catch(() => undefined))?.isFile() !== true) continue;
    const html = await readFile(file, 'utf8');
    const id = decodeURIComponent(hash.slice(1));
    if (
      id === '' ||
      [`id="${id}"`, `id='${id}'`, `id=${id}>`, `id=${id} `].some((one) => html.includes(` ${one}`))
    )
      return;
    throw new Error(`${file} has no id ${id}`);
  }
  throw new Error(`the build has no page for ${link}`);
}

async function isThere(program: string): Promise<boolean> {
  return new Promise((resolve) => execFile(program, ['--version'], (error) => resolve(error === null)));
}

/** The end of what a program said tells the most. */
function shortened(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.length <= 3_000 ? message : `${message.slice(0, 500)}\n…\n${message.slice(-2_500)}`;
}

/** Whether it went well, or could not be tried. */
async function report(starter: Starter): Promise<boolean> {
  const { name, needs } = starter;
  if (needs !== undefined && !(await isThere(needs))) {
    process.stdout.write(`skipped ${name}: there is no ${needs}; apt-get install ${needs}\n`);
    return true;
  }
  const folder = await mkdtemp(join(tmpdir(), 'signpost-site-'));
  const began = Date.now();
  try {
    const { pages, sections, confirmed, link } = await tryStarter(starter, folder);
    const seconds = Math.round((Date.now() - began) / 1000);
    process.stdout.write(
      `good    ${name}: pages ${pages}, sections ${sections}, links confirmed ${confirmed}, answered with ${link} (${seconds} s)\n`,
    );
    return true;
  } catch (error) {
    process.stdout.write(`FAILED  ${name}: ${shortened(error)}\n`);
    return false;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const names = process.argv.slice(2).map((name) => name.toLowerCase());
const chosen = STARTERS.filter(({ name }) => names.length === 0 || names.includes(name.toLowerCase()));
const results: boolean[] = [];
for (const starter of chosen) results.push(await report(starter));
if (results.length === 0 || results.includes(false)) process.exitCode = 1;
