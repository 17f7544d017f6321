import { expect, test } from 'vitest';
import { RecentAnswers } from '../../src/core/recent-answers.ts';
import type { ResultsReply } from '../../src/core/reply.ts';
import type { SearchEngine } from '../../src/core/search-engine.ts';
import { createFakeEngine } from '../fakes/search-engine.ts';

const ENGINE = createFakeEngine([]);

function replyTo(query: string): ResultsReply {
  const rest = {
    answers: [],
    news: [],
    offset: 0,
    more: false,
    didYouMean: '',
    tookMs: 0,
    confidence: 0,
  } as const;
  return { kind: 'results', outcome: 'nothing', query, ...rest };
}

/** What was made, and a way to ask. */
function asking(): { made: string[]; ask: (key: string, engine?: SearchEngine) => ResultsReply } {
  const made: string[] = [];
  const recent = new RecentAnswers<SearchEngine, ResultsReply>();
  return {
    made,
    ask: (key, engine = ENGINE) =>
      recent.find(engine, key, () => {
        made.push(key);
        return replyTo(key);
      }),
  };
}

test('what was asked before is not searched for again', () => {
  const { made, ask } = asking();
  const first = ask('a');
  ask('b');
  expect(ask('a')).toBe(first);
  expect(made).toEqual(['a', 'b']);
});

test('a new index is asked anew', () => {
  const { made, ask } = asking();
  ask('a');
  ask('a', createFakeEngine([]));
  expect(made).toEqual(['a', 'a']);
});

test('what was asked longest ago is forgotten first', () => {
  const { made, ask } = asking();
  ask('old');
  ask('popular');
  for (let number = 0; number < 498; number += 1) ask(String(number));
  ask('popular');
  ask('one more');
  made.length = 0;
  ask('popular');
  ask('old');
  expect(made).toEqual(['old']);
});
