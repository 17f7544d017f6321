import { join } from 'node:path';
import type { Config } from '../config/schema.ts';
import type { Log } from '../log.ts';
import type { DiscordPlatform } from '../platforms/discord/discord-platform.ts';
import type { McpRoute } from '../platforms/mcp/http-route.ts';
import type { SlackPlatform } from '../platforms/slack/slack-platform.ts';
import type { WebOptions, WebPlatform } from '../platforms/web/web-platform.ts';
import type { Failing } from '../sources/keep-current.ts';
import type { Mirrors } from './collection-mirrors.ts';
import type { Notifications } from './create-notifications.ts';
import type { App } from './docs-app.ts';

export interface ServerOptions {
  readonly app: App;
  readonly config: Config;
  readonly log: Log;
  readonly host: string;
  readonly port: number;
  readonly version: string;
  /** Undefined where nothing is kept. */
  readonly notifications: Pick<Notifications, 'failing'> | undefined;
  readonly mcp: Pick<McpRoute, 'handle'>;
  /** Undefined where no docs lie elsewhere. */
  readonly mirrors: Pick<Mirrors, 'hook' | 'failing'> | undefined;
  /** Undefined where there is no Slack. */
  readonly slack: SlackPlatform | undefined;
  /** Undefined where there is no Discord. */
  readonly discord: DiscordPlatform | undefined;
}

/**
 * The HTTP server: the chat page, its API and health. It says that the docs are being read until they are. Loaded here,
 * since no other command needs it and each should start fast.
 */
export async function createServer({
  app,
  config,
  slack,
  discord,
  notifications,
  mirrors,
  mcp,
  ...options
}: ServerOptions): Promise<WebPlatform> {
  const { createWebPlatform } = await import('../platforms/web/web-platform.ts');
  const slackMessages = await import('../platforms/slack/render-preview.ts');
  const discordMessages = await import('../platforms/discord/render-preview.ts');
  return createWebPlatform({
    ...options,
    core: app.core,
    title: config.title,
    command: config.command,
    previews: [
      {
        name: 'slack',
        title: 'Slack',
        render: (reply) => ({ ...slackMessages.renderPreview(reply, config.command) }),
      },
      {
        name: 'discord',
        title: 'Discord',
        render: (reply) => ({ ...discordMessages.renderPreview(reply, config.command) }),
      },
    ],
    routes: [mcp, slack, mirrors?.hook].flatMap((one) => (one === undefined ? [] : [handling(one)])),
    pageFolder: join(import.meta.dirname, '../../dist/platforms/web/page'),
    health: () => {
      const sections = app.pages.reduce((sum, page) => sum + page.sections.length, 0);
      const platforms = {
        ...(slack === undefined ? {} : { slack: slack.state }),
        ...(discord === undefined ? {} : { discord: discord.state }),
      };
      const failing = notifications?.failing ?? [];
      const feeds = failing.length === 0 ? {} : { feeds: `${failing.join(', ')} cannot be read` };
      const docs = staleDocs(mirrors?.failing() ?? []);
      const detail = { pages: app.pages.length, sections, ...platforms, ...feeds, ...docs };
      return { ready: app.pages.length > 0, detail };
    },
  });
}

/** Which collections are not as they should be, for those who watch the program. */
function staleDocs(failing: readonly Failing[]): { readonly docs?: string } {
  const named = (hasCopy: boolean): string =>
    failing
      .filter((one) => one.hasCopy === hasCopy)
      .map(({ collection }) => collection)
      .join(', ');
  const [missing, stale] = [named(false), named(true)];
  const said = [
    ...(missing === '' ? [] : [`${missing} cannot be read`]),
    ...(stale === '' ? [] : [`${stale} cannot be brought up to date`]),
  ];
  return said.length === 0 ? {} : { docs: said.join('; ') };
}

function handling(route: Pick<McpRoute, 'handle'>): WebOptions['routes'][number] {
  return (...exchange) => route.handle(...exchange);
}
