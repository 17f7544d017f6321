import { createServer } from '../app.ts';
import { counted } from '../platforms/terminal/listing.ts';
import { EXIT } from './command-context.ts';
import type { CommandContext, ExitCode } from './command-context.ts';
import { aborted, prepare } from './prepare.ts';
import type { Prepared } from './prepare.ts';

/** `signpost start`: everything that people can ask, until the program is told to end. */
export async function start(
  context: CommandContext,
  { port }: { port: number | undefined },
): Promise<ExitCode> {
  const prepared = await prepare(context, { snapshot: true, server: true });
  if (prepared === undefined) return EXIT.wrong;
  const { app, config, log } = prepared;
  const { host, port: usual } = context.environment;
  const server = await createServer({
    app,
    config,
    log,
    host,
    port: port ?? usual,
    version: context.version,
  });
  await server.start();
  try {
    return await serve(prepared, server.url, context);
  } finally {
    await server.stop();
    await app.close();
  }
}

async function serve(prepared: Prepared, url: string, { stdout, signal }: CommandContext): Promise<ExitCode> {
  const { app, config } = prepared;
  // First, so that nothing is lost that is saved while the docs are read.
  await app.watch();
  if (!(await prepared.open())) return EXIT.good;
  if (app.pages.length === 0) return prepared.refuse();
  stdout.write(`${config.title}: ${counted(app.pages.length, 'page')}. Ask at ${url}\n`);
  await aborted(signal);
  return EXIT.good;
}
