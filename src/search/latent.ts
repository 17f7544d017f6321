/**
 * A latent semantic index made from the docs themselves: terms and texts as points of one small space, in which words
 * that keep the same company are near each other. It finds "log out" near "session revocation" without a thesaurus.
 * The space is the leading right singular subspace of the weighted text × term matrix, found by randomised subspace
 * iteration (Halko, Martinsson & Tropp 2011, algorithm 4.4); a cosine in it needs no singular values.
 */
export interface LatentSpace {
  readonly dimensions: number;
  /** The row of each term id; -1 for a term outside the space. */
  readonly rows: Int32Array;
  /** `dimensions` numbers a row. */
  readonly terms: Float32Array;
}

/** Term ids and how much each of them says about a text. */
export interface WeightedTerms {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
}

export const LATENT_DIMENSIONS = 96;
const OVERSAMPLING = 8;
const ITERATIONS = 3;
/** More texts or terms than this do not make the space better, only slower to build. */
const SAMPLE = 4_000;
const TERM_LIMIT = 20_000;

/** Builds the space from texts; `termCount` is the size of the vocabulary. Same texts, same space. */
export function buildLatentSpace(texts: readonly WeightedTerms[], termCount: number): LatentSpace {
  const sampled = sample(texts);
  const { rows, size } = numberTerms(sampled, termCount);
  const matrix = sampled.map((text) => inColumns(text, rows));
  const rank = Math.min(LATENT_DIMENSIONS + OVERSAMPLING, matrix.length, size);
  let basis = randomColumns(rank, matrix.length);
  let axes: Float64Array[] = [];
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    orthonormalise(basis);
    axes = basis.map((column) => transposedTimes(matrix, column, size));
    orthonormalise(axes);
    if (iteration < ITERATIONS - 1) basis = axes.map((axis) => times(matrix, axis));
  }
  const dimensions = Math.min(LATENT_DIMENSIONS, rank);
  const terms = new Float32Array(size * dimensions);
  for (let row = 0; row < size; row += 1) {
    for (let d = 0; d < dimensions; d += 1) terms[row * dimensions + d] = axes[d]?.[row] ?? 0;
  }
  return { dimensions, rows, terms };
}

/** The unit vector of a text; all zero when none of its terms lies in the space. */
export function project(space: LatentSpace, text: WeightedTerms): Float32Array {
  const { dimensions, rows, terms } = space;
  const vector = new Float32Array(dimensions);
  text.ids.forEach((id, index) => {
    const row = rows[id] ?? -1;
    if (row < 0) return;
    const weight = text.weights[index] ?? 0;
    const offset = row * dimensions;
    for (let d = 0; d < dimensions; d += 1) vector[d] = (vector[d] ?? 0) + weight * (terms[offset + d] ?? 0);
  });
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((value) => value / length) : vector;
}

/** The cosine of a unit vector with row `row` of a matrix of unit vectors. */
export function cosine(vector: Float32Array, matrix: Float32Array, row: number): number {
  const offset = row * vector.length;
  let sum = 0;
  for (let d = 0; d < vector.length; d += 1) sum += (vector[d] ?? 0) * (matrix[offset + d] ?? 0);
  return sum;
}

function sample(texts: readonly WeightedTerms[]): readonly WeightedTerms[] {
  if (texts.length <= SAMPLE) return texts;
  const step = texts.length / SAMPLE;
  return Array.from({ length: SAMPLE }, (_, index) => texts[Math.floor(index * step)]).filter(
    (text) => text !== undefined,
  );
}

/** Rows for the terms that two texts or more hold; a term of one text alone connects nothing. */
function numberTerms(texts: readonly WeightedTerms[], termCount: number): { rows: Int32Array; size: number } {
  const counts = new Int32Array(termCount);
  for (const text of texts) for (const id of text.ids) counts[id] = (counts[id] ?? 0) + 1;
  const shared = Array.from(counts.keys()).filter((id) => (counts[id] ?? 0) > 1);
  if (shared.length > TERM_LIMIT) shared.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const rows = new Int32Array(termCount).fill(-1);
  const kept = shared.slice(0, TERM_LIMIT);
  kept.forEach((id, row) => {
    rows[id] = row;
  });
  return { rows, size: kept.length };
}

function inColumns(text: WeightedTerms, rows: Int32Array): WeightedTerms {
  const inside = (_: number, index: number): boolean => (rows[text.ids[index] ?? -1] ?? -1) >= 0;
  return { ids: text.ids.filter(inside).map((id) => rows[id] ?? 0), weights: text.weights.filter(inside) };
}

function times(matrix: readonly WeightedTerms[], axis: Float64Array): Float64Array {
  return Float64Array.from(matrix, ({ ids, weights }) => {
    let sum = 0;
    for (let i = 0; i < ids.length; i += 1) sum += (weights[i] ?? 0) * (axis[ids[i] ?? 0] ?? 0);
    return sum;
  });
}

function transposedTimes(matrix: readonly WeightedTerms[], column: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size);
  matrix.forEach(({ ids, weights }, r) => {
    const factor = column[r] ?? 0;
    for (let i = 0; i < ids.length; i += 1) {
      const target = ids[i] ?? 0;
      result[target] = (result[target] ?? 0) + factor * (weights[i] ?? 0);
    }
  });
  return result;
}

/** Gram–Schmidt in place, twice per column for numerical safety; a column that vanishes becomes zero. */
function orthonormalise(vectors: readonly Float64Array[]): void {
  vectors.forEach((vector, index) => {
    for (let pass = 0; pass < 2; pass += 1) {
      for (let other = 0; other < index; other += 1) subtractProjection(vector, vectors[other] ?? vector);
    }
    const length = Math.sqrt(dot(vector, vector));
    for (let i = 0; i < vector.length; i += 1) vector[i] = length > 1e-9 ? (vector[i] ?? 0) / length : 0;
  });
}

function subtractProjection(vector: Float64Array, unit: Float64Array): void {
  const factor = dot(vector, unit);
  for (let i = 0; i < vector.length; i += 1) vector[i] = (vector[i] ?? 0) - factor * (unit[i] ?? 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Pseudo-random columns from a fixed seed (mulberry32), so that an index can be built again. */
function randomColumns(count: number, size: number): Float64Array[] {
  let state = 0x9e3779b9;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
  return Array.from({ length: count }, () => Float64Array.from({ length: size }, next));
}
