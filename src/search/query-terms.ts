import type { PageIndex } from './page-index.ts';
import type { Concept, ReadQuery } from './query.ts';

/** How often each term of a query occurs somewhere, by slot; counts are weighted and need not be whole. */
export type TermCounts = Float64Array;

interface SlottedAlternative {
  readonly slots: readonly number[];
  readonly weight: number;
}

const COMPOUND_SHARE = 0.5;

/** The terms of one query, numbered, to count them fast in fields of term ids. */
export class QueryTerms {
  readonly #index: PageIndex;
  readonly #weight: number;
  readonly #slots: Int16Array;
  readonly #ids: readonly number[];
  /** How much of a heading a term is that the query asks for; of a compound, only a part is asked for. */
  readonly #shares: Float64Array;
  readonly #concepts: readonly {
    readonly idf: number;
    readonly alternatives: readonly SlottedAlternative[];
  }[];

  constructor(index: PageIndex, query: ReadQuery) {
    this.#index = index;
    this.#weight = query.weight > 0 ? query.weight : 1;
    this.#slots = new Int16Array(index.vocabulary.size).fill(-1);
    this.#ids = distinctIds(query.concepts);
    this.#ids.forEach((id, slot) => {
      this.#slots[id] = slot;
    });
    this.#shares = new Float64Array(this.#ids.length).fill(COMPOUND_SHARE);
    for (const { ids, isCompound } of query.concepts.flatMap(({ alternatives }) => alternatives))
      if (isCompound !== true) for (const id of ids) this.#shares[this.#slots[id] ?? -1] = 1;
    this.#concepts = query.concepts.map(({ idf, alternatives }) => ({
      idf,
      alternatives: alternatives.map(({ ids, weight }) => ({
        slots: ids.map((id) => this.#slots[id] ?? -1),
        weight,
      })),
    }));
  }

  /** No term counted yet. */
  none(): TermCounts {
    return new Float64Array(this.#ids.length);
  }

  /** Adds `by` for each occurrence of a term of the query; true when there is any. */
  count(field: Int32Array, counts: TermCounts, by: number): boolean {
    const slots = this.#slots;
    let any = false;
    for (let i = 0; i < field.length; i += 1) {
      const slot = slots[field[i] ?? 0] ?? -1;
      if (slot < 0) continue;
      counts[slot] = (counts[slot] ?? 0) + by;
      any = true;
    }
    return any;
  }

  /** BM25F's sum over the query's concepts, each saturated once, divided by what there was to find: 0 to 2. */
  saturated(counts: TermCounts): number {
    let sum = 0;
    for (const { idf, alternatives } of this.#concepts) {
      sum += idf * bestPresence(alternatives, counts);
    }
    return sum / this.#weight;
  }

  /** The share of the query, by idf, that is there at all: 0 to 1. */
  coverage(counts: TermCounts): number {
    let sum = 0;
    for (const { idf, alternatives } of this.#concepts) {
      let best = 0;
      for (const { slots, weight } of alternatives) {
        if (weight > best && slots.every((slot) => (counts[slot] ?? 0) > 0)) best = weight;
      }
      sum += idf * best;
    }
    return sum / this.#weight;
  }

  /** The share of some ids that are there: 0 to 1. */
  shareThere(ids: readonly number[], counts: TermCounts): number {
    if (ids.length === 0) return 0;
    return ids.filter((id) => (counts[this.#slots[id] ?? -1] ?? 0) > 0).length / ids.length;
  }

  /** The numbers of the query's concepts that are there. */
  present(counts: TermCounts): readonly number[] {
    return this.#concepts.flatMap(({ alternatives }, number) =>
      bestPresence(alternatives, counts) > 0 ? [number] : [],
    );
  }

  /** The share of a field, by idf and without stop words, that the query asks for: 0 to 1. */
  shareOf(field: Int32Array): number {
    const { idf, stops } = this.#index;
    let asked = 0;
    let all = 0;
    for (const id of field) {
      if (stops[id] === 1) continue;
      const weight = idf[id] ?? 0;
      all += weight;
      asked += weight * (this.#shares[this.#slots[id] ?? -1] ?? 0);
    }
    return all > 0 ? asked / all : 0;
  }

  /** How often different terms of the query stand within three words of each other, nearer ones counting more: 0 to 1. */
  proximity(field: Int32Array): number {
    const slots = this.#slots;
    let previous = -1;
    let at = 0;
    let sum = 0;
    for (let i = 0; i < field.length; i += 1) {
      const slot = slots[field[i] ?? 0] ?? -1;
      if (slot < 0) continue;
      if (previous >= 0 && previous !== slot && i - at <= 3) sum += 1 / (i - at);
      previous = slot;
      at = i;
    }
    return sum / (sum + 2);
  }
}

function distinctIds(concepts: readonly Concept[]): number[] {
  return [...new Set(concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ ids }) => ids)))];
}

/** Saturated once, 0 to 2: an alternative of several terms is there as often as the rarest of them. */
function bestPresence(alternatives: readonly SlottedAlternative[], counts: TermCounts): number {
  let best = 0;
  for (const { slots, weight } of alternatives) {
    let rarest = Number.POSITIVE_INFINITY;
    for (const slot of slots) rarest = Math.min(rarest, counts[slot] ?? 0);
    best = Math.max(best, (weight * 2 * rarest) / (1 + rarest));
  }
  return best;
}
