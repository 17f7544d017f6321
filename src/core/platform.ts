/** A place where people ask: it starts after the index is ready and stops before the program ends. */
export interface Platform {
  readonly name: string;
  /** Resolves once people can ask; rejects with an error that says what to do. */
  start(): Promise<void>;
  /** Resolves once nothing is in flight any more; may be called twice. */
  stop(): Promise<void>;
}
