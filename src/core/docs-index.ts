import type { Editions } from './editions.ts';
import type { Page } from './page.ts';
import type { Problem } from './problem.ts';
import type { SearchEngine } from './search-engine.ts';

/** Reads a collection and makes its pages. */
export interface CollectionReader {
  readonly name: string;
  /** The versions and languages of what was read. */
  readonly editions: Editions;
  /** How many files were read. */
  readonly size: number;
  /** Reads every file, or only the changed and new ones. */
  read(changed?: readonly string[]): Promise<void>;
  /** A hash of everything that was read. */
  fingerprint(): string;
  /** The pages of what was read; unchanged ones are the same objects as before. */
  build(onPage: (done: number, total: number) => void): Promise<readonly Page[]>;
  /** Prepares for changes, after `adopt`. */
  settle(): Promise<void>;
  /** What is wrong with what was read and made. */
  problems(): readonly Problem[];
  /** Takes over pages that were made from the very files that were read. */
  adopt(pages: readonly Page[]): void;
}

export interface DocsIndexOptions<Engine extends SearchEngine> {
  readonly collections: readonly CollectionReader[];
  readonly index: (docs: Docs, previous: Engine | undefined) => Promise<Engine>;
  readonly snapshots: Snapshots<Engine>;
  /** Does something a while later, when nobody changes the docs any more. */
  readonly later: (act: () => void) => void;
  /** Of opening, for who waits for it. */
  readonly onProgress: (progress: Progress) => void;
}

/** What an engine is made of. */
export interface Docs {
  readonly pages: readonly Page[];
  /** Of each collection. */
  readonly editions: readonly Editions[];
}

/** Where a built engine is kept between two starts; `key` stands for all that it was made from. */
export interface Snapshots<Engine> {
  /** Undefined where there is none to trust; `files` is how many were read. */
  load(key: string, files: number): Promise<Kept<Engine> | undefined>;
  /** Never rejects: an index that cannot be kept still answers. */
  save(key: string, engine: Engine): Promise<void>;
}

/** An engine that was kept; `isNew` when it was only made while it was asked for. */
export interface Kept<Engine> {
  readonly engine: Engine;
  readonly isNew: boolean;
}

export interface Progress {
  readonly collection: string;
  readonly done: number;
  readonly total: number;
}

export interface Opened {
  readonly fromSnapshot: boolean;
}

/** Sources → pages → an engine → one reference swapped: the index of all collections, for as long as the program runs. */
export class DocsIndex<Engine extends SearchEngine> {
  readonly #options: DocsIndexOptions<Engine>;
  #engine: Engine | undefined;
  /** Stands for all that the engine was made from. */
  #engineKey = '';
  #last: Promise<unknown> = Promise.resolve();
  #saving: Promise<void> = Promise.resolve();
  #closed = false;
  #isKeepDue = false;

  constructor(options: DocsIndexOptions<Engine>) {
    this.#options = options;
  }

  /** Undefined until the index is open. */
  get engine(): Engine | undefined {
    return this.#engine;
  }

  /** What is wrong with the docs; pages that come from a snapshot are not looked at again. */
  get problems(): readonly Problem[] {
    return this.#options.collections.flatMap((collection) => collection.problems());
  }

  /** Reads the docs, and takes the engine from the snapshot where that was made from the same. */
  open(): Promise<Opened> {
    return this.#inTurn(async () => {
      const { collections, snapshots } = this.#options;
      await Promise.all(collections.map((collection) => collection.read()));
      const files = collections.reduce((sum, { size }) => sum + size, 0);
      const kept = await snapshots.load(this.#key(), files);
      if (kept === undefined) {
        await this.#rebuild(this.#options.onProgress);
        await this.#keep();
        return { fromSnapshot: false };
      }
      for (const collection of collections) collection.adopt(kept.engine.pages);
      this.#engine = kept.engine;
      return { fromSnapshot: !kept.isNew };
    });
  }

  /** Prepares for changes of collections whose pages came from a snapshot, so that the first one does not wait for it. */
  settle(names: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      for (const collection of this.#options.collections)
        if (names.includes(collection.name)) await collection.settle();
    });
  }

  /** Reads changed files again, and swaps the engine; questions meanwhile are answered from the old one. */
  refresh(name: string, changed: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      await this.#options.collections.find((collection) => collection.name === name)?.read(changed);
      // Nobody waits for it.
      await this.#rebuild(() => undefined);
      this.#keepLater();
    });
  }

  /** Keeps what is not kept yet, and nothing from then on; resolves once nothing is being written any more. What is being read is not waited for. */
  async close(): Promise<void> {
    if (this.#isKeepDue) await this.#keep();
    this.#closed = true;
    await this.#saving;
  }

  async #rebuild(onProgress: (progress: Progress) => void): Promise<void> {
    if (this.#closed) return;
    const { collections, index } = this.#options;
    const built: (readonly Page[])[] = [];
    for (const collection of collections) {
      const report = (done: number, total: number): void =>
        onProgress({ collection: collection.name, done, total });
      built.push(await collection.build(report));
    }
    const editions = collections.map((collection) => collection.editions);
    this.#engine = await index({ pages: built.flat(), editions }, this.#engine);
    this.#engineKey = this.#key();
  }

  async #keep(): Promise<void> {
    this.#isKeepDue = false;
    if (this.#closed || this.#engine === undefined) return;
    const [key, engine] = [this.#engineKey, this.#engine];
    // One after the other, so that the newest one stays.
    this.#saving = this.#saving.then(() => this.#options.snapshots.save(key, engine));
    await this.#saving;
  }

  /** Writing a large index takes longer than making a changed page searchable, and the next change is often close. */
  #keepLater(): void {
    if (this.#isKeepDue || this.#closed) return;
    this.#isKeepDue = true;
    this.#options.later(() => {
      if (this.#isKeepDue) void this.#keep();
    });
  }

  #key(): string {
    return this.#options.collections
      .map((collection) => `${collection.name} ${collection.fingerprint()}`)
      .join('\n');
  }

  /** One after the other: two changes at once would build on the same old engine. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
