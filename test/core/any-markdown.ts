import * as fc from 'fast-check';
import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Options } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import { unified } from 'unified';

const gfm = unified().use(remarkGfm).freeze().data() as { toMarkdownExtensions: Options[] };

const WORDS =
  'the domain of a webhook signature is verified by our SDK when user_id and X-Api-Key agree'.split(' ');
const ODD = [
  '# no heading',
  '1.',
  '-',
  '`',
  '*',
  '<b>',
  '|',
  '>',
  '[x]',
  '\\',
  '&amp;',
  '日本語。',
  '🙂',
  '_',
  '```',
];

const word = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
);
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
const sentence = fc.tuple(words, fc.constantFrom('.', '?', '!', ':', '')).map((parts) => parts.join(''));
const text = sentence.map((value): PhrasingContent => ({ type: 'text', value }));

const phrasing: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: words.map((value): PhrasingContent => ({ type: 'inlineCode', value })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(words, fc.constantFrom('https://example.com/domain', 'https://example.com/a_(b)'))
      .map(([value, url]): PhrasingContent => ({ type: 'link', url, children: [{ type: 'text', value }] })),
  },
  {
    weight: 1,
    arbitrary: words.map((value): PhrasingContent => ({
      type: 'strong',
      children: [{ type: 'text', value }],
    })),
  },
);

const paragraph = fc.array(phrasing, { minLength: 1, maxLength: 8 }).map((nodes): Paragraph => ({
  type: 'paragraph',
  children: nodes.flatMap((node) => [node, { type: 'text', value: ' ' }]).slice(0, -1) as PhrasingContent[],
}));

const code = fc
  .tuple(
    fc.array(fc.oneof(words, fc.constant(''), fc.constant('```')), { minLength: 1, maxLength: 12 }),
    fc.boolean(),
  )
  .map(([lines, isNamed]): RootContent => ({
    type: 'code',
    lang: isNamed ? 'js' : null,
    value: lines.join('\n'),
  }));

const table = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 8 }).map((rows): RootContent => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
  })),
}));

function listOf(content: fc.Arbitrary<RootContent[]>): fc.Arbitrary<List> {
  return fc
    .record({
      ordered: fc.boolean(),
      spread: fc.boolean(),
      bodies: fc.array(content, { minLength: 1, maxLength: 6 }),
    })
    .map(({ ordered, spread, bodies }): List => {
      const children = bodies.map((body) => ({ type: 'listItem', spread, children: body }) as ListItem);
      return { type: 'list', ordered, start: ordered ? 3 : null, spread, children };
    });
}

const flatList = listOf(paragraph.map((node) => [node]));
const nestedList = listOf(
  fc
    .tuple(paragraph, fc.option(fc.oneof(flatList, code), { nil: undefined }))
    .map(([node, inner]) => (inner === undefined ? [node] : [node, inner])),
);
const quote = fc
  .array(fc.oneof(paragraph, flatList), { minLength: 1, maxLength: 3 })
  .map((children): RootContent => ({ type: 'blockquote', children }));

const block: fc.Arbitrary<RootContent> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 2, arbitrary: code },
  { weight: 2, arbitrary: nestedList },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: quote },
);

/** Documents as our own serialiser writes them, with hostile words among plain ones. */
export const anyMarkdown: fc.Arbitrary<string> = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .map((children) => {
    const root: Root = { type: 'root', children };
    return toMarkdown(root, { bullet: '-', extensions: gfm.toMarkdownExtensions }).trimEnd();
  });
