import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/content/parse.ts';
import type { EditionOptions } from '../../../src/content/preset.ts';
import { hugo } from '../../../src/content/presets/hugo.ts';
import { siteRules } from '../../../src/content/site-rules.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({
  name: 'hugo',
  preset: hugo,
  corpus: 'hugo',
  untold: [
    // Hashes behind braces, and tabs, depend on the version of Hugo.
    'headings-attributes.md:51',
    'headings-custom-id.md:55',
    'headings-punct.md:239',
    // Shortcodes.
    'headings-containers.md:83',
    'headings-containers.md:87',
  ],
});

const OPTIONS: EditionOptions = {
  versions: undefined,
  locales: ['de', 'zh-cn'],
  version: '',
  locale: 'en',
  routeBase: '',
};

async function readNothing(): Promise<undefined> {
  return undefined;
}

/** The ids of a text's headings. */
function ids(body: string, anchors: Partial<typeof hugo.defaults.anchors> = {}): (string | undefined)[] {
  const { root, source } = parseBody(hugo.unify(body), false);
  const page = { file: 'a.md', data: {}, root, source, body, isMdx: false };
  const found = hugo.headingIds(page, { ...hugo.defaults.anchors, ...anchors });
  return [...(found?.values() ?? [])].map(({ fragment }) => fragment);
}

describe('shortcodes of Hugo', () => {
  test.each([
    ['{{< note >}}\nText\n{{< /note >}}', ':::note\nText\n:::'],
    [
      '  {{% alert title="Mind [it]" %}}\n  Text\n  {{% /alert %}}',
      '  :::alert[Mind \\[it\\]]\n  Text\n  :::',
    ],
    [
      '{{< tabs >}}\n{{% tab name="A" %}}\nx\n{{% /tab %}}\n{{< tab "B" >}}\ny\n{{< /tab >}}\n{{< /tabs >}}',
      '::::tabs\n:::tab[A]\nx\n:::\n:::tab[B]\ny\n:::\n::::',
    ],
    ['{{< highlight go "linenos=table" >}}\n# x\n{{< /highlight >}}', '```go\n# x\n```'],
    ['{{< code >}}\n```\nx\n```\n{{< /code >}}', '````\n```\nx\n```\n````'],
    ['{{< comment >}}\n## x\n{{< /comment >}}\n\nText', '\n\n\n\nText'],
    ['{{< figure\n  src="a.png"\n  caption="What it shows"\n>}}', 'What it shows\n\n\n'],
    [
      'See [it]({{< ref "b.md#c" >}}) and [that]({{% relref path="/d" %}}).',
      'See [it](b.md#c) and [that](/d).',
    ],
    ['A {{< glossary text="pod" id="x" >}} of {{< unknown >}}.', 'A pod of .'],
    ['{{< note >}}Text{{< /note >}}', 'Text'],
    ['```sh\n{{< note >}}\n```', '```sh\n{{< note >}}\n```'],
    ['`{{</* note */>}}` and {{%/* /tip "x y" a="b" */%}}', '`{{< note >}}` and {{% /tip "x y" a="b" %}}'],
    ['{{< never closed', '{{< never closed'],
    ['{{< a >}}\n{{< /b >}}', '\n'],
  ])('become what the parser knows: %j', (body, unified) => {
    expect(hugo.unify(body)).toBe(unified);
  });

  test('that come after the page is made have headings of their own, which may be led to first', () => {
    const body = '{{< tab >}}\n## A\n{{< /tab >}}\n\n## A\n\n{{% tab %}}\n## A\n{{% /tab %}}\n\n## A';
    expect(ids(body)).toEqual([undefined, 'a-1', 'a-2']);
  });
});

describe('headings of Hugo', () => {
  test('are shown without their attributes', () => {
    const body = '## A `b` {#a.b:c .d}\n\nC {x="y"}\n---';
    const { root, source } = parseBody(hugo.unify(body), false);
    const page = { file: 'a.md', data: {}, root, source, body, isMdx: false };
    const shown = [...(hugo.headingIds(page, hugo.defaults.anchors)?.values() ?? [])];
    expect(shown).toMatchObject([
      { fragment: 'a.b%3Ac', children: [{ value: 'A ' }, { value: 'b' }] },
      { fragment: 'c', children: [{ value: 'C' }] },
    ]);
  });

  test('are none where a term with a definition may have the same id', () => {
    expect(ids('## A\n\na\n: What it is\n\nb\n: What it is\n\n## B\n\n## C')).toEqual(['a', undefined, 'c']);
  });

  test.each([
    ['github-ascii', ['ubermaig-e', '-', 'a']],
    ['blackfriday', ['übermaßig-é', '中-文', 'a']],
  ] as const)('have ids of another kind where the config says so: %s', (slug, expected) => {
    const found = ids('## Übermaßig é\n\n## 中 文\n\n## b {#a}', { slug });
    expect(found.map((id) => decodeURIComponent(id ?? ''))).toEqual(expected);
  });
});

describe('addresses of Hugo', () => {
  const rules = siteRules(
    { preset: 'hugo', url: 'https://docs.example', base: '', linkRoot: '', anchors: {} },
    hugo.defaults,
  );

  test.each([
    ['a.md', { draft: true }],
    ['a.md', { build: { render: 'never' } }],
    ['a.md', { _build: { render: false } }],
    ['b/index.md', { headless: true }],
    ['b/part.md', {}],
    ['b/c/part.md', {}],
    ['.hidden/a.md', {}],
  ])('are none of what is not published: %s %j', (file, data) => {
    const files = new Set([file, 'b/index.md']);
    expect(hugo.route({ file, data, slug: '', at: '', files }, rules)).toBeUndefined();
  });

  test('may be files', () => {
    const ugly = { ...rules, extension: '.html' };
    const route = (file: string): string | undefined =>
      hugo.route({ file, data: {}, slug: '', at: '', files: new Set() }, ugly);
    expect([route('a/B.md'), route('a/_index.md'), route('a/index.md')]).toEqual([
      'a/b.html',
      'a.html',
      'a.html',
    ]);
  });
});

describe('editions of Hugo', () => {
  const files = ['content/en/a.md', 'content/de/a.md', 'content/zh-cn/a.md', 'README.md'];

  test('are languages in folders, the default one at the root of the site', async () => {
    expect(await hugo.editions({ files, read: readNothing }, OPTIONS)).toMatchObject([
      { locale: 'en', folder: 'content/en/', at: '' },
      { locale: 'en', folder: 'content/', at: '' },
      { locale: 'de', folder: 'content/de/', at: 'de' },
      { locale: 'zh-cn', folder: 'content/zh-cn/', at: 'zh-cn' },
    ]);
  });

  test.each([
    ['hugo.toml', 'defaultContentLanguageInSubdir = true'],
    ['config/_default/hugo.yaml', 'a: b\ndefaultContentLanguageInSubdir: true'],
  ])('lie below the default language where Hugo is told so: %s', async (config, text) => {
    const read = async (file: string): Promise<string | undefined> => (file === config ? text : undefined);
    const [first] = await hugo.editions({ files, read }, OPTIONS);
    expect(first).toMatchObject({ folder: 'content/en/', at: 'en' });
  });
});
