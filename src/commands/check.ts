import type { Config } from '../config/schema.ts';
import type { Environment } from '../config/secrets.ts';
import type { Page } from '../core/page.ts';
import { counted, renderProblems } from '../platforms/terminal/listing.ts';
import { EXIT } from './command-context.ts';
import type { CommandContext, ExitCode } from './command-context.ts';
import { docsProblems, prepare } from './prepare.ts';

/** `signpost check`: config, credentials, sources and links; what is wrong, and how to mend it. Warnings alone are no failure. */
export async function check(context: CommandContext): Promise<ExitCode> {
  const prepared = await prepare(context, { snapshot: false });
  if (prepared === undefined) return EXIT.wrong;
  if (!(await prepared.open())) return EXIT.wrong;
  const { app, config } = prepared;
  const problems = [...context.problems, ...docsProblems(app)];
  const lines = [
    `config: ${context.configFile}`,
    ...config.collections.map(({ name }) => collectionLine(name, app.pages)),
    ...platformLines(config, context.environment),
    '',
    renderProblems(problems, context.outOptions),
  ];
  context.stdout.write(`${lines.join('\n')}\n`);
  return problems.some(({ severity }) => severity === 'error') ? EXIT.wrong : EXIT.good;
}

function collectionLine(name: string, pages: readonly Page[]): string {
  const own = pages.filter(({ collection }) => collection === name);
  const sections = own.reduce((sum, page) => sum + page.sections.length, 0);
  return `collection ${name}: ${counted(own.length, 'page')}, ${counted(sections, 'section')}`;
}

function platformLines(config: Config, { host, port }: Environment): string[] {
  return [`chat page: port ${port} of ${host}, titled ${config.title}`];
}
