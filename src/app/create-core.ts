import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Config } from '../config/schema.ts';
import { parseMarkdown } from '../content/parse-markdown.ts';
import type { EntrySearch } from '../core/entry-search.ts';
import { createQueryCore } from '../core/query.ts';
import type { QueryCore } from '../core/query.ts';
import type { Question } from '../core/question.ts';
import type { Reply } from '../core/reply.ts';
import type { SearchEngine } from '../core/search-engine.ts';
import type { AskedQuestion, QuestionLog } from '../core/store.ts';
import type { Log } from '../log.ts';
import { docsHelp, feedsHelp } from './collection-help.ts';

export interface CoreOptions {
  readonly config: Config;
  readonly log: Log;
  /** What outlives a restart; undefined: nothing does. */
  readonly questions: QuestionLog | undefined;
  /** The entries of the feeds; undefined until they are read. */
  readonly entries: () => EntrySearch | undefined;
}

/** The query core of a config, over an engine that may come and go. */
export function createCore(
  { config, log, questions, entries }: CoreOptions,
  engine: () => SearchEngine | undefined,
): QueryCore {
  return createQueryCore({
    engine,
    parse: parseMarkdown,
    clock: () => performance.now(),
    settings: config.answers,
    collections: docsHelp(config),
    entries,
    feeds: feedsHelp(config),
    now: () => new Date(),
    newsDays: config.changelog.mention,
    onError: (error, { platform }) => log.error({ err: error, platform }, 'a question could not be answered'),
    record: (question, reply) => {
      log.debug({ platform: question.platform, reply: reply.kind, ...outcomeOf(reply) }, 'answered');
      // The same question is shown as another platform would show it; nobody asked it twice.
      if (question.platform === 'preview') return;
      questions?.record(askedQuestion(question, reply)).catch((error: unknown) => {
        log.warn({ err: error }, 'a question could not be recorded');
      });
    },
  });
}

function outcomeOf(reply: Reply): object {
  if (reply.kind !== 'results') return {};
  const { outcome, confidence, tookMs } = reply;
  return { outcome, confidence, tookMs };
}

function askedQuestion(
  { id, platform, workspace, place, text, collections }: Question,
  reply: Reply,
): AskedQuestion {
  const asked = { id: id || randomUUID(), platform, workspace, place, text, collections };
  return { ...asked, ...whatCameOfIt(reply), at: new Date() };
}

function whatCameOfIt(reply: Reply): Pick<AskedQuestion, 'outcome' | 'confidence' | 'sections'> {
  switch (reply.kind) {
    case 'results': {
      const { outcome, confidence, answers } = reply;
      return { outcome, confidence, sections: answers.map((answer) => answer.id) };
    }
    case 'entries':
      return reply.entries.length === 0
        ? { outcome: 'nothing', confidence: 0, sections: [] }
        : { outcome: 'answered', confidence: 1, sections: [] };
    default:
      return { outcome: 'failed', confidence: 0, sections: [] };
  }
}
