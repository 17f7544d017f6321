import { describe, expect, test } from 'vitest';
import { buildEngine } from '../../src/search/engine.ts';
import { CORPUS } from '../ranking/corpus.ts';
import { bestFor, engineOf, filesFor, pagesOf, search, SETTINGS } from './pages.ts';

const kiln = engineOf(CORPUS);

describe('code', () => {
  const engine = engineOf({
    'users.mdx': `# Users
      ## Make one
      \`\`\`ts
      await client.createUser({ firstName: 'Ada' });
      \`\`\`
      ## Find one
      \`GET /v1/users/{id}\` wants an \`X-Request-Id\` header.`,
    'errors.mdx': '# Errors\n## invalid_grant\nThe code is spent.\n## ERR_4012\nThe door is shut.',
    'cli.mdx':
      '# Command line\nRun `tool deploy --dry-run` first, and read `tool.config.json`.\n## Clock\nThe timezone.',
    'other.mdx': '# Elsewhere\nRun, create, find, grant and deploy things; ask for a user, an id, an error.',
  });

  test.each([
    ['createUser', 'users.mdx Make one'],
    ['create_user', 'users.mdx Make one'],
    ['create user', 'users.mdx Make one'],
    ['GET /v1/users/{id}', 'users.mdx Find one'],
    ['/v1/users', 'users.mdx Find one'],
    ['x-request-id header', 'users.mdx Find one'],
    ['xRequestId', 'users.mdx Find one'],
    ['invalid_grant', 'errors.mdx invalid_grant'],
    ['invalid grant', 'errors.mdx invalid_grant'],
    ['why do I get ERR_4012?', 'errors.mdx ERR_4012'],
    ['--dry-run', 'cli.mdx Command line'],
    ['tool.config.json', 'cli.mdx Command line'],
    ['time zone', 'cli.mdx Clock'],
    ['time_zone', 'cli.mdx Clock'],
  ])('%s', (query, best) => {
    expect(bestFor(engine, query)).toBe(best);
  });
});

describe('languages', () => {
  const engine = engineOf({
    'zh.mdx': '# 身份验证\n使用密钥登录您的帐户。',
    'ja.mdx': '# ユーザー管理\nユーザーを招待する方法。',
    'ko.mdx': '# 사용자 인증\n비밀번호를 재설정하세요.',
    'th.mdx': '# การยืนยันตัวตน\nตั้งรหัสผ่านใหม่ในหน้าบัญชี',
    'de.mdx': '# Übersicht\nPrüfe die Schlüssel.',
    'el.mdx': '# Ταυτοποίηση\nΟ κωδικός πρόσβασης.',
  });

  test.each([
    ['密钥', 'zh.mdx'],
    ['怎么用密钥登录', 'zh.mdx'],
    ['招待', 'ja.mdx'],
    ['비밀번호 재설정', 'ko.mdx'],
    ['รหัสผ่าน', 'th.mdx'],
    ['ubersicht', 'de.mdx'],
    ['Schlussel', 'de.mdx'],
    ['ΚΩΔΙΚΌΣ', 'el.mdx'],
  ])('%s is found in %s', (query, file) => {
    expect(filesFor(engine, query)[0]).toBe(file);
  });
});

describe('questions', () => {
  test.each([
    ['How do I pause a queue?', 'guides/queues.mdx Pause a queue'],
    ['what is the default concurrency of a worker', 'guides/workers.mdx Concurrency'],
    ['Hello, is there any way to cancel my account please', 'billing.mdx Cancel'],
    ['retrying', 'guides/retries.mdx Retries'],
  ])('%s', (query, best) => {
    expect(bestFor(kiln, query)).toBe(best);
  });

  test('of stop words only are searched for by those', () => {
    const engine = engineOf({ 'a.mdx': '# What and why\nWords.', 'b.mdx': '# Other\nNothing.' });
    expect(filesFor(engine, 'what and why')[0]).toBe('a.mdx');
  });
});

