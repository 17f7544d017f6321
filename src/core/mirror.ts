/** Docs that lie elsewhere, of which a copy is kept in a folder on disk. */
export interface Mirror {
  /** Where the copy is or will be; an absolute path. */
  readonly folder: string;
  /** Whether there is a whole copy, from now or from an earlier run. */
  hasCopy(): Promise<boolean>;
  /** Brings the copy up to date. Never rejects; what fails leaves the copy as it was. */
  sync(options: SyncOptions): Promise<Synced>;
}

export interface SyncOptions {
  readonly signal: AbortSignal;
  /** Of work that takes a while: pages or objects. `total` is 0 while it is unknown. */
  readonly onProgress: (done: number, total: number) => void;
}

export type Synced =
  /** The paths, relative to `folder`, that are new, changed or gone; empty where nothing changed. */
  | { readonly kind: 'synced'; readonly changed: readonly string[]; readonly warnings: readonly string[] }
  | SyncFailure;

export interface SyncFailure {
  readonly kind: 'failed';
  /** What went wrong, with the address and without secrets. */
  readonly reason: string;
  /** Empty where the reason says it. */
  readonly remedy: string;
  /** Seconds that the server asks to wait; 0 where it does not say. */
  readonly retryAfter: number;
}
