import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { SourceError } from '../core/content-source.ts';
import type { ContentSource } from '../core/content-source.ts';
import type { CollectionReader } from '../core/docs-index.ts';
import type { Editions } from '../core/editions.ts';
import type { Page } from '../core/page.ts';
import type { Problem } from '../core/problem.ts';
import type { BuiltPage } from './build-page.ts';
import type { CollectionRules } from './collection-rules.ts';
import { metadataOf } from './metadata.ts';
import { parseProblems } from './parse-problems.ts';
import { pageRules } from './page-rules.ts';
import type { PageRules } from './page-rules.ts';
import type { Edition } from './preset.ts';
import { isNavigation, isSharedAlike, shareContext } from './shared-context.ts';
import type { SharedContext } from './shared-context.ts';
import { readSourceFile } from './source-file.ts';
import type { SourceFile } from './source-file.ts';
import { unfoundEditions } from './unfound-editions.ts';

interface CachedPage extends BuiltPage {
  readonly key: string;
  /** What it was made of. */
  readonly source: SourceFile;
}

type Files = ReadonlyMap<string, SourceFile>;

/** Pages that were made before, and the files that they were made from. */
interface Adopted {
  readonly pages: readonly Page[];
  readonly files: Files;
}

/** What all pages have in common, and what that was gathered from. */
interface Shared {
  readonly context: SharedContext;
  readonly files: Files;
  readonly editions: readonly Edition[];
}

/** Files that are read at the same time. */
const READS = 16;
/** Pages that are made before others get a turn. */
const TURN = 10;
/** Pages that are only looked at. */
const SETTLED = 200;

/** The parsers are large, and a start from a snapshot needs none. */
const loadBuildPage = () => import('./build-page.ts');

/** The files of one collection, read, and the pages made from them, for as long as the program runs. */
export class Collection implements CollectionReader {
  readonly #source: ContentSource;
  readonly #rules: CollectionRules;
  readonly #built = new Map<string, CachedPage>();
  #files: Files = new Map();
  #unreadable: readonly SourceError[] = [];
  #listing: readonly Problem[] = [];
  #editions: readonly Edition[] = [];
  #adopted: Adopted | undefined;
  #shared: Shared | undefined;
  /** Of what all pages had in common when they were made. */
  #sharedKey = '';

  constructor(source: ContentSource, rules: CollectionRules) {
    this.#source = source;
    this.#rules = rules;
  }

  get name(): string {
    return this.#rules.name;
  }