describe('synonyms', () => {
  const files = {
    'sso.mdx': '# Single sign-on\nOne password for all.',
    'erase.mdx': '# Erase data\nGone for good.',
    'other.mdx': '# Other\nA sign, a single one, on a page.',
  };
  const engine = engineOf(files, {
    synonyms: [
      ['SSO', 'single sign-on'],
      ['delete', 'erase', 'remove'],
    ],
  });

  test.each([
    ['sso', 'sso.mdx'],
    ['how do I set up SSO', 'sso.mdx'],
    ['deleting data', 'erase.mdx'],
    ['removed', 'erase.mdx'],
  ])('%s', (query, file) => {
    expect(filesFor(engine, query)[0]).toBe(file);
    expect(filesFor(engineOf(files), query)[0] === file).toBe(query.includes('data'));
  });

  test('are marked in a text', () => {
    const text = 'Erase it.';
    const [span] = search(engine, 'delete').match(text);
    expect(text.slice(span?.start, span?.end)).toBe('Erase');
  });

  test('of several words are marked without those that say nothing', () => {
    const idp = { 'idp.mdx': '# Provider for identities\nA provider for identities.' };
    const { match } = search(engineOf(idp, { synonyms: [['idp', 'provider for identities']] }), 'idp');
    const text = 'A provider for identities, for all.';
    expect(match(text).map(({ start, end }) => text.slice(start, end))).toEqual(['provider', 'identities']);
  });
});

describe('misspelt words', () => {
  test.each([
    ['idempotnecy', 'guides/idempotency.mdx', 'idempotency'],
    ['wbehook signatures', 'security/webhook-signatures.mdx', 'webhook signatures'],
    ['How to verify a “Signaturre”?', 'security/webhook-signatures.mdx', 'How to verify a “signature”?'],
    ['Okat', 'security/single-sign-on.mdx', 'okta'],
  ])('%s is found, and spelt as the docs spell it', (query, file, didYouMean) => {
    const found = search(kiln, query);
    expect(found.hits[0]?.page.file).toBe(file);
    expect(found.didYouMean).toBe(didYouMean);
  });

  test.each(['queue', 'kiln webhooks', 'GET /v1/jobs', 'zzzzqq', 'xy', ''])('%s is left alone', (query) => {
    expect(search(kiln, query).didYouMean).toBe('');
  });

  test('a word that the docs know is no slip for another', () => {
    const engine = engineOf({ 'form.mdx': '# Form\nA form.', 'from.mdx': '# Farm\nA farm.' });
    expect(filesFor(engine, 'form')).toEqual(['form.mdx']);
  });
});

describe('phrases in quotes', () => {
  const engine = engineOf({
    'apart.mdx': '# Access token\nA token of access: refresh it. The refresh is a token.',
    'phrase.mdx': '# Sessions\nEach session has a refresh token of its own.',
    'code.mdx': '# Example\n```sh\necho refresh token\n```',
  });

  test('keep to the pages that hold them, word after word', () => {
    expect(filesFor(engine, 'refresh token')).toHaveLength(3);
    for (const query of ['"refresh token"', '“refresh tokens”', 'what is a «refresh token»'])
      expect(filesFor(engine, query).toSorted(), query).toEqual(['code.mdx', 'phrase.mdx']);
  });

  test('that no page holds are words like others', () => {
    expect(filesFor(engine, '"token refresh session"')).toHaveLength(3);
  });

  test('are found though many pages hold their words more often', () => {
    const files = Object.fromEntries(
      Array.from({ length: 100 }, (_, number) => [`${number}.mdx`, '# Fire fly\nFly, fire! Fire: a fly.']),
    );
    const many = engineOf({
      ...files,
      'phrase.mdx': `# Other\nA long text. ${'And so on. '.repeat(50)} Fly or fire.`,
    });
    expect(filesFor(many, '"fly or fire"')).toEqual(['phrase.mdx']);
  });
});

