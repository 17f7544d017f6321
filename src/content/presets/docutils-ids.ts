import { docutilsSlug } from '../slugs/docutils.ts';

/** The ids of one page, handed out in the order of what gets one. Source: `set_id` in `docutils/nodes.py`. */
export interface DocutilsIds {
  /** Of a name, as slugs. Undefined where it cannot be told. */
  give(name: string): DocutilsId | undefined;
  /** For a name of which versions of MyST make different slugs. */
  giveEither(names: readonly string[]): DocutilsId | undefined;
  /** For what has no name, such as the mark of a footnote. */
  count(): void;
  /** From here on nobody knows which numbers are taken. */
  loseCount(): void;
  /** For a name that only some versions give an id. */
  mayGive(name: string): void;
}

export interface DocutilsId {
  readonly id: string;
  /** `id1`: it tells nothing, and changes with the page. */
  readonly isNumbered: boolean;
}

/** The ids of a page that has none yet. */
export function createDocutilsIds(): DocutilsIds {
  const taken = new Set<string>();
  const perhaps = new Set<string>();
  let last: number | undefined = 0;
  const number = (): DocutilsId | undefined => {
    if (last === undefined) return undefined;
    do last += 1;
    while (taken.has(`id${last}`));
    const id = `id${last}`;
    taken.add(id);
    return { id, isNumbered: true };
  };
  const give = (name: string): DocutilsId | undefined => {
    const id = docutilsSlug(name);
    if (perhaps.has(id) && !taken.has(id)) {
      last = undefined;
      return undefined;
    }
    if (id === '' || taken.has(id)) return number();
    taken.add(id);
    return { id, isNumbered: false };
  };
  const mayGive = (name: string): void => {
    const id = docutilsSlug(name);
    if (id === '' || taken.has(id) || perhaps.has(id)) last = undefined;
    else perhaps.add(id);
  };
  return {
    give,
    giveEither: (names) => {
      const slugs = new Set(names.map((name) => docutilsSlug(name)));
      if (slugs.size === 1) return give(names[0] ?? '');
      for (const name of names) mayGive(name);
      return undefined;
    },
    count: () => void number(),
    loseCount: () => {
      last = undefined;
    },
    mayGive,
  };
}
