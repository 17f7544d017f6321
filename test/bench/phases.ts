import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST } from './start-up.ts';
import { table } from './table.ts';
import { milliseconds, percentile } from './timing.ts';

const RUNS = 5;

/** What a start from nothing does, one thing after the other on one thread: name and milliseconds of each. */
type Phases = readonly (readonly [name: string, time: number])[];

const PROGRAM = `
  import { join, resolve } from 'node:path';
  const files = ['config/load.js', 'content/collection.js', 'content/folder-source.js', 'content/package-source.js',
    'search/engine.js', 'search/snapshot.js'];
  const [{ loadConfig }, { Collection }, { createFolderSource }, { findPackage }, { buildEngine }, snapshot] =
    await Promise.all(files.map((file) => import('${DIST}/' + file)));
  const { config, folder } = await loadConfig(process.argv[1]);
  const phases = [];
  let last = 0;
  const done = (name) => { phases.push([name, performance.now() - last]); last = performance.now(); };
  const collections = await Promise.all(config.collections.map(async (one) => {
    const { source, name: collection } = one;
    const root = source.kind === 'folder'
      ? resolve(folder, source.folder)
      : join(await findPackage(source.package, folder), source.path);
    return new Collection(createFolderSource({ ...one, collection, folder: root }), one);
  }));
  done('starting Node, loading the program and the config');
  for (const collection of collections) await collection.read();
  done('reading the files');
  const pages = [];
  for (const collection of collections) pages.push(...(await collection.build()));
  done('parsing, normalising and addressing them');
  const engine = buildEngine(pages, config.search);
  done('indexing');
  await snapshot.saveSnapshot(process.argv[2], 'bench', engine);
  done('keeping the index');
  await snapshot.loadSnapshot(process.argv[2], 'bench', config.search);
  done('taking it over');
  process.stdout.write(JSON.stringify(phases));
`;

/** Where the time of a start from nothing goes: medians of five processes. */
export function benchPhases(config: string): string {
  const file = join(tmpdir(), `signpost-bench-${process.pid}.snapshot`);
  const args = ['--input-type=module', '--eval', PROGRAM, config, file];
  const runs = Array.from(
    { length: RUNS },
    () => JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Phases,
  );
  const medians = (runs[0] ?? []).map(([name], phase) => ({
    name,
    time: percentile(
      runs.map((run) => run[phase]?.[1] ?? 0),
      0.5,
    ),
  }));
  const total = medians.reduce((sum, { time }) => sum + time, 0);
  return table(
    ['of a start from nothing', 'time', 'share'],
    medians.map(({ name, time }) => [name, milliseconds(time), `${((100 * time) / total).toFixed(0)} %`]),
  );
}