describe('ranking', () => {
  test('puts the page about a thing before those that mention it', () => {
    const engine = engineOf({
      'about.mdx': '# Webhooks\nWe call you.\n## Retries\nUp to 8 times.',
      'mentions.mdx': `# Events\n${'Events go out as webhooks. A webhook is sent. Webhooks again. '.repeat(5)}`,
      'list.mdx': '# Changes\nWebhooks, webhooks, webhooks.\n## Webhooks in June\nNew webhooks.',
    });
    expect(filesFor(engine, 'webhooks')[0]).toBe('about.mdx');
    expect(filesFor(engine, 'what are webhooks?')[0]).toBe('about.mdx');
  });

  test('gives each page one place, with its best section', () => {
    const sections = Array.from(
      { length: 30 },
      (_, number) => `## Zebra ${number}\nA zebra, number ${number}.`,
    );
    const engine = engineOf({
      'zebra.mdx': `# Zebras\n${sections.join('\n')}`,
      'zoo.mdx': '# Zoo\nIt has a zebra.',
      'food.mdx': '# Food\nA zebra eats grass.',
    });
    expect(filesFor(engine, 'zebra').toSorted()).toEqual(['food.mdx', 'zebra.mdx', 'zoo.mdx']);
    expect(bestFor(engine, 'zebra 17')).toBe('zebra.mdx Zebra 17');
  });

  test('names the words of the question that a page holds', () => {
    const [hit] = search(kiln, 'please rotate my API Key on mars').hits;
    expect(hit?.terms).toEqual(['rotate', 'API', 'Key']);
  });

  test('is the same each time', () => {
    const again = engineOf(CORPUS);
    for (const query of ['job', 'failed jobs', 'sign in'])
      expect(search(again, query).hits).toEqual(search(kiln, query).hits);
  });
});

describe('texts of links', () => {
  const files = {
    'a.mdx': '# Access\nEverything about it.',
    'b.mdx': '# Notes\nSee [the golden door](/a).',
    'c.mdx': '# More\nRead [the golden door](/a#part), or go through another door.',
    'd.mdx': '# Doors\nA golden thing.',
  };

  test('lead to the page behind them', () => {
    const engine = buildEngine(pagesOf(files), SETTINGS);
    const terms = (query: string) => search(engine, query).hits.find(({ page }) => page.file === 'a.mdx');
    expect(terms('access golden door')?.terms).toEqual(['access', 'golden', 'door']);
  });

  test('count for nothing when they are switched off', () => {
    const engine = buildEngine(pagesOf(files), { ...SETTINGS, linkText: false });
    const hit = search(engine, 'access golden door').hits.find(({ page }) => page.file === 'a.mdx');
    expect(hit?.terms).toEqual(['access']);
  });
});

describe('collections', () => {
  const engine = buildEngine(
    [...pagesOf({ 'job.mdx': '# Jobs\nA guide.' }), ...pagesOf({ 'job.mdx': '# Jobs\nA list.' }, 'api')],
    SETTINGS,
  );

  test.each([
    [[], ['docs', 'api']],
    [['api'], ['api']],
    [
      ['docs', 'api'],
      ['docs', 'api'],
    ],
    [['none'], []],
  ])('%j', (collections, found) => {
    const hits = search(engine, 'jobs', { collections }).hits;
    expect(hits.map(({ page }) => page.collection)).toEqual(found);
    expect(engine.suggest('jo', { limit: 5, collections }).map(({ page }) => page.collection)).toEqual(found);
  });

  test('keep a URL of another one from being found', () => {
    expect(
      search(engine, 'https://docs.example/job', { collections: ['api'] }).hits[0]?.page.collection,
    ).toBe('api');
  });
});

test('a section is looked up by its id', () => {
  const section = kiln.pages[1]?.sections[1];
  expect(kiln.section(section?.id ?? '')).toEqual({ page: kiln.pages[1], section });
  expect(kiln.section('gone')).toBeUndefined();
  expect(kiln.section('__proto__')).toBeUndefined();
});

test('no page gives no hit, one page gives itself', () => {
  const none = engineOf({});
  expect(search(none, 'queue')).toMatchObject({ hits: [], confidence: 0, didYouMean: '' });
  expect(none.suggest('que', { limit: 5, collections: [] })).toEqual([]);
  expect(filesFor(engineOf({ 'queue.mdx': '# Queues\nThey hold jobs.' }), 'what holds jobs?')).toEqual([
    'queue.mdx',
  ]);
});
