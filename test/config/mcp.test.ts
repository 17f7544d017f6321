import { describe, expect, test } from 'vitest';
import { configIn, LEAST, problemsIn, withFeed } from './configs.ts';

const FOLDER =
  'use a folder within the source of the collection, with / and relative to it, such as examples';
const ORIGIN = 'use http or https, host and port without a path, such as https://app.acme.com';

describe('the config of MCP', () => {
  test('has defaults, and no examples', () => {
    expect(configIn(LEAST).mcp).toEqual({
      prefix: 'docs',
      origins: [],
      limit: { burst: 60, perMinute: 120 },
    });
  });

  test('names the folder of a collection that holds examples', () => {
    expect(configIn(`${LEAST}mcp: {examples: {collection: docs}}`).mcp.examples).toEqual({
      collection: 'docs',
      folder: 'examples',
    });
  });

  test.each(['.', 'a', 'a/b', 'a/', './a', '..a/b..', '.docs/examples'])(
    'may name the folder %s',
    (folder) => {
      const text = `${LEAST}mcp: {examples: {collection: docs, folder: ${folder}}}`;
      expect(configIn(text).mcp.examples?.folder).toBe(folder);
    },
  );

  test('has origins as browsers write them', () => {
    const origins =
      "['https://App.Acme.com/', 'http://acme.com:80', 'http://10.0.0.1:8080', 'http://[::1]:3000']";
    expect(configIn(`${LEAST}mcp: {origins: ${origins}}`).mcp.origins).toEqual([
      'https://app.acme.com',
      'http://acme.com',
      'http://10.0.0.1:8080',
      'http://[::1]:3000',
    ]);
  });
});

describe('a mistake in it is told with its line, its key and a remedy', () => {
  test.each<[string, string, string[]]>([
    [
      'mistyped keys',
      'prefx: a\n  example: {collection: docs}',
      [
        'c:7: unknown key mcp.prefx (did you mean prefix?)',
        'c:8: unknown key mcp.example (did you mean examples?)',
      ],
    ],
    [
      'a token',
      'token: aaaaaaaaaaaaaaaaaaaaaaaa',
      [
        'c:7: unknown key mcp.token (secrets come from the environment, such as SLACK_BOT_TOKEN; remove this, and renew it if others saw it)',
      ],
    ],
    [
      'no folder of examples, but a text',
      'examples: examples',
      ['c:7: mcp.examples cannot be "examples" (use a map, such as {collection: docs, folder: examples})'],
    ],
    [
      'no collection of the examples',
      'examples: {folder: examples}',
      ['c:7: mcp.examples.collection is missing (add it, such as collection: docs)'],
    ],
    [
      'a mistyped collection',
      'examples: {collection: dosc}',
      ['c:7: mcp.examples.collection is "dosc", and no collection is called so (did you mean docs?)'],
    ],
    [
      'another collection',
      'examples: {collection: handbook}\n  prefix: 1',
      [
        'c:7: mcp.examples.collection is "handbook", and no collection is called so (use docs)',
        "c:8: mcp.prefix cannot be 1 (put it in quotes: '1')",
      ],
    ],
    [
      'a text for a list of origins',
      'origins: https://app.acme.com',
      ['c:7: mcp.origins cannot be "https://app.acme.com" (write a list: [https://app.acme.com])'],
    ],
    [
      'a limit that lets nobody ask',
      'limit: {burst: 0, perMinute: 0.5}',
      [
        'c:7: mcp.limit.burst cannot be 0 (use a whole number from 1 to 10000, such as 60)',
        'c:7: mcp.limit.perMinute cannot be 0.5 (use a whole number from 1 to 10000, such as 120)',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(problemsIn(`${LEAST}mcp:\n  ${lines}\n`)).toEqual(expected);
  });

  test('a feed, which has no folder of examples', () => {
    expect(problemsIn(withFeed('mcp: {examples: {collection: releases}}\n'))).toEqual([
      'c:9: mcp.examples.collection is "releases", and no collection is called so (use docs)',
    ]);
  });

  test.each(['Docs', '1docs', 'my docs', 'docs.', 'é', 'a'.repeat(33)])('the prefix %s', (prefix) => {
    expect(problemsIn(`${LEAST}mcp: {prefix: ${prefix}}`)).toEqual([
      `c:6: mcp.prefix cannot be "${prefix}" (use 1 to 32 of a to z, 0 to 9, - and _, starting with a letter)`,
    ]);
  });

  test.each(['/srv/examples', '~/examples', '..', '../examples', 'a/../b', 'a/..', '..\\a'])(
    'the folder %s',
    (folder) => {
      const told = `c:6: mcp.examples.folder cannot be ${JSON.stringify(folder)} (${FOLDER})`;
      expect(problemsIn(`${LEAST}mcp: {examples: {collection: docs, folder: '${folder}'}}`)).toEqual([told]);
    },
  );

  test.each([
    'app.acme.com',
    'https://app.acme.com/chat',
    'https://app.acme.com?x',
    'https://app.acme.com#x',
    'https://*.acme.com',
    'https://a\\b',
    'ftp://acme.com',
    'null',
    '*',
  ])('the origin %s', (origin) => {
    expect(problemsIn(`${LEAST}mcp:\n  origins: [https://a.b, '${origin}']`)).toEqual([
      `c:7: mcp.origins[1] cannot be ${JSON.stringify(origin)} (${ORIGIN})`,
    ]);
  });

  test('an origin with a port that is none', () => {
    expect(problemsIn(`${LEAST}mcp: {origins: ['https://a.b:99999']}`)).toEqual([
      `c:6: mcp.origins[0] is no origin (${ORIGIN})`,
    ]);
  });
});
