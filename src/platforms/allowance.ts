/** How much one person may ask. */
export interface AllowanceOptions {
  /** Questions at once. */
  readonly burst: number;
  /** How many are granted a minute after that. */
  readonly perMinute: number;
}

interface Bucket {
  tokens: number;
  /** When they were counted, in milliseconds. */
  at: number;
}

/** When so many people are known, those who have their full allowance again are forgotten. */
const MANY = 10_000;

/** A token bucket for each person: https://en.wikipedia.org/wiki/Token_bucket */
export class Allowance {
  readonly #buckets = new Map<string, Bucket>();
  readonly #options: AllowanceOptions;

  constructor(options: AllowanceOptions) {
    this.#options = options;
  }

  /** Takes one question of a person's. 0 where they may ask; else the whole seconds until they may, and nothing is taken. */
  take(person: string, now: Date): number {
    const { burst, perMinute } = this.#options;
    const bucket = this.#buckets.get(person) ?? { tokens: burst, at: now.getTime() };
    const tokens = this.#tokens(bucket, now);
    if (tokens < 1) return Math.ceil(((1 - tokens) / perMinute) * 60);
    if (this.#buckets.size >= MANY) this.#forget(now);
    this.#buckets.set(person, { tokens: tokens - 1, at: now.getTime() });
    return 0;
  }

  #tokens({ tokens, at }: Bucket, now: Date): number {
    const { burst, perMinute } = this.#options;
    // A clock that is set back takes nothing away.
    const minutes = Math.max(0, now.getTime() - at) / 60_000;
    return Math.min(burst, tokens + minutes * perMinute);
  }

  #forget(now: Date): void {
    for (const [person, bucket] of this.#buckets)
      if (this.#tokens(bucket, now) >= this.#options.burst) this.#buckets.delete(person);
  }
}
