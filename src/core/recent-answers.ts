/** Answers that are kept. An excerpt that has been read weighs some kilobytes. */
const KEPT = 500;

/**
 * What was answered last, with the excerpts that were cut for it: a vote, a shared reply and a popular question ask for the
 * same again. A new source, such as a new index, forgets all of it.
 */
export class RecentAnswers<Source extends object, Answer> {
  readonly #answers = new Map<string, Answer>();
  #source: Source | undefined;

  /** The answer that was made for the same key from the same source, else a new one. */
  find(source: Source, key: string, make: () => Answer): Answer {
    if (source !== this.#source) this.#answers.clear();
    this.#source = source;
    const answer = this.#answers.get(key) ?? make();
    // What was asked last stands last.
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > KEPT && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}
