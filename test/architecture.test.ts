import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom: the table of the design. Every room may import itself and what of Node does no harm to it. */
interface Room {
  readonly rooms: readonly string[];
  /** npm packages; `*` at the end stands for any name that begins so. */
  readonly packages: readonly string[];
  /** Rooms and packages of which it may import types only. */
  readonly types: readonly string[];
}

const WITHIN = ['core', 'log', 'http'];
const MARKDOWN = ['mdast', 'hast', 'unist'];

const ROOMS: Readonly<Record<string, Room>> = {
  core: { rooms: [], packages: [], types: ['mdast'] },
  log: { rooms: [], packages: ['pino'], types: [] },
  http: { rooms: ['log'], packages: ['ipaddr.js', 'undici'], types: [] },
  config: { rooms: [], packages: ['semver', 'yaml', 'zod'], types: ['core'] },
  content: {
    rooms: WITHIN,
    packages: [
      '@mdit-vue/*',
      '@sindresorhus/slugify',
      '@mozilla/readability',
      'chokidar',
      'github-slugger',
      'gray-matter',
      'hast-util-*',
      'markdown-it',
      'markdown-it-*',
      'htmlparser2',
      'linkedom',
      'mdast-util-*',
      'micromark*',
      'picomatch',
      'remark-*',
      'smol-toml',
      'unified',
      'unist-util-*',
      'yaml',
    ],
    types: [...MARKDOWN, 'vfile'],
  },
  search: { rooms: WITHIN, packages: ['@orama/*', 'minisearch', 'porter2'], types: [] },
  feeds: {
    rooms: WITHIN,
    packages: [
      'feedsmith',
      'github-slugger',
      'hast-util-*',
      'mdast-util-*',
      'micromark*',
      'remark-*',
      'semver',
      'unified',
      'unist-util-*',
    ],
    types: [...MARKDOWN, 'vfile'],
  },
  // Docs that lie elsewhere → a copy in a folder.
  sources: {
    rooms: WITHIN,
    packages: ['fast-xml-parser', 'picomatch', 'robots-parser', 'yaml'],
    types: [],
  },
  // Whether the site that people see is the one that is linked to; its guest's manners are those of the sources.
  'site-check': { rooms: [...WITHIN, 'sources'], packages: ['htmlparser2'], types: [] },
  // Feeds → entries → deliveries → posts: who wants what, and when; nothing of it does I/O by itself.
  notifications: { rooms: ['core', 'log'], packages: ['croner', 'semver'], types: [] },
  store: { rooms: WITHIN, packages: ['better-sqlite3', 'kysely', 'pg'], types: [] },
  platforms: { rooms: ['core', 'log'], packages: ['string-width'], types: MARKDOWN },
  'platforms/slack': {
    rooms: ['core', 'log', 'platforms', 'platforms/slack/render'],
    packages: ['@slack/*'],
    types: [],
  },
  // Replies as Block Kit: pure, and unknown to it who sends them.
  'platforms/slack/render': {
    rooms: ['core', 'platforms'],
    packages: [],
    types: ['@slack/*', ...MARKDOWN],
  },
  'platforms/discord': {
    rooms: ['core', 'log', 'platforms', 'platforms/discord/render'],
    packages: ['discord.js'],
    types: MARKDOWN,
  },
  // Replies as components: pure, and unknown to it who sends them.
  'platforms/discord/render': {
    rooms: ['core', 'platforms'],
    packages: [],
    types: ['discord.js', ...MARKDOWN],
  },
  'platforms/mcp': {
    rooms: ['core', 'log', 'platforms'],
    packages: ['@modelcontextprotocol/*', 'zod'],
    types: MARKDOWN,
  },
  'platforms/terminal': { rooms: ['core', 'log', 'platforms'], packages: ['string-width'], types: MARKDOWN },
  'platforms/web': { rooms: ['core', 'log', 'platforms'], packages: ['express'], types: MARKDOWN },
  // A program of its own, for the browser.
  'platforms/web/page': {
    rooms: [],
    packages: ['react', 'react-dom', 'slack-blocks-to-jsx'],
    types: ['core', 'platforms/web', ...MARKDOWN],
  },
  app: { rooms: ['*'], packages: [], types: [] },
  // Where the app keeps an index, and who makes it.
  snapshots: { rooms: ['core', 'index-thread', 'log', 'search'], packages: [], types: ['config'] },
  // The app once more, on a thread of its own.
  'index-thread': { rooms: ['app', 'log'], packages: [], types: ['config', 'core'] },
  // A repository → the config that its docs need; it is read, and nothing of it is run.
  init: { rooms: ['core'], packages: ['@babel/parser', '@clack/prompts', 'smol-toml', 'yaml'], types: [] },
  // What `main.ts` does for each command.
  commands: {
    rooms: [
      'app',
      'config',
      'core',
      'init',
      'log',
      'platforms',
      'platforms/discord',
      'platforms/slack',
      'platforms/terminal',
    ],
    packages: ['commander', 'yaml'],
    types: ['notifications'],
  },
  main: { rooms: ['app', 'commands', 'config', 'log'], packages: ['commander'], types: [] },
};

