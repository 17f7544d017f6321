import type { Definition, Heading, Nodes, PhrasingContent, RootContent } from 'mdast';

/** What the parts of flattening share: what they need to know of the page, and each other. */
export interface Flattening {
  /** The text that was parsed, to quote what has no other form. */
  readonly source: string;
  /** Makes an address absolute; undefined for one that nobody can follow. */
  readonly resolve: (url: string) => string | undefined;
  /** By normalised identifier. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly phrasing: (nodes: readonly Nodes[]) => PhrasingContent[];
  readonly blocks: (nodes: readonly Nodes[]) => RootContent[];
  /** Takes the notes to the site generator off a heading, and gives it its address or what that is made of. */
  readonly heading: (heading: Heading) => Heading;
}
