import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Page, Section } from '../../../../src/core/page.ts';
import type { SectionOnPage } from '../../../../src/core/search-engine.ts';
import { readChoice, renderChoices } from '../../../../src/platforms/discord/render/choices.ts';

function found(
  heading: string,
  fields: Partial<Section & Pick<Page, 'title'>> & { above?: string } = {},
): SectionOnPage {
  const { title = 'Zebra', above = 'Animals', id = heading, level = 2 } = fields;
  const section: Section = {
    id,
    heading,
    level,
    line: 1,
    trail: [],
    url: 'https://docs.example/',
    markdown: '',
  };
  const page: Page = {
    collection: 'docs',
    file: 'zebra.md',
    url: 'https://docs.example/',
    title,
    description: '',
    path: 'zebra.md',
    version: '',
    locale: 'en',
    keywords: [],
    trail: [above],
    links: [],
    sections: [section],
  };
  return { page, section };
}

describe('choices', () => {
  test('begin with the text as it was typed', () => {
    expect(renderChoices('  stripes ', [found('Stripes')])).toEqual([
      { name: 'stripes', value: 'stripes' },
      { name: 'Zebra › Stripes', value: '#Stripes' },
    ]);
  });

  test('have no text where nothing has been typed', () => {
    expect(renderChoices(' ', [found('Stripes')])).toEqual([{ name: 'Zebra › Stripes', value: '#Stripes' }]);
  });

  test('call the lead of a page by the page', () => {
    expect(renderChoices('', [found('Zebra', { level: 0, id: 'a' })])).toEqual([
      { name: 'Zebra', value: '#a' },
    ]);
  });

  test('have names that differ', () => {
    const sections = ['a', 'b', 'c', 'd'].map((id) =>
      found('Stripes', { id, above: id === 'b' ? 'Africa' : 'Animals' }),
    );
    expect(renderChoices('', sections).map(({ name }) => name)).toEqual([
      'Zebra › Stripes',
      'Africa › Zebra › Stripes',
      'Animals › Zebra › Stripes',
      'Zebra › Stripes (2)',
    ]);
  });

  test('lose the middle of a long name', () => {
    const [{ name } = { name: '' }] = renderChoices('', [
      found('b'.repeat(80), { title: 'a'.repeat(80), id: 'x' }),
    ]);
    expect(name).toMatch(/^a+…b+$/u);
    expect(name.length).toBe(99);
  });

  test('say where a long text is cut', () => {
    const [choice] = renderChoices('word '.repeat(50), []);
    expect(choice?.name).toMatch(/ word…$/u);
    expect(choice?.value.length).toBeLessThanOrEqual(100);
  });

  test('are what Discord takes, whatever is typed and whatever the docs are called', () => {
    const words = fc.string({ unit: 'binary', maxLength: 150 });
    fc.assert(
      fc.property(words, fc.array(fc.tuple(words, words), { maxLength: 40 }), (text, names) => {
        const sections = names.map(([heading, title], number) => found(heading, { title, id: `s${number}` }));
        const choices = renderChoices(text, sections);
        expect(choices.length).toBeLessThanOrEqual(25);
        expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length);
        for (const one of choices.flatMap(({ name, value }) => [name, value])) {
          expect(one.trim()).not.toBe('');
          expect(one.length).toBeLessThanOrEqual(100);
          expect(one).not.toMatch(/[\p{Cs}\p{Cc}]/u);
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

test.each([
  ['#Ab_1-2', { kind: 'section', id: 'Ab_1-2' }],
  ['stripes', { kind: 'text', text: 'stripes' }],
  ['# stripes', { kind: 'text', text: '# stripes' }],
  ['#', { kind: 'text', text: '#' }],
  ['', { kind: 'text', text: '' }],
])('the choice %j is read as %j', (value, chosen) => {
  expect(readChoice(value)).toEqual(chosen);
});
