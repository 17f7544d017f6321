import { isRecord } from './frontmatter.ts';

/** The texts that `(a.b)` in structured frontmatter can stand for. */
export interface Dictionary {
  /** The text at a path, as the page itself gives it, else as the nearest page does; undefined where none does. */
  lookUp(path: string, file: string): string | undefined;
}

const REFERENCE = /^\(([\p{L}\p{N}_][\p{L}\p{N}_.-]*)\)$/u;

/** `a.b` of `(a.b)`; undefined for any other text. */
export function referenceIn(text: string): string | undefined {
  return REFERENCE.exec(text.trim())?.[1];
}

/** The paths of all references in structured frontmatter. */
export function referencesIn(value: unknown): string[] {
  if (typeof value === 'string') return [referenceIn(value) ?? []].flat();
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(referencesIn) : [];
}

interface Entry {
  readonly file: string;
  readonly text: string;
}

/** Collects the trees under one frontmatter key from all pages. */
export function createDictionary(pages: Iterable<readonly [file: string, tree: unknown]>): Dictionary {
  const entries = new Map<string, Entry[]>();
  const visit = (node: unknown, path: string, file: string): void => {
    if (typeof node === 'string') {
      const known = entries.get(path) ?? [];
      known.push({ file, text: node.trim() });
      entries.set(path, known);
    } else if (isRecord(node))
      for (const [key, value] of Object.entries(node))
        visit(value, path === '' ? key : `${path}.${key}`, file);
  };
  for (const [file, tree] of pages) visit(tree, '', file);
  return {
    lookUp: (path, file) => {
      const found = entries.get(path) ?? [];
      const [first] = found;
      return found.reduce(
        (best, entry) => (nearness(entry, file) > nearness(best, file) ? entry : best),
        first,
      )?.text;
    },
  };
}

/** How much of their paths two files share. */
function nearness(entry: Entry | undefined, file: string): number {
  if (entry === undefined) return -1;
  if (entry.file === file) return Number.POSITIVE_INFINITY;
  const [own, other] = [file.split('/'), entry.file.split('/')];
  const end = own.findIndex((segment, index) => segment !== other[index]);
  return end === -1 ? own.length : end;
}
