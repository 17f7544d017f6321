/** Numbers the terms of an index. It only grows, so that an index and its successor can share it. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #words = new Map<string, number>();

  /** Restores a vocabulary from its terms, in the order of their ids, and its words. */
  static of(terms: Iterable<string>, words: Iterable<readonly [string, number]>): Vocabulary {
    const vocabulary = new Vocabulary();
    for (const term of terms) vocabulary.add(term);
    for (const [word, id] of words) vocabulary.#words.set(word, id);
    return vocabulary;
  }

  /** The number of known terms. */
  get size(): number {
    return this.#terms.length;
  }

  /** Every term, in the order of the ids. */
  get terms(): readonly string[] {
    return this.#terms;
  }

  /** Words as they are written, in lower case, with the ids of their terms. */
  get words(): ReadonlyMap<string, number> {
    return this.#words;
  }

  /** The id of a term, a new one when it has none. */
  add(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.#terms.push(term) - 1;
    this.#ids.set(term, id);
    return id;
  }

  /** The same for a word of prose, which is kept as it is written: misspelt words are looked for among these. */
  addWord(word: string, term: string): number {
    const id = this.add(term);
    this.#words.set(word.toLowerCase(), id);
    return id;
  }

  /** The id of a term; undefined when no page ever held it. */
  id(term: string): number | undefined {
    return this.#ids.get(term);
  }
}
