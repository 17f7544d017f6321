import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadConfig } from '../../../../src/config/load.ts';
import { Collection } from '../../../../src/content/collection.ts';
import { createFolderSource } from '../../../../src/content/folder-source.ts';
import { findPackage } from '../../../../src/content/package-source.ts';
import { parseMarkdown } from '../../../../src/content/parse-markdown.ts';
import { cutExcerpt } from '../../../../src/core/excerpt.ts';
import type { Section } from '../../../../src/core/page.ts';
import type { Answer, HelpReply, Reply } from '../../../../src/core/reply.ts';
import { linkable } from '../../../../src/platforms/slack/render/linkable.ts';
import type { Audience, Showing } from '../../../../src/platforms/slack/render/message.ts';
import { renderHome } from '../../../../src/platforms/slack/render/render-home.ts';
import { renderReply } from '../../../../src/platforms/slack/render/render-reply.ts';
import { renderUnfurl } from '../../../../src/platforms/slack/render/render-unfurl.ts';
import { anyMarkdown } from '../../../core/any-markdown.ts';
import { matchWords } from '../../../core/markdown.ts';
import { answer, results } from '../../terminal/answers.ts';
import { checkBlocks, checkMessage } from './check-message.ts';
import { showing } from './showing.ts';

fc.configureGlobal({ seed: 1 });

const AUDIENCES: readonly Audience[] = ['private', 'public', 'direct'];
const HELP: HelpReply = {
  kind: 'help',
  collections: [
    {
      name: 'docs',
      title: 'Docs',
      url: 'https://docs.example/',
      versions: [],
      locales: ['en'],
      examples: ['How?', 'Why?'],
    },
  ],
};

/** What could ping, mark up, hide, turn, or be too long. */
const HOSTILE = [
  '<!channel>',
  '<!here|x>',
  '<@U123>',
  '<#C1>',
  '<!subteam^S1>',
  '<!date^1392734382^Posted {date_num}|never>',
  '*bold* ~gone~ _slanted_ `code` ```fence```',
  '&lt;!channel&gt; &amp;amp; &',
  '<http://evil.example|https://good.example>',
  ':tada: @here @everyone',
  'a\u200Bb\u2060c\uFEFF',
  '\u200B',
  '\u200D',
  '\u202Eright to left\u202C \u0627\u0644\u0639\u0631\u0628\u064A\u0629',
  '\uD83D',
  '\uDE00 lone',
  '\u0000\u0007\u001B[31m',
  '"\\'.repeat(400),
  '🙂'.repeat(400),
  'x'.repeat(100_000),
  '語'.repeat(5_000),
  'word '.repeat(2_000),
  '日本語。'.repeat(2_000),
];

const WRAPPED: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `# ${text}`,
  (text) => `- ${text}\n  - ${text}\n\n    1. ${text}`,
  (text) => `7. ${text}\n\n   \`\`\`js\n   ${text}\n   \`\`\`\n8. ${text}`,
  (text) => `> ${text}\n>\n> > ${text}`,
  (text) => `\`\`\`\`\`\n${text}\n${text}\n\`\`\`\`\``,
  (text) => `| a | ${text} |\n|---|---|\n| ${text} | |\n\n| b |\n|---|\n| ${text} |`,
  (text) =>
    `[${text}](https://docs.example/a) ![${text}](https://docs.example/b.png) **${text}** \`${text}\``,
  (text) => `[evil](javascript:alert(1)) [x](<${text}>) ![](data:text/html,x)`,
  (text) => `- [ ] ${text}\n- [x] ${text}\n\n---\n\n<div>${text}</div>\n\n[^1]\n\n[^1]: ${text}`,
];

function answerFrom(markdown: string, budget: number, fields: Partial<Answer> = {}): Answer {
  const options = { parse: parseMarkdown, match: matchWords('domain webhook zebra'), budget };
  return answer({ ...fields, excerpt: cutExcerpt(markdown, options) });
}

function repliesOf(best: Answer, others: readonly Answer[]): Reply[] {
  const answers = [best, ...others];
  const found = { answers, more: true, didYouMean: best.title };
  return [
    results(found),
    results({ ...found, outcome: 'unsure' }),
    results({ ...found, outcome: 'nothing' }),
    results({ ...found, offset: 5 }),
    results({ outcome: 'nothing', answers: [] }),
    { kind: 'section', answer: best },
  ];
}

function checkReply(reply: Reply, shown: Showing): void {
  const message = renderReply(reply, shown);
  checkMessage(message);
  const drawn = JSON.stringify(message.blocks);
  for (const url of linksWanted(reply)) expect(drawn).toContain(JSON.stringify(url));
}