/** Builds the chat page; no part of it. */
const BUILD = 'src/platforms/web/page/vite.config.ts';

const OUTSIDE =
  /^(?:child_process|cluster|dgram|dns|fs|http|https|http2|inspector|net|readline|tls|worker_threads)\b/u;

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function importsOf(code: string): Import[] {
  const statements = code.matchAll(/^(?:import|export)\s+(type\s)?[^'";]*?from\s+['"]([^'"]+)['"]/gmu);
  const loaded = code.matchAll(/(?:^import\s+|\bimport\s*\(\s*)['"]([^'"]+)['"]/gmu);
  return [
    ...Array.from(statements, ([, type, specifier = '']) => ({ specifier, typeOnly: type !== undefined })),
    ...Array.from(loaded, ([, specifier = '']) => ({ specifier, typeOnly: false })),
  ];
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(?<![:'"`\\])\/\/.*$/gmu, '');
}

/** `src/search/engine.ts` → search; the deepest room of the table that holds the file. */
function roomOf(file: string): string {
  const path = file.replace(/^src\//u, '').replace(/\.\w+$/u, '');
  const holding = Object.keys(ROOMS).filter((room) => path === room || path.startsWith(`${room}/`));
  return holding.sort((a, b) => b.length - a.length)[0] ?? '';
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isIn(list: readonly string[], name: string): boolean {
  return list.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry));
}

function isAllowed(file: string, { specifier, typeOnly }: Import): boolean {
  const name = roomOf(file);
  const room = ROOMS[name];
  if (room === undefined) return false;
  if (specifier.startsWith('node:')) return isInnocent(name, specifier);
  if (!specifier.startsWith('.')) return isIn(allowed(room.packages, room, typeOnly), packageOf(specifier));
  const target = roomOf(posix.join(posix.dirname(file), specifier));
  return target !== '' && (target === name || isIn(allowed(room.rooms, room, typeOnly), target));
}

function allowed(values: readonly string[], room: Room, typeOnly: boolean): readonly string[] {
  return typeOnly ? [...values, ...room.types] : values;
}

function isInnocent(room: string, specifier: string): boolean {
  if (room === 'platforms/web/page') return false;
  return room !== 'core' || !OUTSIDE.test(specifier.slice('node:'.length));
}

/** `file → import` for each import that the table does not allow. */
function trespasses(file: string, code: string): string[] {
  return importsOf(code)
    .filter((one) => file !== BUILD && !isAllowed(file, one))
    .map(({ specifier }) => `${file} → ${specifier}`);
}

const ROOT = join(import.meta.dirname, '..');
const FILES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/u.test(file))
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .sort();
const SOURCES = FILES.map((file) => ({ file, code: readFileSync(join(ROOT, file), 'utf8') }));

/** The files, but for the one that may, whose code holds a pattern. */
function holding(pattern: RegExp, but = ''): string[] {
  return SOURCES.filter(({ file, code }) => file !== but && pattern.test(withoutComments(code))).map(
    ({ file }) => file,
  );
}

describe('rooms', () => {
  test('import only what they may', () => {
    expect(SOURCES.flatMap(({ file, code }) => trespasses(file, code))).toEqual([]);
  });

  test('hold every file', () => {
    expect(FILES.filter((file) => roomOf(file) === '')).toEqual([]);
    expect(FILES.length).toBeGreaterThan(50);
  });

  test.each([
    ['src/core/a.ts', "import { b } from '../search/b.ts';"],
    ['src/core/a.ts', "import type { b } from '../search/b.ts';"],
    ['src/core/a.ts', "import { toString } from 'mdast';"],
    ['src/core/a.ts', "import {\n  readFile,\n} from 'node:fs/promises';"],
    ['src/core/a.ts', "const net = await import('node:net');"],
    ['src/search/a.ts', "export { b } from '../content/b.ts';"],
    ['src/search/a.ts', "import 'express';"],
    ['src/platforms/slack/a.ts', "import { b } from '../discord/b.ts';"],
    ['src/platforms/slack/a.ts', "import { b } from '../../config/b.ts';"],
    ['src/platforms/slack/render/a.ts', "import { b } from '../b.ts';"],
    ['src/platforms/slack/render/a.ts', "import type { b } from '../../../log.ts';"],
    ['src/platforms/slack/render/a.ts', "import { App } from '@slack/bolt';"],
    ['src/platforms/web/page/a.tsx', "import { b } from '../../../core/b.ts';"],
    ['src/platforms/web/page/a.tsx', "import { b } from '../api.ts';"],
    ['src/main.ts', "import { b } from './search/b.ts';"],
    ['src/app/a.ts', "import { b } from '../../test/b.ts';"],
    ['src/utils/a.ts', "import { b } from '../core/b.ts';"],
  ])('%s may not %s', (file, code) => {
    expect(trespasses(file, code)).toEqual([`${file} → ${/'([^']+)'/u.exec(code)?.[1] ?? ''}`]);
  });

  test.each([
    ['src/core/a.ts', "import type { Root } from 'mdast';"],
    ['src/core/a.ts', "import { b } from './b.ts';"],
    ['src/search/a.ts', "import SearchableMap from 'minisearch/SearchableMap';"],
    ['src/search/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/platforms/slack/a.ts', "import { App } from '@slack/bolt';"],
    ['src/platforms/slack/a.ts', "import { b } from '../command.ts';"],
    ['src/platforms/slack/a.ts', "import { b } from './render/b.ts';"],
    ['src/platforms/slack/render/a.ts', "import type { types } from '@slack/bolt';"],
    ['src/platforms/slack/render/a.ts', "import { b } from '../../words/words.ts';"],
    ['src/platforms/web/page/a.tsx', "import type { b } from '../wire.ts';"],
    ['src/platforms/web/page/a.tsx', "import type { b } from '../../../core/b.ts';"],
    ['src/app/a.ts', "import { b } from '../platforms/web/b.ts';"],
  ])('%s may %s', (file, code) => {
    expect(trespasses(file, code)).toEqual([]);
  });
});

describe('only one place', () => {
  test('reads the environment', () => {
    expect(holding(/\bprocess\.env\b|\bprocess\[/u, 'src/config/secrets.ts')).toEqual([]);
  });

  test('ends the process', () => {
    expect(holding(/\bprocess\.(?:exit|abort|reallyExit)\b/u, 'src/main.ts')).toEqual([]);
  });
});

test('the core knows neither the time nor chance', () => {
  const core = holding(/\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\b/u);
  expect(core.filter((file) => file.startsWith('src/core/'))).toEqual([]);
});

test('a file is named after what it exports', () => {
  const nameless = /^(?:utils?|helpers?|common|types|index|misc|shared)\.tsx?$/u;
  expect(FILES.filter((file) => nameless.test(basename(file)))).toEqual([]);
  expect(holding(/^export default\b|\bas default\b/mu, BUILD)).toEqual([]);
});

test('no file has more than 400 lines', () => {
  expect(
    SOURCES.filter(({ code }) => code.trimEnd().split('\n').length > 400).map(({ file }) => file),
  ).toEqual([]);
});
