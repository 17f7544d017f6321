import { describe, expect, test } from 'vitest';
import { LEAST, problemsIn, withSite, withSource } from './configs.ts';

describe('a mistake is told with its line, its key and a remedy', () => {
  test.each<[string, string, string[]]>([
    ['a mistyped key', `titel: B\n${LEAST}`, ['c:1: unknown key titel (did you mean title?)']],
    [
      'a key in another style',
      withSite('      url: https://a.b\n      trailing_slash: true'),
      ['c:7: unknown key collections[0].site.trailing_slash (did you mean trailingSlash?)'],
    ],
    [
      'a key at the wrong place',
      `${LEAST}synonyms: []`,
      ['c:6: unknown key synonyms (did you mean search.synonyms?)'],
    ],
    [
      'a key of no meaning',
      `${LEAST}answers:\n  colour: red`,
      ['c:7: unknown key answers.colour (use answered, unsure, shown or excerpt)'],
    ],
    [
      'a missing key',
      'title: A\ncollections:\n  - name: docs\n    source: {folder: a}\n    site:\n      index: []',
      ['c:5: collections[0].site.url is missing (add it, such as url: https://docs.acme.com)'],
    ],
    [
      'missing keys at the top level',
      '# a comment\ncommand: docs',
      [
        'c:2: title is missing (add it, such as title: Acme docs)',
        'c:2: collections is missing (add it, as config/example.yaml does)',
      ],
    ],
    [
      'a mistyped choice',
      withSite('      url: https://a.b\n      anchors:\n        style: frgment'),
      ['c:8: collections[0].site.anchors.style cannot be "frgment" (did you mean fragment?)'],
    ],
    [
      'another choice',
      withSite('      url: https://a.b\n      anchors: {slug: ruby}'),
      [
        'c:7: collections[0].site.anchors.slug cannot be "ruby" (use ascii, astro-5, blackfriday, docutils, eleventy, github, github-ascii, github-case, hugo, kramdown, kramdown-gfm, markdown-it-anchor, mdbook, mintlify, pymdownx, python-markdown or vitepress)',
      ],
    ],
    [
      'a text for a number',
      `${LEAST}answers:\n  shown: five`,
      ['c:7: answers.shown cannot be "five" (use a whole number from 1 to 10, such as 5)'],
    ],
    [
      'a number out of range',
      `${LEAST}answers: {answered: 60}`,
      ['c:6: answers.answered cannot be 60 (use a number from 0 to 1, such as 0.6)'],
    ],
    [
      'a broken number',
      withSite('      url: https://a.b\n      anchors: {depth: 2.5}'),
      ['c:7: collections[0].site.anchors.depth cannot be 2.5 (use a whole number from 2 to 6)'],
    ],
    [
      'no number',
      `${LEAST}answers: {excerpt: .nan}`,
      ['c:6: answers.excerpt cannot be NaN (use a whole number from 100 to 2000, such as 600)'],
    ],
    [
      'a number for a text',
      LEAST.replace('Acme docs', '2024'),
      ["c:1: title cannot be 2024 (put it in quotes: '2024')"],
    ],
    [
      'a text for true or false',
      `${LEAST}search: {linkText: yes}`,
      ['c:6: search.linkText cannot be "yes" (use true or false)'],
    ],
    [
      'a text for a list',
      LEAST.replace('    site', "    include: '**/*.md'\n    site"),
      ['c:5: collections[0].include cannot be "**/*.md" (write a list: [\'**/*.md\'])'],
    ],
    [
      'an empty list',
      LEAST.replace('    site', '    include: []\n    site'),
      ["c:5: collections[0].include cannot be an empty list (use a list, such as ['**/*.md', '**/*.mdx'])"],
    ],
    [
      'an empty text',
      LEAST.replace('Acme docs', "' '"),
      ['c:1: title cannot be empty (use a text, such as Acme docs)'],
    ],
    [
      'an empty map',
      `${LEAST}search:\n`,
      ['c:6: search cannot be empty (use a map with keys such as synonyms and linkText, or remove the key)'],
    ],
    [
      'a synonym without a group',
      `${LEAST}search:\n  synonyms: [sso, [a]]`,
      [
        'c:7: search.synonyms[0] cannot be "sso" (use a list of at least 2, such as [sso, single sign-on])',
        'c:7: search.synonyms[1] cannot be a list of 1 (use a list of at least 2, such as [sso, single sign-on])',
      ],
    ],
    [
      'thresholds the wrong way round',
      `${LEAST}answers:\n  unsure: 0.7`,
      ['c:7: answers.unsure is greater than answers.answered (lower unsure, or raise answered)'],
    ],
    [
      'a slash in the command',
      `${LEAST}command: /docs`,
      ['c:6: command cannot be "/docs" (use 1 to 31 lower-case letters, digits, - or _, without a slash)'],
    ],
    [
      'a name that is no id',
      LEAST.replace('name: docs', 'name: My Docs'),
      [
        'c:3: collections[0].name cannot be "My Docs" (use a to z, 0 to 9 and -, starting with a letter or digit)',
      ],
    ],
    [
      'a name that stands twice',
      `${LEAST}  - name: docs\n    source: {folder: b}\n    site: {url: https://b.c}`,
      [
        'c:6: collections[1].name is "docs", as collections[0].name is (give each collection a name of its own)',
      ],
    ],
    [
      'no collection',
      'title: A\ncollections: []',
      ['c:2: collections cannot be an empty list (use a list, as config/example.yaml does)'],
    ],
    [
      'a list for the whole',
      '- title: A',
      ['c:1: the config cannot be a list of 1 (use a map with keys such as title, command and data)'],
    ],
    [
      'a text for the whole',
      'Acme docs',
      ['c:1: the config cannot be "Acme docs" (use a map with keys such as title, command and data)'],
    ],
    ['nothing', '', ['c:1: the config is empty (copy config/example.yaml, and change what you need)']],
    [
      'only comments',
      '# title: A\n',
      ['c:1: the config is empty (copy config/example.yaml, and change what you need)'],
    ],
    [
      'a slash in an extension',
      withSite('      url: https://a.b\n      extension: html'),
      [
        'c:7: collections[0].site.extension cannot be "html" (start with a dot, such as .html, or leave it empty)',
      ],
    ],
    [
      'a channel’s name for its id',
      `${LEAST}slack:\n  channels:\n    - id: '#help'`,
      [
        'c:8: slack.channels[0].id cannot be "#help" (use the id of the channel, such as C024BE91L, not its name: it stands at the bottom of the channel’s details in Slack)',
      ],
    ],
    [
      'a workspace’s name for its id',
      `${LEAST}slack:\n  workspaces: [{id: acme, collections: [docs]}]`,
      [
        'c:7: slack.workspaces[0].id cannot be "acme" (use the id of the workspace (T…) or organisation (E…), such as T024BE7LD; https://app.slack.com/client shows it in the address bar)',
      ],
    ],
    [
      'a channel without an id',
      `${LEAST}slack:\n  channels: [{mentions: false}]`,
      ['c:7: slack.channels[0].id is missing (add it, such as id: C024BE91L)'],
    ],
    [
      'a channel that stands twice',
      `${LEAST}slack:\n  channels:\n    - id: C024BE91L\n    - id: C024BE91L`,
      [
        'c:9: slack.channels[1].id is "C024BE91L", as slack.channels[0].id is (name each channel once, with all its settings)',
      ],
    ],
    [
      'a workspace that stands twice',
      `${LEAST}slack:\n  workspaces: [{id: T12, collections: [docs]},\n    {id: T12, collections: [docs]}]`.replaceAll(
        'T12',
        'T024BE7LD',
      ),
      [
        'c:8: slack.workspaces[1].id is "T024BE7LD", as slack.workspaces[0].id is (name each workspace once, with all its collections)',
      ],
    ],
    [
      'a workspace without collections',
      `${LEAST}slack:\n  workspaces: [{id: T024BE7LD, collections: []}]`,
      ['c:7: slack.workspaces[0].collections cannot be an empty list (use a list, such as [internal])'],
    ],
    [
      'collections that are none',
      `${LEAST}slack:\n  workspaces: [{id: T024BE7LD, collections: [dosc]}]\n  channels:\n    - id: C024BE91L\n      collections: [docs, handbook]`,
      [
        'c:7: slack.workspaces[0].collections[0] is "dosc", and no collection or feed is called so (did you mean docs?)',
        'c:10: slack.channels[0].collections[1] is "handbook", and no collection or feed is called so (use docs)',
      ],
    ],
    [
      'another visibility',
      `${LEAST}slack: {visibility: privat}`,
      ['c:6: slack.visibility cannot be "privat" (did you mean private?)'],
    ],
    [
      'an address that Slack does not take',
      `${LEAST}slack: {url: 'http://acme.com'}`,
      [
        'c:6: slack.url cannot be "http://acme.com" (use the public https address of this server without a path, such as https://signpost.acme.com)',
      ],
    ],
    [
      'an address with a path',
      `${LEAST}slack: {url: 'https://acme.com/signpost'}`,
      [
        'c:6: slack.url cannot be "https://acme.com/signpost" (use the public https address of this server without a path, such as https://signpost.acme.com)',
      ],
    ],
    [
      'an id of Discord without quotes',
      `${LEAST}discord:\n  guilds: [{id: 1094012345678901234}]\n  commandGuilds: [1094012345678901234]`,
      [
        'c:7: discord.guilds[0].id cannot be a number without quotes (put it in quotes, since a number as long as this loses its last digits)',
        'c:8: discord.commandGuilds[0] cannot be a number without quotes (put it in quotes, since a number as long as this loses its last digits)',
      ],
    ],
    [
      'an id of Discord in place of a list',
      `${LEAST}discord: {commandGuilds: 1094012345678901234}`,
      [
        "c:6: discord.commandGuilds cannot be a number without quotes (use a list, such as ['1094012345678901234'])",
      ],
    ],
    [
      'a forum’s name for its id',
      `${LEAST}discord:\n  forums: [{id: help, solvedTag: solved}]`,
      [
        'c:7: discord.forums[0].id cannot be "help" (use its id in quotes, 17 to 20 digits; to get it, turn on Developer Mode in Discord’s settings, under Advanced, right-click it and choose Copy ID)',
        'c:7: discord.forums[0].solvedTag cannot be "solved" (use the id of a tag of this forum in quotes, 17 to 20 digits; signpost check lists the tags)',
      ],
    ],
    [
      'a guild that stands twice',
      `${LEAST}discord:\n  guilds:\n    - id: '1094012345678901234'\n    - id: '1094012345678901234'`,
      [
        'c:9: discord.guilds[1].id is "1094012345678901234", as discord.guilds[0].id is (name each guild once, with all its settings)',
      ],
    ],
    [
      'collections that are none, on Discord',
      `${LEAST}discord:\n  guilds: [{id: '1094012345678901234', collections: [dosc]}]\n  channels:\n    - id: '1094012345678901235'\n      collections: [docs, handbook]`,
      [
        'c:7: discord.guilds[0].collections[0] is "dosc", and no collection or feed is called so (did you mean docs?)',
        'c:10: discord.channels[0].collections[1] is "handbook", and no collection or feed is called so (use docs)',
      ],
    ],
    [
      'no shard',
      `${LEAST}discord: {shards: 0}`,
      ['c:6: discord.shards cannot be 0 (use auto or a whole number from 1 to 10000)'],
    ],
    [
      'shards in another word',
      `${LEAST}discord: {shards: many}`,
      ['c:6: discord.shards cannot be "many" (use auto or a whole number from 1 to 10000)'],
    ],
    [
      'a limit that lets nobody ask',
      `${LEAST}limit: {burst: 0}`,
      ['c:6: limit.burst cannot be 0 (use a whole number from 1 to 1000, such as 10)'],
    ],
  ])('%s', (_, text, expected) => {
    expect(problemsIn(text)).toEqual(expected);
  });

  test.each([
    'docs.acme.com',
    'ftp://a.b',
    'javascript:alert(1)',
    'https://',
    'https://a.b/?x',
    'https://a.b#x',
    'https://[a',
  ])('the address %s', (url) => {
    expect(problemsIn(withSite(`      url: '${url}'`))[0]).toMatch(
      /^c:6: collections\[0\]\.site\.url (cannot be .*|is no address) \(use a whole address.* such as https:\/\/docs\.acme\.com\)$/,
    );
  });

  test.each([
    ['{}', 'has none of folder, package, git, sitemap or llms (add folder: ../docs'],
    ['{path: docs}', 'has none of folder, package, git, sitemap or llms'],
    [
      '{folder: a, package: b}',
      'has both folder and package (keep one of them; the folder within a package is path)',
    ],
    [
      '{git: https://a.b/c, folder: a}',
      'has both folder and git (keep one of them; the folder within a repos',
    ],
    ['{folder: a, path: b}', 'has path beside folder, but path goes with package or git only'],
    [
      '{git: https://a.b/c.git, limit: 5}',
      'has limit beside git, but limit goes with sitemap or llms only (remove limit)',
    ],
    [
      '{llms: https://a.b/llms.txt, sitemap: https://a.b/s.xml}',
      'has both sitemap and llms (keep one of them)',
    ],
    ['{folder: a, every: 5}', 'has every beside folder, but every goes with git, sitemap or llms only'],
    ['../docs', 'cannot be "../docs" (use a map, such as {folder: ../docs})'],
    ['', 'cannot be empty (use a map, such as {folder: ../docs})'],
  ])('the source %s', (source, message) => {
    const problems = problemsIn(withSource(source));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`c:5: collections[0].source ${message}`);
  });

  test('a name of a collection is checked whatever else is wrong', () => {
    const text = `${LEAST}slack:\n  home: 1\n  channels: [{id: x, collections: [docs, 1, dosc]}, 1]\n  workspaces: 2`;
    expect(problemsIn(text).join('\n')).toContain('slack.channels[0].collections[2] is "dosc"');
  });

  test('all at once, in the order of the lines', () => {
    const text = `titel: A\ncollections:\n  - name: A B\n    source: {}\n    site:\n      url: x\nanswers:\n  unsure: 0.9\n  shown: 0\n  x: 1\n`;
    expect(problemsIn(text).map((problem) => problem.split(' ')[0])).toEqual([
      'c:1:',
      'c:1:',
      'c:3:',
      'c:4:',
      'c:6:',
      'c:8:',
      'c:9:',
      'c:10:',
    ]);
  });
});

