import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

interface Listed {
  readonly name: string;
  readonly why: string;
  readonly licence: string;
}

interface Manifest {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const ROW = /^\| `([^`]+)` +\| (.+?) +\| (\S+) +\|$/gmu;

const [, needed = '', development = ''] = (await readFile('docs/dependencies.md', 'utf8')).split(/^## /mu);

function listed(part: string): Listed[] {
  return Array.from(part.matchAll(ROW), ([, name = '', why = '', licence = '']) => ({ name, why, licence }));
}

async function manifest(file: string): Promise<Manifest> {
  return JSON.parse(await readFile(file, 'utf8')) as Manifest;
}

test('docs/dependencies.md lists what package.json asks for, in its order', async () => {
  const { dependencies = {}, devDependencies = {} } = await manifest('package.json');
  expect(listed(needed).map(({ name }) => name)).toEqual(Object.keys(dependencies));
  expect(listed(development).map(({ name }) => name)).toEqual(Object.keys(devDependencies));
});

test.each(listed(needed + development))('$name is under $licence', async ({ name, licence }) => {
  expect((await manifest(`node_modules/${name}/package.json`)).license).toBe(licence);
});
