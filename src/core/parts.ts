/** A piece of a block that is taken or left as a whole: a sentence, an item, a row, a line. */
export interface Part {
  readonly text: string;
  /** How much of the query it holds. */
  readonly score: number;
}

/** The numbers of some parts, in order. */
export type Chosen = readonly number[];

interface Room {
  /** The most characters that the parts may have together. */
  readonly room: number;
  /** Characters that stand between two parts. */
  readonly gap: number;
}

/** A part with less than this share of the best one's score is no answer of its own. */
const TELLING = 0.5;

/** A contiguous run that holds the best part: from the first one where that fits, else what follows the best, then what precedes. */
export function chooseRun(parts: readonly Part[], room: Room): Chosen {
  const best = bestOf(parts);
  const taking = new Taking(parts, room);
  const untilBest = Array.from({ length: best + 1 }, (_, number) => number);
  if (taking.fits(...untilBest)) for (const number of untilBest) taking.take(number);
  else taking.take(best);
  taking.grow(best);
  return taking.numbers;
}

/** The parts that are as telling as the best, wherever they stand; the first ones where nothing matches. */
export function chooseBest(parts: readonly Part[], room: Room): Chosen {
  const best = bestOf(parts);
  const least = scoreOf(parts, best) * TELLING;
  if (least === 0) return chooseRun(parts, room);
  const taking = new Taking(parts, room);
  taking.take(best);
  const order = parts.map((_, number) => number).sort((a, b) => scoreOf(parts, b) - scoreOf(parts, a));
  for (const number of order) {
    if (scoreOf(parts, number) >= least && taking.fits(number)) taking.take(number);
  }
  return taking.numbers;
}

/** Runs of neighbours among the chosen: `[2, 3, 7]` is `[2, 3]` and `[7, 7]`. */
export function runsOf(chosen: Chosen): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of chosen) {
    const run = runs.at(-1);
    if (run?.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs;
}

/** The first of the parts with the highest score. */
function bestOf(parts: readonly Part[]): number {
  return parts.reduce((best, part, number) => (part.score > scoreOf(parts, best) ? number : best), 0);
}

function scoreOf(parts: readonly Part[], number: number): number {
  return parts[number]?.score ?? 0;
}

/** What has been taken, and how much room that leaves. */
class Taking {
  readonly #taken = new Set<number>();
  readonly #parts: readonly Part[];
  readonly #gap: number;
  #left: number;

  constructor(parts: readonly Part[], { room, gap }: Room) {
    this.#parts = parts;
    this.#gap = gap;
    this.#left = room;
  }

  get numbers(): Chosen {
    return [...this.#taken].sort((a, b) => a - b);
  }

  take(number: number): void {
    if (this.#taken.has(number)) return;
    this.#taken.add(number);
    this.#left -= this.#size(number);
  }

  /** Whether these parts, not taken yet, still fit. */
  fits(...numbers: number[]): boolean {
    return numbers.reduce((sum, number) => sum + this.#size(number), 0) <= this.#left;
  }

  /** Takes what follows a part, then what precedes it, as far as it fits. */
  grow(from: number): void {
    for (const step of [1, -1])
      for (let number = from + step; this.#taken.has(number) || this.#mayTake(number); number += step)
        this.take(number);
  }

  #mayTake(number: number): boolean {
    return this.#parts[number] !== undefined && this.fits(number);
  }

  #size(number: number): number {
    return (this.#parts[number]?.text.length ?? 0) + this.#gap;
  }
}
