import { jsonLine } from '../platforms/terminal/json.ts';
import { renderSections, sectionRows } from '../platforms/terminal/listing.ts';
import { EXIT } from './command-context.ts';
import type { CommandContext, ExitCode } from './command-context.ts';
import { prepare } from './prepare.ts';

/** `signpost sections`: every section with its address and id, to read or, as JSON lines, for a program. */
export async function sections(context: CommandContext, { json }: { json: boolean }): Promise<ExitCode> {
  const prepared = await prepare(context, { snapshot: true });
  if (prepared === undefined) return EXIT.wrong;
  if (!(await prepared.open())) return EXIT.wrong;
  const { pages } = prepared.app;
  if (pages.length === 0) return prepared.refuse();
  const lines = json ? sectionRows(pages).map(jsonLine) : [renderSections(pages, context.outOptions)];
  context.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.good;
}