function checkHome(reply: Reply | undefined, shown: Showing, title = 'Docs'): void {
  const home = renderHome({ title, help: HELP, reply, showing: shown });
  checkMessage(home);
  expect(home.blocks.length).toBeLessThanOrEqual(50);
  expect(JSON.stringify(home.blocks).length).toBeLessThan(10_000);
}

/** The address of the section that comes first. */
function linksWanted(reply: Reply): string[] {
  const first =
    reply.kind === 'results' ? reply.answers[0] : reply.kind === 'section' ? reply.answer : undefined;
  const url = first === undefined ? undefined : linkable(first.url);
  return url === undefined ? [] : [url];
}

function checkEverywhere(best: Answer, others: readonly Answer[] = [best]): void {
  checkBlocks(renderUnfurl(best), 'unfurl');
  const state = { question: best.title };
  checkHome(results({ answers: [best, ...others] }), showing({ state }));
  for (const [number, reply] of repliesOf(best, others).entries()) {
    const audience = AUDIENCES[number % 3] ?? 'direct';
    const sharedBy = audience === 'public' ? best.title : '';
    checkReply(reply, showing({ audience, voted: number < 3, state: { ...state, sharedBy } }));
  }
}

test('any Markdown becomes messages that Slack takes', () => {
  fc.assert(
    fc.property(anyMarkdown, fc.constantFrom(120, 600, 2_400, 20_000), (markdown, budget) => {
      checkEverywhere(answerFrom(markdown, budget));
    }),
    { numRuns: 40 },
  );
}, 300_000);

test.each(WRAPPED.map((wrap) => [wrap('…'), wrap] as const))(
  'hostile text stays text in %j',
  (_name, wrap) => {
    for (const text of HOSTILE) {
      checkEverywhere(answerFrom(wrap(text), 1_000_000, { title: text, trail: [text, text] }));
    }
  },
  60_000,
);

test.each(AUDIENCES)(
  'any words whatever stay text, for a %s reply',
  (audience) => {
    const words = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 60 }));
    fc.assert(
      fc.property(fc.tuple(words, words, words), fc.boolean(), ([text, name, didYouMean], voted) => {
        const best = answerFrom(text, 600, { title: text, trail: [name], version: name });
        const shown = showing({ audience, voted, command: name, state: { question: text, sharedBy: name } });
        checkReply(results({ answers: [best, best], didYouMean, more: true }), shown);
        const collections = [
          {
            name,
            title: text,
            url: text,
            versions: [name, text],
            locales: ['en'],
            examples: [text, name, didYouMean],
          },
        ];
        checkMessage(renderReply({ kind: 'help', collections }, shown));
        checkReply({ kind: 'failure', reason: 'no-version', version: name, versions: [text, name] }, shown);
        checkHome(undefined, shown, text);
      }),
      { numRuns: 60 },
    );
  },
  60_000,
);

async function sectionsOfWorkos(): Promise<readonly Section[]> {
  const loaded = await loadConfig(join(import.meta.dirname, '../../../../config/workos.yaml'));
  const rules = loaded.kind === 'config' ? loaded.config.collections[0] : undefined;
  if (rules?.source.kind !== 'package') throw new Error('config/workos.yaml reads no package');
  const root = await findPackage(rules.source.package, import.meta.dirname);
  if (root === undefined) throw new Error('run npm install');
  const options = { ...rules, collection: rules.name, folder: join(root, rules.source.path) };
  const collection = new Collection(createFolderSource(options), rules);
  await collection.read();
  return (await collection.build()).flatMap((page) => page.sections);
}

test('every section of the WorkOS docs becomes messages that Slack takes', async () => {
  const sections = await sectionsOfWorkos();
  expect(sections.length).toBeGreaterThan(2_400);
  const answers = sections.map(({ id, url, heading, trail, markdown }, number) =>
    answerFrom(markdown, number % 2 === 0 ? 600 : 2_400, { id, url, title: heading, trail }),
  );
  for (const [number, best] of answers.entries()) {
    const others = answers.slice(number + 1, number + 5);
    const audience = AUDIENCES[number % 3] ?? 'direct';
    const reply = results({ answers: [best, ...others], more: true });
    checkReply(reply, showing({ audience, voted: number % 5 === 0 }));
    if (number % 4 === 0) checkHome(reply, showing());
    if (number % 4 === 1) checkBlocks(renderUnfurl(best), 'unfurl');
  }
}, 300_000);
