import { z } from 'zod';
import { DEFAULTS } from './defaults.ts';

const text = z.string().catch('');
const names = z
  .array(
    z
      .object({ name: text })
      .catch({ name: '' })
      .transform(({ name }) => name),
  )
  .catch([]);
const changelog = z.object({ command: text }).catch({ command: '' });

/** As much of a config as matters here, whatever is wrong with it. */
const parts = z
  .object({ command: text, changelog, collections: names, feeds: names })
  .catch({ command: '', changelog: { command: '' }, collections: [], feeds: [] });

/** A check of the whole config: feeds are not called as collections are, nor the two commands alike. It runs whatever else is wrong, so the config may be anything. */
export function reportSharedNames(config: unknown, context: z.RefinementCtx): void {
  const { command, changelog, collections, feeds } = parts.parse(config);
  for (const [number, name] of feeds.entries()) {
    const other = collections.indexOf(name);
    if (name !== '' && other >= 0) context.addIssue(sharedName(name, number, other));
  }
  const isShared = feeds.length > 0 && command !== '' && command === changelog.command;
  if (isShared) context.addIssue(sharedCommand(command));
}

function sharedName(name: string, number: number, other: number) {
  return {
    code: 'custom' as const,
    path: ['feeds', number, 'name'],
    message: `is ${JSON.stringify(name)}, as collections[${other}].name is`,
    params: { remedy: 'give each feed and collection a name of its own' },
  };
}

/** At the key that somebody wrote: the other one may be a default, which has no line. */
function sharedCommand(command: string) {
  const [path, other] =
    command === DEFAULTS.changelog.command
      ? [['command'], 'changelog.command']
      : [['changelog', 'command'], 'command'];
  return {
    code: 'custom' as const,
    path,
    message: `is ${JSON.stringify(command)}, as ${other} is`,
    params: { remedy: 'give each of the two commands a name of its own' },
  };
}
