/** How much one person may ask. */
export interface AllowanceOptions {
  /** Questions at once. */
  readonly burst: number;
  /** How many are granted a minute after that. */
  readonly perMinute: number;
}

/** When so many people are known, those who have their full allowance again are forgotten. */
const MANY = 10_000;

/** A token bucket for each person, kept as the time when it is full again: https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm */
export class Allowance {
  /** Milliseconds. */
  readonly #fullAt = new Map<string, number>();
  /** Milliseconds that one question costs, and that all of them together may be in debt. */
  readonly #cost: number;
  readonly #most: number;

  constructor({ burst, perMinute }: AllowanceOptions) {
    this.#cost = 60_000 / perMinute;
    this.#most = burst * this.#cost;
  }

  /** Takes one question of a person's. 0 where they may ask; else the whole seconds until they may, and nothing is taken. */
  take(person: string, now: Date): number {
    const time = now.getTime();
    // A clock that was set back never keeps anybody waiting for longer than an empty bucket.
    const fullAt = Math.min(Math.max(this.#fullAt.get(person) ?? time, time), time + this.#most);
    const after = fullAt + this.#cost;
    const wait = after - this.#most - time;
    // Less than a millisecond is only rounding.
    const isTooEarly = wait >= 1;
    if (this.#fullAt.size >= MANY) this.#forget(time);
    this.#fullAt.set(person, isTooEarly ? fullAt : after);
    return isTooEarly ? Math.ceil(wait / 1_000) : 0;
  }

  #forget(time: number): void {
    for (const [person, fullAt] of this.#fullAt) if (fullAt <= time) this.#fullAt.delete(person);
  }
}
