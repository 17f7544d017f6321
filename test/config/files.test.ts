import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { maps } from '../../src/config/json-schema.ts';
import { loadConfig } from '../../src/config/load.ts';
import { parse } from 'yaml';
import { generatedFiles } from './manual-files.ts';

const EXAMPLE = 'config/example.yaml';

describe('the config files in the repository', () => {
  test.each([EXAMPLE, 'config/workos.yaml', 'config/self.yaml'])(
    '%s is right, and names its schema',
    async (file) => {
      expect(await loadConfig(file)).toMatchObject({ kind: 'config' });
      expect(await readFile(file, 'utf8')).toMatch(
        /^# yaml-language-server: \$schema=signpost\.schema\.json\n/,
      );
    },
  );

  test.each(keys())('example.yaml shows $key with its default', async ({ key, byDefault }) => {
    const shown = valuesAt(parse(await readFile(EXAMPLE, 'utf8')), key);
    expect(shown, `add ${key} to ${EXAMPLE}`).not.toEqual([]);
    if (byDefault !== undefined) expect(shown).toContainEqual(byDefault);
  });

  test('what is made from the schema is in step with it', async () => {
    for (const { path, url, text } of await generatedFiles()) {
      const isFresh = (await readFile(url, 'utf8')) === text;
      expect(isFresh, `${path} is out of date: run npm run config:docs`).toBe(true);
    }
  });
});

interface Key {
  /** `collections[].site.url`. */
  readonly key: string;
  /** Undefined where there is none, or where it is a map or a list of maps, whose own keys have theirs. */
  readonly byDefault: unknown;
}

function keys(): Key[] {
  return maps().flatMap(({ path, schema }) =>
    Object.entries(schema.properties ?? {}).map(([key, { properties, items, default: byDefault }]) => ({
      key: path === '' ? key : `${path}.${key}`,
      byDefault: (properties ?? items?.properties) === undefined ? byDefault : undefined,
    })),
  );
}

/** All values at a path, of which a part such as `collections[]` stands for each item of a list. */
function valuesAt(value: unknown, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>(
    (values, step) => {
      const name = step.replace('[]', '');
      const next = values.flatMap((value) => {
        const inner: unknown =
          value === null || typeof value !== 'object' ? undefined : Reflect.get(value, name);
        return inner === undefined ? [] : [inner];
      });
      return step === name ? next : next.flat();
    },
    [value],
  );
}