  /** The versions and languages of what was read. */
  get editions(): Editions {
    const versions = new Set(this.#editions.map(({ version }) => version).filter((one) => one !== ''));
    const locales = new Set([this.#rules.locale, ...this.#editions.map(({ locale }) => locale)]);
    return { collection: this.#rules.name, versions: [...versions], locales: [...locales] };
  }

  get size(): number {
    return this.#files.size;
  }

  /** Reads every file, or only the `changed` and new ones. One that cannot be read is a problem and takes no other away. */
  async read(changed?: readonly string[]): Promise<void> {
    if (changed !== undefined && (await this.#readEdited(changed))) return;
    const { files, problems } = await this.#source.list();
    const again = new Set(changed ?? files);
    const read: (readonly [file: string, SourceFile | SourceError])[] = [];
    for (let start = 0; start < files.length; start += READS) {
      const batch = files.slice(start, start + READS);
      read.push(...(await Promise.all(batch.map((file) => this.#fileOf(file, again.has(file))))));
    }
    this.#listing = problems;
    this.#editions = await this.#findEditions(files);
    this.#files = new Map(read.flatMap(([file, one]) => (one instanceof SourceError ? [] : [[file, one]])));
    this.#unreadable = read.flatMap(([, one]) => (one instanceof SourceError ? [one] : []));
  }

  /** A hash of everything that was read. */
  fingerprint(): string {
    const hash = createHash('sha256').update(JSON.stringify(this.#editions));
    for (const [file, one] of this.#files) hash.update(`${file}\n${one.hash}\n`);
    return hash.digest('hex');
  }

  /** The pages of what was read, in the order of their files; unchanged ones are the same objects as before. */
  async build(onPage: (done: number, total: number) => void = () => undefined): Promise<readonly Page[]> {
    const rules = await pageRules(this.#rules);
    await this.#settle(rules);
    const shared = this.#shareContext(this.#files, rules);
    const files = this.#pageFiles(shared);
    const kept = new Set(files);
    for (const file of this.#built.keys()) if (!kept.has(file)) this.#built.delete(file);
    const isSame = shared.key === this.#sharedKey;
    let made = 0;
    for (const [index, file] of files.entries()) {
      if (!isSame || this.#built.get(file)?.source !== this.#files.get(file)) {
        await this.#buildOne(file, shared);
        made += 1;
        if (made % TURN === 0) await setImmediate();
      }
      onPage(index + 1, files.length);
    }
    this.#sharedKey = shared.key;
    return files.flatMap((file) => this.#built.get(file)?.page ?? []);
  }

  /** Looks at pages that were taken over, and loads what makes pages, so that the first change waits for neither. */
  async settle(): Promise<void> {
    await this.build();
    await loadBuildPage();
  }

  /** Takes over pages that were made from the very files that were read, so that `build` makes only what changes later. */
  adopt(pages: readonly Page[]): void {
    const own = pages.filter(({ collection }) => collection === this.#rules.name);
    this.#adopted = { pages: own, files: this.#files };
  }

  /** What is wrong with the files that were read, and the pages that were made. */
  problems(): readonly Problem[] {
    const unreadable = this.#unreadable.map(({ file, message, remedy }) =>
      this.#problem(file, { message, remedy }),
    );
    const frontmatter = [...this.#files].flatMap(
      ([
        file,
        {
          frontmatter: { problem },
        },
      ]) =>
        problem === undefined
          ? []
          : this.#problem(file, { ...problem, remedy: 'mend it; until then the page is served without it' }),
    );
    const parsing = parseProblems(this.#built).map(({ file, ...problem }) =>
      this.#problem(file, { severity: 'warning', remedy: 'mend it', ...problem }),
    );
    const unfound =
      this.#files.size === 0
        ? []
        : unfoundEditions(this.#rules, this.#editions).map((what) =>
            this.#problem('', { severity: 'warning', ...what }),
          );
    return [...this.#listing, ...unfound, ...unreadable, ...frontmatter, ...parsing];
  }

  /** Reads files that are known, without looking at all others. False where one of them is not, or can no longer be read. */
  async #readEdited(changed: readonly string[]): Promise<boolean> {
    if (changed.length > READS || !changed.every((file) => this.#files.has(file))) return false;
    const read = await Promise.all(changed.map((file) => this.#fileOf(file, true)));
    const files = new Map(this.#files);
    for (const [file, one] of read) {
      if (one instanceof SourceError) return false;
      files.set(file, one);
    }
    this.#files = files;
    return true;
  }

  async #fileOf(file: string, again: boolean): Promise<[file: string, SourceFile | SourceError]> {
    const known = this.#files.get(file);
    if (known !== undefined && !again) return [file, known];
    try {
      return [file, readSourceFile(file, await this.#source.read(file))];
    } catch (error) {
      if (error instanceof SourceError) return [file, error];
      throw error;
    }
  }

  /** Also from files that are no pages, such as a list of versions. */
  async #findEditions(files: readonly string[]): Promise<readonly Edition[]> {
    const { preset, site, versions, version, locale, locales } = await pageRules(this.#rules);
    const read = async (file: string): Promise<string | undefined> => {
      try {
        return await this.#source.read(file);
      } catch (error) {
        if (error instanceof SourceError) return undefined;
        throw error;
      }
    };
    const { routeBase } = site;
    return preset.editions({ files, read }, { versions, locales, version, locale, routeBase });
  }

  /** Most edits change nothing but the body of a page, so that nothing has to be gathered again. */
  #shareContext(files: Files, rules: PageRules): SharedContext {
    const editions = this.#editions;
    const last = this.#shared;
    const isAlike = last?.editions === editions && isSharedAlike(last.files, files, rules);
    const context = isAlike ? last.context : shareContext(files, rules, editions);
    this.#shared = { context, files, editions };
    return context;
  }

  #pageFiles({ placement }: SharedContext): string[] {
    return [...this.#files]
      .filter(
        ([file, { frontmatter }]) =>
          !isNavigation(file, this.#rules) &&
          !metadataOf(frontmatter.data, this.#rules.frontmatter).hidden &&
          placement.of(file).url !== undefined,
      )
      .map(([file]) => file);
  }

  async #buildOne(file: string, shared: SharedContext): Promise<void> {
    const source = this.#files.get(file);
    if (source === undefined) return;
    const { context, key } = shared.contextOf(file, source);
    const known = this.#built.get(file);
    if (known?.key === key) {
      this.#built.set(file, { ...known, source });
      return;
    }
    const { buildPage } = await loadBuildPage();
    this.#built.set(file, { ...buildPage(file, source.frontmatter, context), key, source });
  }

  /** Finds out what adopted pages depend on; only once something has changed, since every file has to be looked at. */
  async #settle(rules: PageRules): Promise<void> {
    if (this.#adopted === undefined) return;
    const { pages, files } = this.#adopted;
    const shared = this.#shareContext(files, rules);
    const { contextOf } = shared;
    for (const [index, page] of pages.entries()) {
      const source = files.get(page.file);
      if (source === undefined) continue;
      if (index % SETTLED === SETTLED - 1) await setImmediate();
      const { key } = contextOf(page.file, source);
      this.#built.set(page.file, { page, problem: undefined, key, source });
    }
    this.#sharedKey = shared.key;
    this.#adopted = undefined;
  }

  #problem(file: string, what: Partial<Problem>): Problem {
    return {
      severity: 'error',
      collection: this.#rules.name,
      file,
      line: 0,
      message: '',
      remedy: '',
      ...what,
    };
  }
}