describe('broken YAML', () => {
  test.each<[string, string, RegExp]>([
    [
      'a key that stands twice',
      'title: A\ncommand: a\ntitle: B',
      /c:3: .*this key stands in its map already/,
    ],
    ['a tab', 'title: A\ncollections:\n\t- name: docs', /c:3: .*a tab indents this line/],
    ['an open quote', 'title: "A\n', /c:2: .*a closing quote or a colon is missing/],
    ['an open bracket', 'title: [A\ncommand: b', /c:2: .*the indentation does not fit/],
    ['a package without quotes', withSource('{package: @acme/docs}'), /c:5: .*put the text in single quotes/],
    ['a glob without quotes', 'title: A\ncommand: **/*.md', /c:2: .*put the text in single quotes/],
    ['two keys in a line', 'title: A: B', /c:1: .*there is a second key in one value/],
    ['no space after the colon', 'title:A\ncommand: b', /c:1: .*write "key: value"/],
    ['a second document', 'title: A\n---\ntitle: B', /c:2: .*remove the line ---/],
    ['an unknown tag', 'title: !secret A', /c:1: .*there is an unknown YAML tag/],
    ['a backslash', 'title: "C:\\docs"', /c:1: .*use single quotes/],
    ['a list as a key', '? [a]\n: b', /c:1: .*a key is not a text/],
  ])('%s', (_, text, expected) => {
    expect(problemsIn(text).join('\n')).toMatch(expected);
  });

  test('tells of every broken line, once', () => {
    expect(problemsIn('title: @a\ncommand: `b`\ndata: *c\n')).toEqual([
      expect.stringMatching(/^c:1: .*single quotes/),
      expect.stringMatching(/^c:2: .*single quotes/),
      expect.stringMatching(/^c:3: .*single quotes/),
    ]);
  });

  test('a key that stands twice hides no other mistake', () => {
    expect(problemsIn(`${LEAST}title: B\nanswers: {shown: 0}`)).toHaveLength(2);
  });

  test.each([
    ['aliases of aliases', bomb()],
    ['ten thousand brackets', `title: ${'['.repeat(10_000)}`],
    ['a map that holds itself', `${LEAST}answers: &a\n  shown: *a\n`],
  ])('%s: it is told, and soon', (_, text) => {
    expect(problemsIn(text).length).toBeGreaterThan(0);
  });
});

/** Nine lines that would become ten million texts. */
function bomb(): string {
  const lines = Array.from({ length: 8 }, (_, level) => {
    const parts = Array.from({ length: 9 }, () => (level === 0 ? 'x' : `*a${level - 1}`));
    return `a${level}: &a${level} [${parts.join(', ')}]`;
  });
  return [...lines, LEAST].join('\n');
}
