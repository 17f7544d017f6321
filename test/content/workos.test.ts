import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Nodes, Root } from 'mdast';
import { loadConfig } from '../../src/config/load.ts';
import { Collection } from '../../src/content/collection.ts';
import { findDeadLinks } from '../../src/content/dead-links.ts';
import { createFolderSource } from '../../src/content/folder-source.ts';
import { findPackage } from '../../src/content/package-source.ts';
import { parseMarkdown } from '../../src/content/parse-markdown.ts';
import { writeMarkdown } from '../../src/content/to-markdown.ts';
import type { Page, Section } from '../../src/core/page.ts';
import type { Problem } from '../../src/core/problem.ts';
import { allNodes } from '../core/markdown.ts';

const CONFIG = join(import.meta.dirname, '../../config/workos.yaml');

/** Sections that the docs link to and that are not there, on their own site neither. */
const GONE_SECTIONS = [
  '/directory-sync/attributes/custom-attributes/auto-mapped-attributes',
  '/directory-sync/attributes/custom-attributes/custom-mapped-attributes',
  '/fga/warrants#group-warrants',
  '/user-management/branding#custom-code-details-and-limitations',
  '/user-management/vanilla/nodejs/3-handle-the-user-session/save-the-encrypted-session',
];

/** Links to places of the site that are not in the package, and links that lack the slash that they should begin with. */
const GONE_PAGES = [
  '/',
  '/fga/fga/policies/warrant-policies/context',
  '/integrations',
  '/integrations/admin-portal',
  '/integrations/glossary/redirect-uri',
  '/integrations/reference/sso/get-authorization-url',
  '/mfa/ux/mfa/1-create-an-authentication-factor/enroll-the-authentication-factor',
  '/mfa/ux/mfa/ux/enrollment/let-users-choose-their-primary-method',
  '/migrate',
  '/reference/user-management/session-tokens/reference/user-management/authentication/refresh-token',
  '/reference/workos-connect/token/reference/workos-connect/token/authorization-code-grant/access-token',
  '/reference/workos-connect/token/reference/workos-connect/token/authorization-code-grant/id-token',
  '/user-management/reference/user-management/authentication/refresh-token',
  '/user-management/reference/user-management/user',
  '/user-management/user-management/sessions/integrating-sessions',
];

let pages: readonly Page[];
let problems: readonly Problem[];
let sections: readonly Section[];
/** The trees of the sections' Markdown, in their order. */
let trees: readonly Root[];

beforeAll(async () => {
  const loaded = await loadConfig(CONFIG);
  const rules = loaded.kind === 'config' ? loaded.config.collections[0] : undefined;
  if (rules?.source.kind !== 'package') throw new Error(`${CONFIG} reads no package`);
  const root = await findPackage(rules.source.package, import.meta.dirname);
  if (root === undefined) throw new Error('run npm install');
  const options = { ...rules, collection: rules.name, folder: join(root, rules.source.path) };
  const collection = new Collection(createFolderSource(options), rules);
  await collection.read();
  pages = await collection.build();
  problems = collection.problems();
  sections = pages.flatMap((page) => page.sections);
  trees = sections.map(({ markdown }) => parseMarkdown(markdown));
});

/** The text of a tree that is no code. */
function prose(node: Nodes): string[] {
  return allNodes(node).flatMap((one) => (one.type === 'text' ? [one.value] : []));
}

/** Sections whose prose holds what a reader should not see, with the text. */
function leftovers(pattern: RegExp): string[] {
  return trees.flatMap((tree, index) =>
    prose(tree).flatMap((text) => (pattern.test(text) ? [`${sections[index]?.url}: ${text}`] : [])),
  );
}

function sectionAt(url: string): Section | undefined {
  return sections.find((section) => section.url === `https://workos.com/docs${url}`);
}

describe('the WorkOS docs', () => {
  test('are read without a problem', () => {
    expect(problems).toEqual([]);
    expect(pages).toHaveLength(425);
    expect(sections.length).toBeGreaterThan(2400);
  });

  test('have sections at all places that they link to, but for what is gone', () => {
    const dead = findDeadLinks(pages).flatMap(
      ({ message }) => /leads to https:\/\/workos\.com\/docs(\S*),/u.exec(message)?.[1] ?? [],
    );
    expect([...new Set(dead)].sort()).toEqual([...GONE_SECTIONS, ...GONE_PAGES].sort());
    expect(pages.reduce((sum, { links }) => sum + links.length, 0)).toBeGreaterThan(800);
  });

  test.each([
    ['/sso/1-add-sso-to-your-app/add-a-callback-endpoint', 'Add a callback endpoint'],
    ['/glossary/oauth-2-0', 'OAuth 2.0'],
    ['/events/directory-sync', 'Directory Sync events'],
    ['/directory-sync/understanding-events/directory-events/dsync-activated', 'dsync.activated'],
  ])('have the addresses of their site: %s', (url, heading) => {
    expect(sectionAt(url)?.heading).toBe(heading);
  });

  test('tell from structured frontmatter what a parameter does', () => {
    const section = sections.find(
      ({ markdown }) => markdown.includes('`op` (') && markdown.includes('`checks`'),
    );
    expect(section?.heading).toMatch(/check/iu);
  });

  test('have titles, all of them', () => {
    expect(pages.filter(({ title }) => title.trim() === '')).toEqual([]);
    expect(sections.filter(({ heading }) => heading.trim() === '')).toEqual([]);
  });

  test('have ids that are unique', () => {
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
  });

  test('are in normal form', () => {
    const odd = sections.filter(
      ({ markdown }, index) => writeMarkdown(trees[index]?.children ?? []) !== markdown,
    );
    expect(odd.map(({ url }) => url)).toEqual([]);
  });

  test('hold plain Markdown only', () => {
    const types = trees.flatMap((tree) => allNodes(tree).map(({ type }) => type));
    expect(
      [...new Set(types)].filter((type) => ['html', 'image', 'heading', 'definition'].includes(type)),
    ).toEqual([]);
  });

  test.each([
    ['annotations', /\{\{|\[border=/u],
    ['tags', /<\/?[A-Z][\w.]*(?:\s[^>]*)?\/?>$/mu],
    ['imports and exports', /^(?:import|export)\s.*['"{]/mu],
    ['directives and conditions', /:::|^\$ *\w+=|^\| \w/mu],
    ['character references', /&#?\w+;/u],
  ])('leave no %s in their prose', (_what, pattern) => {
    expect(leftovers(pattern)).toEqual([]);
  });

  test('link to nothing that is relative or unsafe', () => {
    const links = trees.flatMap((tree) =>
      allNodes(tree).flatMap((node) => (node.type === 'link' ? [node.url] : [])),
    );
    expect(links.filter((url) => !/^(?:https?:\/\/|mailto:)/u.test(url))).toEqual([]);
  });
});
