/** The docs that are meant for single workspaces, guilds or channels. */
export interface ScopeRules {
  /** The names of all collections. */
  readonly collections: readonly string[];
  /** A collection that any of these names is seen only in those which name it. */
  readonly workspaces: readonly Scoped[];
  /** A channel with names sees no others. */
  readonly channels: readonly Scoped[];
}

export interface Scoped {
  readonly id: string;
  readonly collections: readonly string[];
}

export interface Whereabouts {
  /** Ids of the workspace and of the organisation that it belongs to. */
  readonly workspaces: readonly string[];
  readonly channel: string;
}

/** The names of the collections that may be shown in a place; empty means none, unlike in a `Question`. */
export function scopeOf(rules: ScopeRules, { workspaces, channel }: Whereabouts): readonly string[] {
  const own = namesOf(rules.workspaces.filter(({ id }) => workspaces.includes(id)));
  const meant = namesOf(rules.workspaces);
  const seen = rules.collections.filter((name) => own.has(name) || !meant.has(name));
  const chosen = rules.channels.find(({ id }) => id === channel)?.collections ?? [];
  return chosen.length === 0 ? seen : seen.filter((name) => chosen.includes(name));
}

function namesOf(scoped: readonly Scoped[]): ReadonlySet<string> {
  return new Set(scoped.flatMap(({ collections }) => collections));
}
