import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { loadConfig } from '../../../../src/config/load.ts';
import { Collection } from '../../../../src/content/collection.ts';
import { createFolderSource } from '../../../../src/content/folder-source.ts';
import { findPackage } from '../../../../src/content/package-source.ts';
import { parseMarkdown } from '../../../../src/content/parse-markdown.ts';
import { cutExcerpt } from '../../../../src/core/excerpt.ts';
import type { Section } from '../../../../src/core/page.ts';
import type { Answer, Reply } from '../../../../src/core/reply.ts';
import { linkable } from '../../../../src/platforms/discord/render/address.ts';
import type { Audience, Message, Showing } from '../../../../src/platforms/discord/render/message.ts';
import { renderNotice } from '../../../../src/platforms/discord/render/notice.ts';
import { renderReply } from '../../../../src/platforms/discord/render/render-reply.ts';
import { anyMarkdown } from '../../../core/any-markdown.ts';
import { matchWords } from '../../../core/markdown.ts';
import { answer, results } from '../../terminal/answers.ts';
import { checkMessage } from './check-message.ts';
import { readDiscord } from './discord-reader.ts';
import { textsOf } from './outline.ts';
import { showing } from './showing.ts';

fc.configureGlobal({ seed: 1 });

const AUDIENCES: readonly Audience[] = ['private', 'public', 'direct', 'forum'];

/** What could ping, mark up, hide, turn, invite, or be too long. */
const HOSTILE = [
  '@everyone @here @Clyde',
  '<@80351110224678912> <@!80351110224678912> <#41771983423143937> <@&165511591545143296>',
  '</docs:816437322781949972> <id:customize> <t:1618953630:R> <:mmLol:216154654256398347> <a:b1nzy:1>',
  ':smile: :+1: :flag_de::smile: a:b:c',
  '||spoiler|| ||',
  'discord.gg/abc https://discord.gg/abc http://www.discord.com/invite/abc discordapp.com/invite/a DISCORD.GG/a',
  'https://evil.example steam://run/1 <https://evil.example> <mailto:a@b.example> http://a.example/||b||',
  '[good](https://evil.example) [x](<https://evil.example>) ](https://evil.example) [[a] b](c)',
  '**bold** __under__ *it* _it_ ~~gone~~ ***a*** _a__b_ \\**a** \\\\**a**',
  '# head\n## head\n### head\n-# small\n> quote\n>>> all\n- a\n* b\n+ c\n1. d\n2) e',
  '`code` ``co`de`` ```js\nfence\n``` ```` `',
  'a`b``c```d````e',
  '\\',
  '\\\\`\\',
  '¯\\_(ツ)_/¯',
  'a\u200Bb\u2060c\uFEFF @\u200Beveryone <\u2060@1>',
  '\u200B',
  '\u200D',
  '\u202Eright to left\u202C \u0627\u0644\u0639\u0631\u0628\u064A\u0629',
  '\uD83D',
  '\uDE00 lone',
  '\u0000\u0007\u001B[31m',
  '"\\'.repeat(400),
  '🙂'.repeat(400),
  '*'.repeat(5_000),
  '`'.repeat(5_000),
  '@everyone '.repeat(500),
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
    `[${text}](https://docs.example/a) ![${text}](https://docs.example/b.png) **${text}** \`${text}\` _a ${text}_`,
  (text) => `[evil](javascript:alert(1)) [x](<${text}>) ![](data:text/html,x)`,
  (text) =>
    `[${text} \`${text}\` **${text}** ![${text}](https://docs.example/b.png)](https://docs.example/c)`,
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

/** The message is one that Discord takes, its links lead where the docs' do, and the first section's is there. */
function checkReply(reply: Reply, shown: Showing): void {
  const message = renderReply(reply, shown);
  checkMessage(message);
  const targets = targetsOf(message);
  const links = linksOf(reply);
  expect(targets.filter((one) => !links.has(one))).toEqual([]);
  for (const url of sectionsOf(reply).slice(0, 1).flatMap(addressOf)) expect(targets).toContain(url);
}

function targetsOf(message: Message): string[] {
  const tokens = textsOf(message).flatMap((content) => readDiscord(content));
  return tokens.flatMap(({ target }) => (target === undefined ? [] : [target]));
}

function sectionsOf(reply: Reply): readonly Answer[] {
  if (reply.kind === 'results') return reply.answers;
  return reply.kind === 'section' ? [reply.answer] : [];
}

function addressOf({ url }: { readonly url: string }): string[] {
  return [linkable(url) ?? []].flat();
}

/** Every address that a reply may lead to. */
function linksOf(reply: Reply): Set<string> {
  if (reply.kind === 'help') return new Set(reply.collections.flatMap((one) => addressOf(one)));
  const sections = sectionsOf(reply);
  return new Set([
    ...sections.flatMap((one) => addressOf(one)),
    ...sections.slice(0, 1).flatMap(({ excerpt }) => linksIn(excerpt.root)),
  ]);
}

function linksIn(node: Nodes): string[] {
  const own = 'url' in node ? addressOf(node) : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => linksIn(child))] : own;
}

function checkEverywhere(best: Answer, others: readonly Answer[] = [best]): void {
  for (const [number, reply] of repliesOf(best, others).entries()) {
    const audience = AUDIENCES[number % 4] ?? 'direct';
    const sharedBy = audience === 'public' ? best.title : '';
    const addressee = number % 2 === 0 ? '80351110224678912' : '';
    checkReply(reply, showing({ audience, voted: number < 3, sharedBy, addressee }));
  }
}

test('any Markdown becomes messages that Discord takes', () => {
  fc.assert(
    fc.property(anyMarkdown, fc.constantFrom(120, 600, 2_400, 20_000), (markdown, budget) => {
      checkEverywhere(answerFrom(markdown, budget));
    }),
    { numRuns: 60 },
  );
}, 300_000);

test.each(WRAPPED.map((wrap) => [wrap('…'), wrap] as const))(
  'hostile text stays text in %j',
  (_name, wrap) => {
    for (const text of HOSTILE)
      checkEverywhere(answerFrom(wrap(text), 1_000_000, { title: text, trail: [text, text] }));
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
        const shown = showing({ audience, voted, command: name, sharedBy: name, addressee: name });
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
        checkReply({ kind: 'help', collections }, shown);
        checkReply({ kind: 'failure', reason: 'no-version', version: name, versions: [text, name] }, shown);
        checkMessage(renderNotice(text));
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

test('every section of the WorkOS docs becomes messages that Discord takes', async () => {
  const sections = await sectionsOfWorkos();
  expect(sections.length).toBeGreaterThan(2_400);
  const answers = sections.map(({ id, url, heading, trail, markdown }, number) =>
    answerFrom(markdown, number % 2 === 0 ? 600 : 2_400, { id, url, title: heading, trail }),
  );
  for (const [number, best] of answers.entries()) {
    const others = answers.slice(number + 1, number + 5);
    const audience = AUDIENCES[number % 4] ?? 'direct';
    const reply = results({ answers: [best, ...others], more: true });
    checkReply(reply, showing({ audience, voted: number % 5 === 0 }));
  }
}, 300_000);
