import type { ReadFeed } from '../app/read-feeds.ts';
import type { Config } from '../config/schema.ts';
import type { Problem } from '../core/problem.ts';
import { countedEntries } from '../platforms/terminal/feeds-listing.ts';
import type { CommandContext } from './command-context.ts';

export interface FeedsCheck {
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads every feed once: a line for each, and what is wrong with it. */
export async function checkFeeds(
  { version, signal }: CommandContext,
  { config, folder }: { readonly config: Config; readonly folder: string },
): Promise<FeedsCheck> {
  if (config.feeds.length === 0) return { lines: [], problems: [] };
  // Loaded only here: it takes longer to load than other commands to answer.
  const { readFeeds } = await import('../app/read-feeds.ts');
  const read = await readFeeds({ config, folder, version }, signal);
  return { lines: read.map(lineOf), problems: read.flatMap(problemsOf) };
}

function lineOf({ name, reading }: ReadFeed): string {
  switch (reading.kind) {
    case 'entries':
      return `feed ${name}: ${countedEntries(reading.entries.length)}`;
    case 'unchanged':
      return `feed ${name}: nothing new`;
    case 'failed':
      return `feed ${name}: cannot be read, see below`;
  }
}

function problemsOf({ name, reading }: ReadFeed): Problem[] {
  const problem = (severity: Problem['severity'], message: string): Problem => ({
    severity,
    collection: name,
    file: '',
    line: 0,
    message,
    // The reason has it.
    remedy: '',
  });
  switch (reading.kind) {
    case 'entries':
      return reading.problems.map((message) => problem('warning', message));
    case 'unchanged':
      return [];
    case 'failed':
      return [problem('error', reading.reason)];
  }
}
