import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '../../src/core/page.ts';
import { repeated } from './repeated.ts';
import { SCALE_PROGRAM } from './scale-program.ts';
import { DIST } from './start-up.ts';
import { table } from './table.ts';
import { milliseconds, percentile } from './timing.ts';

interface Run {
  readonly fromSnapshot: boolean;
  /** Milliseconds. */
  readonly opened: number;
  /** Of each change, from saving the file. */
  readonly found: readonly number[];
  /** Bytes. */
  readonly peak: number;
  readonly pages: number;
}

/** What docs of a size cost: the first index, a start from the snapshot, and one changed file, each in a process of its own. */
export async function benchScale(pages: readonly Page[], sizes: readonly number[]): Promise<string> {
  const rows: string[][] = [];
  for (const size of sizes) rows.push(await rowOf(pages, size));
  return table(
    [
      'pages',
      'first index',
      'pages/s',
      'peak memory',
      'from snapshot',
      'memory then',
      'changed page found',
      'slowest of 5',
    ],
    rows,
  );
}

async function rowOf(pages: readonly Page[], size: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-scale-'));
  try {
    const config = await writeDocs(folder, repeated(pages, Math.ceil(size / pages.length)).slice(0, size));
    const first = run(config, '');
    const again = run(config, join(folder, 'docs/changed.md'));
    if (first.fromSnapshot || !again.fromSnapshot) throw new Error('the snapshot was not made, or not taken');
    return [
      String(first.pages),
      milliseconds(first.opened),
      (first.pages / (first.opened / 1000)).toFixed(0),
      megabytes(first.peak),
      milliseconds(again.opened),
      megabytes(again.peak),
      milliseconds(percentile(again.found, 0.5)),
      milliseconds(Math.max(...again.found)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The docs as Markdown files, and a config for them. */
async function writeDocs(folder: string, pages: readonly Page[]): Promise<string> {
  for (const page of pages) {
    const path = join(folder, 'docs', page.file.replace(/\.\w+$/u, '.md'));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, textOf(page));
  }
  await writeFile(join(folder, 'docs/changed.md'), '# Changed\n\nNothing yet.\n');
  const config = join(folder, 'signpost.yaml');
  const collection = 'collections: [{name: docs, source: {folder: docs}, site: {url: https://docs.example}}]';
  await writeFile(config, `title: Docs\ndata: data\n${collection}\n`);
  return config;
}

function textOf({ title, description, sections }: Page): string {
  const head = `---\n${JSON.stringify({ title, description })}\n---\n`;
  const body = sections.map(({ level, heading, markdown }) =>
    level === 0 ? markdown : `${'#'.repeat(Math.max(2, level))} ${heading}\n\n${markdown}`,
  );
  return `${head}\n${body.join('\n\n')}\n`;
}

function run(config: string, changed: string): Run {
  const args = ['--input-type=module', '--eval', SCALE_PROGRAM, DIST, config, changed];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 })) as Run;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
