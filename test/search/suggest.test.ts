import { describe, expect, test } from 'vitest';
import { CORPUS } from '../ranking/corpus.ts';
import { engineOf } from './pages.ts';

const kiln = engineOf(CORPUS);

function suggested(text: string, limit = 5): string[] {
  return kiln
    .suggest(text, { limit, collections: [] })
    .map(({ page, section }) => `${page.file} ${section.heading}`);
}

describe('while somebody types', () => {
  test.each([
    ['webh', 'webhooks.mdx Webhooks'],
    ['webhook sig', 'security/webhook-signatures.mdx Webhook signatures'],
    ['rate li', 'reference/rate-limits.mdx Rate limits'],
    ['API k', 'security/api-keys.mdx API keys'],
    ['how do I paus', 'guides/queues.mdx Pause a queue'],
    ['dead lett', 'guides/dead-letters.mdx Dead letters'],
    ['quick start', 'quick-start.mdx Quick start'],
  ])('%s is completed', (text, first) => {
    expect(suggested(text)[0]).toBe(first);
  });

  test('each further letter keeps what fits', () => {
    const title = 'idempotency';
    for (let length = 2; length <= title.length; length += 1) {
      expect(suggested(title.slice(0, length)), title.slice(0, length)).toContain(
        'guides/idempotency.mdx Idempotency',
      );
    }
  });

  test('further sections of the best page follow', () => {
    expect(suggested('audit l', 20)).toContain('security/audit-log.mdx Export');
  });

  test('nothing typed yet gives the pages that most others link to', () => {
    expect(suggested('', 3)).toHaveLength(3);
    const engine = engineOf({
      'a.mdx': '# A\nSee [b](/b).',
      'b.mdx': '# B\nSee [c](/c).',
      'c.mdx': '# C\nSee [b](/b).',
    });
    expect(engine.suggest(' ', { limit: 1, collections: [] })[0]?.page.file).toBe('b.mdx');
  });

  test('what the docs know nothing of gives nothing', () => {
    expect(suggested('zzqx')).toEqual([]);
  });
});
