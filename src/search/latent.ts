/**
 * A latent semantic index made from the docs themselves: terms and texts as points of one small space, in which words
 * that keep the same company are near each other. It finds "log out" near "session revocation" without a thesaurus.
 * The space is the leading right singular subspace of the weighted text × term matrix, found by randomised subspace
 * iteration (Halko, Martinsson & Tropp 2011, algorithm 4.4, with Cholesky's factor for QR); a cosine in it needs no singular values.
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

/** A space in which nothing is near anything. */
export const NO_LATENT_SPACE: LatentSpace = {
  dimensions: 0,
  rows: new Int32Array(),
  terms: new Float32Array(),
};

/** Builds the space from texts; `termCount` is the size of the vocabulary. Same texts, same space. */
export function buildLatentSpace(texts: readonly WeightedTerms[], termCount: number): LatentSpace {
  const sampled = sample(texts);
  const { rows, size } = numberTerms(sampled, termCount);
  const matrix = sampled.map((text) => inColumns(text, rows));
  const width = Math.min(LATENT_DIMENSIONS + OVERSAMPLING, matrix.length, size);
  let basis = randomRows(matrix.length, width);
  for (let iteration = 1; iteration < ITERATIONS; iteration += 1)
    basis = orthonormal(times(matrix, transposedTimes(matrix, basis, size), width), width);
  const axes = orthonormal(transposedTimes(matrix, basis, size), width);
  const dimensions = Math.min(LATENT_DIMENSIONS, width);
  const terms = new Float32Array(size * dimensions);
  for (let row = 0; row < size; row += 1)
    terms.set(axes.subarray(row * width, row * width + dimensions), row * dimensions);
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

/** The product of the matrix with `axes`, a row of `width` numbers for each term: a row for each text. */
function times(matrix: readonly WeightedTerms[], axes: Float64Array, width: number): Float64Array {
  const result = new Float64Array(matrix.length * width);
  matrix.forEach(({ ids, weights }, text) => {
    for (let i = 0; i < ids.length; i += 1)
      addRow(result, text * width, { from: axes, at: (ids[i] ?? 0) * width, by: weights[i] ?? 0, width });
  });
  return result;
}

/** The product of the transposed matrix with `basis`, a row for each text: a row for each of `size` terms. */
function transposedTimes(matrix: readonly WeightedTerms[], basis: Float64Array, size: number): Float64Array {
  const width = basis.length / matrix.length;
  const result = new Float64Array(size * width);
  matrix.forEach(({ ids, weights }, text) => {
    for (let i = 0; i < ids.length; i += 1)
      addRow(result, (ids[i] ?? 0) * width, { from: basis, at: text * width, by: weights[i] ?? 0, width });
  });
  return result;
}

interface Row {
  readonly from: Float64Array;
  readonly at: number;
  readonly by: number;
  readonly width: number;
}

function addRow(target: Float64Array, start: number, { from, at, by, width }: Row): void {
  for (let d = 0; d < width; d += 1) target[start + d] = (target[start + d] ?? 0) + by * (from[at + d] ?? 0);
}

/** The rows with orthonormal columns that span the same space, by Cholesky's factor of their Gram matrix. */
function orthonormal(rows: Float64Array, width: number): Float64Array {
  const factor = cholesky(gram(rows, width), width);
  for (let start = 0; start < rows.length; start += width) {
    for (let column = 0; column < width; column += 1) {
      const pivot = factor[column * width + column] ?? 0;
      let value = rows[start + column] ?? 0;
      for (let before = 0; before < column; before += 1)
        value -= (factor[column * width + before] ?? 0) * (rows[start + before] ?? 0);
      rows[start + column] = pivot > 0 ? value / pivot : 0;
    }
  }
  return rows;
}

/** The scalar products of the columns, below and on the diagonal. */
function gram(rows: Float64Array, width: number): Float64Array {
  const result = new Float64Array(width * width);
  for (let start = 0; start < rows.length; start += width)
    for (let column = 0; column < width; column += 1)
      addRow(result, column * width, {
        from: rows,
        at: start,
        by: rows[start + column] ?? 0,
        width: column + 1,
      });
  return result;
}

/** A column that depends on those before it, but for this share of its length, is left out. */
const INDEPENDENT = 1e-9;

/** The lower triangular factor of a symmetric matrix, in place; zero where a column depends on others. */
function cholesky(matrix: Float64Array, width: number): Float64Array {
  for (let column = 0; column < width; column += 1) {
    const at = column * width;
    const length = matrix[at + column] ?? 0;
    for (let row = 0; row <= column; row += 1) {
      let value = matrix[at + row] ?? 0;
      for (let d = 0; d < row; d += 1) value -= (matrix[at + d] ?? 0) * (matrix[row * width + d] ?? 0);
      if (row === column) matrix[at + row] = value > length * INDEPENDENT ? Math.sqrt(value) : 0;
      else {
        const pivot = matrix[row * width + row] ?? 0;
        matrix[at + row] = pivot > 0 ? value / pivot : 0;
      }
    }
  }
  return matrix;
}

/** Pseudo-random rows from a fixed seed (mulberry32), so that an index can be built again. */
function randomRows(count: number, width: number): Float64Array {
  let state = 0x9e3779b9;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
  return Float64Array.from({ length: count * width }, next);
}
