import { z } from 'zod';
import { listed } from './listed.ts';
import { nearest } from './nearest.ts';

const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).catch([]);
const text = z.string().catch('');
const naming = listOf(z.object({ collections: listOf(text) }).catch({ collections: [] }));

const named = listOf(z.object({ name: text }).catch({ name: '' }));

const NO_SLACK = { workspaces: [], channels: [] };
const NO_DISCORD = { guilds: [], channels: [] };
const NO_MCP = { examples: { collection: '' } };

/** As much of a config as matters here, whatever is wrong with it. */
const parts = z
  .object({
    collections: named,
    feeds: named,
    slack: z.object({ workspaces: naming, channels: naming }).catch(NO_SLACK),
    discord: z.object({ guilds: naming, channels: naming }).catch(NO_DISCORD),
    mcp: z.object({ examples: z.object({ collection: text }) }).catch(NO_MCP),
  })
  .catch({ collections: [], feeds: [], slack: NO_SLACK, discord: NO_DISCORD, mcp: NO_MCP });

type Naming = z.output<typeof naming>;

/** What may be named at a place. */
interface Called {
  readonly kind: 'collection' | 'collection or feed';
  readonly names: readonly string[];
}

/** A check of the whole config: each name of a collection or feed is one that there is. It runs whatever else is wrong, so the config may be anything. */
export function reportUnknownCollections(config: unknown, context: z.RefinementCtx): void {
  const { collections, feeds, slack, discord, mcp } = parts.parse(config);
  const docs: Called = { kind: 'collection', names: namesOf(collections) };
  const all: Called = {
    kind: 'collection or feed',
    names: [...docs.names, ...namesOf(feeds)],
  };
  const used = [
    ...uses(slack.workspaces, ['slack', 'workspaces']),
    ...uses(slack.channels, ['slack', 'channels']),
    ...uses(discord.guilds, ['discord', 'guilds']),
    ...uses(discord.channels, ['discord', 'channels']),
  ];
  for (const { path, name } of used) report(name, all, path);
  const { collection } = mcp.examples;
  if (collection !== '') report(collection, docs, ['mcp', 'examples', 'collection']);

  function report(name: string, called: Called, path: PropertyKey[]): void {
    if (!called.names.includes(name)) context.addIssue({ code: 'custom', path, ...complaint(name, called) });
  }
}

function namesOf(list: z.output<typeof named>): string[] {
  return list.map(({ name }) => name).filter((name) => name !== '');
}

/** Each name with its place; what is no text is told elsewhere. */
function uses(list: Naming, at: readonly string[]): { path: PropertyKey[]; name: string }[] {
  return list.flatMap(({ collections }, number) =>
    collections
      .map((name, index) => ({ path: [...at, number, 'collections', index], name }))
      .filter(({ name }) => name !== ''),
  );
}

function complaint(name: string, { kind, names }: Called): { message: string; params: { remedy: string } } {
  const near = nearest(name, names);
  const other = names.length === 0 ? 'give collections names' : `use ${listed(names, 'or')}`;
  const remedy = near === undefined ? other : `did you mean ${near}?`;
  return {
    message: `is ${JSON.stringify(name)}, and no ${kind} is called so`,
    params: { remedy },
  };
}
