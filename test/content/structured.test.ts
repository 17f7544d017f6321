import { describe, expect, test } from 'vitest';
import type { StructuredRule } from '../../src/content/collection-rules.ts';
import { read, readAll } from './read.ts';

const RULE: StructuredRule = {
  key: 'reference',
  variants: ['http', 'js'],
  heading: ['method', 'title'],
  name: 'key',
  type: 'type',
  text: 'description',
  flags: ['optional', 'deprecated'],
  wrapper: 'unwrap',
  omit: ['id'],
  dictionary: 'texts',
};

/** The sections that frontmatter holds, without the lead. */
async function sectionsOf(yaml: string, rule: Partial<StructuredRule> = {}) {
  const [, ...sections] = await read(`---\ntitle: Lanterns\n${yaml.trim()}\n---\n`, {
    rules: { structured: [{ ...RULE, ...rule }] },
  });
  return sections;
}

/** A thing that refers to a text. */
function entry(path: string): string {
  return `reference: [{title: a, description: (lamp.${path})}]`;
}

describe('structured frontmatter', () => {
  test('keeps things that differ in their name only, and shows one that is there twice once', async () => {
    const sections = await sectionsOf(`
reference:
  - {method: GET, title: /lanterns, parameters: [{key: id, type: string}]}
  - {method: GET, title: /lanterns, parameters: [{key: id, type: string}]}
  - {method: DELETE, title: /lanterns, parameters: [{key: id, type: string}]}
`);
    expect(sections.map(({ heading }) => heading)).toEqual(['GET /lanterns', 'DELETE /lanterns']);
  });

  test('is a section for each thing, with its texts, facts and parts', async () => {
    const [section, ...others] = await sectionsOf(`
reference:
  - method: POST
    title: /lanterns
    id: hidden
    description: Lights a *new* lantern.
    deprecated: true
    rate_limit: 10
    parameters:
      - key: color
        type: string
        description: The color of the [light](/light).
        optional: true
      - key: size
        type: '"small" | "large"'
    returns:
      - type: Lantern
        description: The lantern.`);
    expect(section).toMatchObject({
      heading: 'POST /lanterns',
      level: 2,
      trail: ['Lanterns'],
      url: 'https://docs.example/guide',
    });
    expect(section?.markdown).toBe(`(deprecated)

Lights a *new* lantern.

**Rate limit:** 10

**Parameters:**

- \`color\` (string, optional): The color of the [light](https://docs.example/light).
- \`size\` ("small" | "large")

**Returns:**

- (Lantern): The lantern.`);
    expect(others).toEqual([]);
  });

  test('follows the sections of the page', async () => {
    const text = '---\nreference:\n  - title: a\n---\n\nLead.\n\n## One\n\nText.';
    const sections = await read(text, { rules: { structured: [RULE] } });
    expect(sections.map(({ heading }) => heading)).toEqual(['Guide', 'One', 'a']);
    expect(new Set(sections.map(({ id }) => id)).size).toBe(3);
  });

  test('nests parts in lists, and puts those of a mere wrapper in its place', async () => {
    const [section] = await sectionsOf(`
reference:
  - title: light
    parameters:
      - key: options
        unwrap: true
        properties:
          - key: wick
            type: object
            description: |
              What burns.

              Possible values:
              - \`cotton\`
              - \`wood\`
            properties:
              - key: length
                type: number`);
    expect(section?.markdown).toBe(
      `**Parameters:**

- \`wick\` (object): What burns.

  Possible values:

  - \`cotton\`
  - \`wood\`

  * \`length\` (number)`,
    );
  });

  test('takes maps for parts with names', async () => {
    const [section] = await sectionsOf(`
reference:
  - title: light
    values:
      on: It burns.
      off: {type: state, description: It does not.}
      2: {}
      list: [one, two]`);
    expect(section?.markdown).toBe(
      `**Values:**\n\n- \`2\`\n- \`on\`: It burns.\n- \`off\` (state): It does not.\n- \`list\`\n  - \`one\`\n  - \`two\``,
    );
  });

  test('of several variants is the preferred one, and names the others', async () => {
    const [section, other] = await sectionsOf(`
reference:
  ruby:
    - title: light_lantern
      description: In Ruby.
  js:
    - title: lightLantern()
      description: In JavaScript.
    - title: douse()`);
    expect(section).toMatchObject({
      heading: 'lightLantern()',
      markdown: 'In JavaScript.\n\nAlso: `light_lantern` (ruby)',
    });
    expect(other).toMatchObject({ heading: 'douse()', markdown: '' });
  });

  test('without a preferred variant is the first', async () => {
    const [section] = await sectionsOf('reference:\n  ruby: [{title: a}]\n  go: [{title: b}]');
    expect(section?.heading).toBe('a');
  });

  test('may be one thing instead of a list', async () => {
    const [section] = await sectionsOf('reference: {title: light, description: Text.}');
    expect(section).toMatchObject({ heading: 'light', markdown: 'Text.' });
  });

  test.each([
    ['reference: [{method: GET, key: a}]', 'a'],
    ['reference: [{method: GET}]', 'Reference'],
    ['reference: [{title: 2024-01-05}]', '2024-01-05'],
  ])('without what makes its heading is called by what there is: %s', async (yaml, heading) => {
    expect((await sectionsOf(yaml))[0]?.heading).toBe(heading);
  });

  test.each([
    'reference: text',
    'reference: [a, 2, null]',
    'reference: []',
    'reference:',
    'other: [{title: a}]',
  ])('that is something else is no section: %s', async (yaml) => {
    expect(await sectionsOf(yaml)).toEqual([]);
  });

  test('has no headings, components or unsafe links in its sections', async () => {
    const [section] = await sectionsOf(`
reference:
  - title: light
    description: |
      ## Warning
      <b>x</b> [y](javascript:alert)
    parts:
      - key: a
        description: "# No"`);
    expect(section?.markdown).toBe('**Warning**\n\nx y\n\n**Parts:**\n\n- `a`: **No**');
  });

  test('is cut where it nests deeper than anybody writes', async () => {
    let yaml = 'deepest';
    for (let depth = 0; depth < 500; depth += 1) yaml = `{parts: [${yaml}]}`;
    const [section] = await sectionsOf(`reference: [{title: a, b: [${yaml}]}]`);
    expect(section?.markdown.length).toBeLessThan(1000);
  });
});

