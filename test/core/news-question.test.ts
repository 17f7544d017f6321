import { describe, expect, test } from 'vitest';
import { readNewsQuestion } from '../../src/core/news-question.ts';

/** Questions about what is new, each with its subject. */
const NEWS: readonly (readonly [question: string, subject: string])[] = [
  ['what changed for SSO lately', 'SSO'],
  ["what's new", ''],
  ['What’s new in AuthKit?', 'AuthKit'],
  ["hey, what's new?", ''],
  ['any news about webhooks?', 'webhooks'],
  ['webhooks news', 'webhooks'],
  ['news on radar', 'radar'],
  ['latest news', ''],
  ['latest release', ''],
  ["what's the latest release of the node sdk", 'node sdk'],
  ['release notes', ''],
  ['release notes for the node sdk', 'node sdk'],
  ['show me the changelog', ''],
  ['changelog directory sync', 'directory sync'],
  ['sso changelog', 'sso'],
  ['recently added', ''],
  ['recently released features', ''],
  ['recent announcements', ''],
  ['was there an announcement about MFA?', 'MFA'],
  ['was anything announced about vault', 'vault'],
  ['when was MCP authorization announced', 'MCP authorization'],
  ['what have you announced about MCP', 'MCP'],
  ['what was released this week', ''],
  ['what did you ship last week', ''],
  ['what did you ship last week in AuthKit', 'AuthKit'],
  ['what has changed recently', ''],
  ["What's new since last month", ''],
  ["what's changed in SSO", 'SSO'],
  ['tell me what changed in FGA', 'FGA'],
  ['did anything change in directory sync', 'directory sync'],
  ['has SSO changed recently', 'SSO'],
  ['have there been changes to session tokens recently', 'session tokens'],
  ["what's been added to FGA recently", 'FGA'],
  ['what got added to widgets this week', 'widgets'],
  ['what features did you add to AuthKit lately', 'AuthKit'],
  ['what new features are there in the admin portal', 'admin portal'],
  ['what are the latest features of AuthKit', 'AuthKit'],
  ['new features this month', ''],
  ['recent changes to the API', 'API'],
  ['latest changes to admin portal', 'admin portal'],
  ['authkit recent changes', 'authkit'],
  ['any recent updates on RBAC?', 'RBAC'],
  ['updates about audit logs lately', 'audit logs'],
  ['anything new with SCIM?', 'SCIM'],
  ['is there anything new about passkeys', 'passkeys'],
  ['are there any breaking changes in the last release', 'breaking'],
  ['breaking changes in the node sdk', 'breaking changes in the node sdk'],
  ['what is new in version 2.0', 'version 2.0'],
];

/** Questions of the docs that have the same words in them. */
const DOCS: readonly string[] = [
  'how do I change the email address of a user',
  'changing email addresses',
  'what is a new user',
  'new user sign up',
  'create a new organization',
  'how to add a new domain',
  'what is the new endpoint for invitations',
  'what is the difference between new and old keys',
  'update a directory group',
  'is there an update endpoint for users',
  'how are updates to directory users handled',
  'user updates webhook',
  'webhook events for updated users',
  'what events are sent when a user is updated',
  'which users were updated recently',
  'what are directory group updated events',
  'updated_at',
  'last updated at timestamp',
  'latest API version header',
  'install the latest version of the node sdk',
  'migrate to the latest sdk',
  'what is the latest TLS version supported',
  'list recent events',
  'recently deleted users',
  'recently added users',
  'get users added this week',
  "what's a recent login",
  'who deleted my queue? is there a log of changes',
  'feature flags',
  'are there features for custom branding',
  'enable new features for an organization',
  'release a domain',
  'what is release management',
  'announce an incident',
  'newsletter subscription',
  'how do I subscribe to the changelog',
  'subscribe to the changelog',
  'what changes when I enable MFA',
  'what happens when a user changes their email',
  'does the token change after refresh',
  'why did my access token change',
  'handle breaking changes in the API',
  'a change to the user profile',
  'change password today',
  'hello',
  '???',
];

describe('news are asked for', () => {
  test.each(NEWS)('by: %s', (question, subject) => {
    expect(readNewsQuestion(question)?.subject).toBe(subject);
  });
});

describe('the docs are asked', () => {
  test.each(DOCS)('by: %s', (question) => {
    expect(readNewsQuestion(question)).toBeUndefined();
  });
});

test('a long text asks nothing about news, whatever is in it', () => {
  expect(readNewsQuestion(`what's new ${'and so on '.repeat(20)}`)).toBeUndefined();
});
