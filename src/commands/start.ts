import { createDiscord, createSlack } from '../app/create-chats.ts';
import { createMcpHttp } from '../app/create-mcp.ts';
import { createServer } from '../app/create-server.ts';
import { LOCAL_CONFIG } from '../config/local-config.ts';
import type { Platform } from '../core/platform.ts';
import type { Log } from '../log.ts';
import type { DiscordPlatform } from '../platforms/discord/discord-platform.ts';
import type { SlackPlatform } from '../platforms/slack/slack-platform.ts';
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
  const { app, store, notifications, log } = prepared;
  // SDKs fail where nobody can wait for it, such as discord.js on an invalid session right after a resume.
  process.on('unhandledRejection', (reason) =>
    log.error({ err: reason }, 'something failed in the background'),
  );
  const { environment, version } = context;
  const { host, port: usual } = environment;
  const slack = await createSlack({ ...prepared, environment });
  const discord = await createDiscord({ ...prepared, environment });
  // A server has loaded it by now; no other command needs it.
  const { showEntry } = await import('../app/create-notifications.ts');
  const mcp = await createMcpHttp({
    ...prepared,
    app: () => app,
    entries: () => notifications?.entries(),
    show: showEntry(prepared.config),
    environment,
    version,
  });
  const server = await createServer({ ...prepared, slack, discord, mcp, host, port: port ?? usual, version });
  const platforms = [slack, discord].filter((one) => one !== undefined);
  try {
    await server.start();
    return await serve(prepared, { url: server.url, isMcpOpen: mcp.isOpen, platforms, context });
  } finally {
    await notifications?.close();
    await Promise.all(platforms.map((platform) => platform.stop()));
    await mcp.close();
    await server.stop();
    await app.close();
    await store?.close();
  }
}

/** A chat, in which entries of changelogs are posted, too. */
type ChatPlatform = SlackPlatform | DiscordPlatform;

interface Serving {
  /** Where the chat page is. */
  readonly url: string;
  readonly isMcpOpen: boolean;
  /** What starts once the docs can be answered from. */
  readonly platforms: readonly ChatPlatform[];
  readonly context: CommandContext;
}

async function serve(prepared: Prepared, { url, isMcpOpen, platforms, context }: Serving): Promise<ExitCode> {
  const { app, config, notifications, log } = prepared;
  const { stdout, signal, configFile } = context;
  // First, so that nothing is lost that is saved while the docs are read.
  await app.watch();
  if (!(await prepared.open())) return EXIT.good;
  if (app.pages.length === 0) {
    const refused = prepared.refuse();
    // Docs that lie elsewhere may come later.
    if (prepared.mirrors === undefined) return refused;
  }
  // Nobody had to name it.
  if (configFile === LOCAL_CONFIG) stdout.write(`Config: ${configFile}\n`);
  const assistants = isMcpOpen ? `MCP at ${url}/mcp\n` : '';
  stdout.write(`${config.title}: ${counted(app.pages.length, 'page')}. Ask at ${url}\n${assistants}`);
  for (const platform of platforms) void startOne(platform, context, log);
  notifications?.start(() =>
    platforms.filter(({ state }) => state === 'ready').map(({ announcer }) => announcer),
  );
  await aborted(signal);
  return EXIT.good;
}

/** One platform that cannot start does not keep the others from it. */
async function startOne(platform: Platform, { stdout, signal }: CommandContext, log: Log): Promise<void> {
  try {
    await platform.start();
    if (!signal.aborted) stdout.write(`${platform.name}: connected\n`);
  } catch (error) {
    if (signal.aborted) return;
    const reason = error instanceof Error ? error.message : String(error);
    log.error({ platform: platform.name }, `${platform.name} is not answered: ${reason}`);
  }
}