describe('a reference to a text', () => {
  test('stands for the text of its own page, else of the nearest one', async () => {
    const { pages } = await readAll(
      {
        'a/one.md': `---\n${entry('wick')}\ntexts: {lamp: {wick: Own *wick*.}}\n---\n`,
        'a/two.md': `---\n${entry('wick')}\n---\n`,
        'b/c/three.md': `---\n${entry('wick')}\n---\n`,
        'b/four.md': '---\ntexts: {lamp: {wick: Of b.}}\n---\n',
        'five.md': `---\n${entry('gone')}\n---\n`,
      },
      { rules: { structured: [RULE] } },
    );
    const texts = pages.map(({ file, sections }) => [file, sections[1]?.markdown]);
    expect(texts).toEqual([
      ['a/one.md', 'Own *wick*.'],
      ['a/two.md', 'Own *wick*.'],
      ['b/c/three.md', 'Of b.'],
      ['b/four.md', undefined],
      ['five.md', ''],
    ]);
  });

  test('in a list is a part with its name', async () => {
    const [section] = await sectionsOf(
      'reference: [{title: a, errors: [(codes.not_found), plain]}]\ntexts: {codes: {not_found: Gone.}}',
    );
    expect(section?.markdown).toBe('**Errors:**\n\n- `not_found`: Gone.\n- `plain`');
  });

  test('is plain text where there is no dictionary', async () => {
    const [section] = await sectionsOf(entry('wick'), { dictionary: '' });
    expect(section?.markdown).toBe('(lamp.wick)');
  });
});
