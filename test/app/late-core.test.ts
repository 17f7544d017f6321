import { expect, test } from 'vitest';
import { lateCore } from '../../src/app/late-core.ts';
import type { QueryCore } from '../../src/core/query.ts';
import type { HelpReply } from '../../src/core/reply.ts';
import { createFakeCore } from '../platforms/web/fake-core.ts';

const HELP: HelpReply = { kind: 'help', collections: [] };
const QUESTION = {
  id: '',
  text: 'zebra',
  platform: 'mcp',
  workspace: '',
  place: '',
  asker: '',
  visibility: 'private',
  collections: [],
  version: '',
  locale: '',
} as const;

test('a core that is not there yet is not ready, and tells how to ask', () => {
  const core = lateCore(() => undefined, HELP);
  const notReady = { kind: 'failure', reason: 'not-ready' };
  expect([core.ask(QUESTION), core.show('id'), core.open('https://animals.example')]).toEqual([
    notReady,
    notReady,
    notReady,
  ]);
  expect(core.suggest('zeb', { limit: 1, collections: [], version: '', locale: '' })).toEqual([]);
  expect(core.help()).toBe(HELP);
});

test('a core that has come answers', () => {
  const cores: QueryCore[] = [];
  const core = lateCore(() => cores[0], HELP);
  const come = createFakeCore();
  cores.push(come);
  expect(core.ask(QUESTION)).toEqual(come.ask(QUESTION));
  expect(core.help()).toEqual(come.help());
});
