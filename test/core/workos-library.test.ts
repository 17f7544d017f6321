import { beforeAll, describe, expect, test } from 'vitest';
import { pathOf } from '../../src/core/library.ts';
import { workosLibrary } from './workos-library.ts';
import type { WorkosLibrary } from './workos-library.ts';

let workos: WorkosLibrary;

beforeAll(async () => {
  workos = await workosLibrary();
});

/** The file that a reference opens; `section`, `folder` or `unknown` where it is no page. */
function open(reference: string): string {
  const found = workos.library.find(reference, []);
  return found.kind === 'page' ? found.page.file : found.kind;
}

describe('the WorkOS docs', () => {
  test('open by every path that the package itself takes', () => {
    const { files, pages } = workos;
    expect(files).toHaveLength(441);
    const seen = files.filter((file) => pages.some((one) => one.file === file));
    expect(seen).toHaveLength(pages.length);
    // The package appends `.md`, `.mdx`, `/index.md` and `/index.mdx` to what it is asked for.
    const asked = seen.flatMap((file) =>
      [file, file.replace(/\.mdx?$/u, ''), file.replace(/(?:\/index)?\.mdx?$/u, '')].map(
        (reference) => [reference, file] as const,
      ),
    );
    expect(asked.filter(([reference, file]) => open(reference) !== file)).toEqual([]);
  });

  test('tell of a file of navigation what there is in its folder', () => {
    const { files, pages, library } = workos;
    const others = files.filter((file) => !pages.some((one) => one.file === file));
    expect(others).toHaveLength(16);
    const found = others.map((file) => library.find(file.replace('.mdx', ''), []));
    expect(found.map(({ kind }) => kind)).toEqual(others.map(() => 'unknown'));
    expect(found.filter(({ around }) => around.siblings.length === 0)).toEqual([]);
  });

  test('open by the address of every page and the id of every section', () => {
    const { pages, library } = workos;
    const sections = pages.flatMap((one) => one.sections);
    const byId = sections.map(({ id }) => library.find(id, []));
    expect(byId.map((found) => found.kind === 'section' && found.section)).toEqual(sections);
    expect(pages.filter(({ url, file }) => open(url) !== file)).toEqual([]);
  });

  test.each([
    ['sso/overview', 'sso'],
    ['audit-logs/overview', 'audit-logs'],
    ['user-management/authentication', 'reference/user-management/authentication'],
    ['webhooks/overview', 'events/data-syncing/webhooks'],
    ['sso/atributes', 'sso/attributes'],
  ])('name what is near a path that they have not: %s', (reference, path) => {
    const found = workos.library.find(reference, []);
    expect(found.kind === 'unknown' && found.nearest.map(pathOf)).toContain(path);
  });
});
