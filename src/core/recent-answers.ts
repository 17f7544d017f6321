import type { ResultsReply } from './reply.ts';
import type { SearchEngine } from './search-engine.ts';

/** Replies that are kept. An excerpt that has been read weighs some kilobytes. */
const KEPT = 500;

/**
 * The replies to what was asked last, with the excerpts that were cut for them: a vote, a shared reply and a popular question
 * ask for the same again. A new index forgets all of them.
 */
export class RecentAnswers {
  readonly #replies = new Map<string, ResultsReply>();
  #engine: SearchEngine | undefined;

  /** The reply to the same question by the same index, else a new one. */
  find(engine: SearchEngine, key: string, make: () => ResultsReply): ResultsReply {
    if (engine !== this.#engine) this.#replies.clear();
    this.#engine = engine;
    const reply = this.#replies.get(key) ?? make();
    // What was asked last stands last.
    this.#replies.delete(key);
    this.#replies.set(key, reply);
    const [oldest] = this.#replies.keys();
    if (this.#replies.size > KEPT && oldest !== undefined) this.#replies.delete(oldest);
    return reply;
  }
}
