import type { Fields } from '../slack/fields.ts';
import { refusal } from './discord-error.ts';
import type { Channel, DiscordState } from './discord-state.ts';
import type { Gateway } from './gateway.ts';
import type { Interactions } from './interactions.ts';

/** What a route works on. */
export interface World {
  readonly state: DiscordState;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly gatewayUrl: () => string;
  readonly gatewayInfo: { readonly shards: number; readonly maxConcurrency: number; remaining: number };
}

export interface RouteCall {
  readonly world: World;
  /** What stands in the path in place of `:channel` and the like. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Fields;
  /** Where the body is a list. */
  readonly list: readonly Fields[];
}

export interface Route {
  /** Throws a `DiscordError`; undefined: 204, with nothing to say. */
  readonly run: (call: RouteCall) => unknown;
  /** Whether it works without the bot's token: the path holds another. */
  readonly isOpen?: true;
  /** What of a body people will see. */
  readonly shown?: (body: Fields) => Fields;
}

/** A route's answer with a status of its own. */
export class Created {
  readonly body: unknown;

  constructor(body: unknown) {
    this.body = body;
  }
}

/** A part of the path; empty where it has none. */
export function param({ params }: RouteCall, name: string): string {
  return params[name] ?? '';
}

/** The channel of the path, if the app may see it. */
export function visibleChannel(call: RouteCall): Channel {
  const { state } = call.world;
  const channel = state.channels.get(param(call, 'channel'));
  if (channel === undefined) throw refusal('unknownChannel');
  if (channel.guildId !== undefined && !state.guilds.has(channel.guildId)) throw refusal('unknownChannel');
  if ((state.permissionsIn(channel) & VIEW) === 0n) throw refusal('missingAccess');
  return channel;
}

/** ViewChannel */
const VIEW = 1n << 10n;

/** Throws where the app may not do what it wants to. */
export function requirePermission(call: RouteCall, channel: Channel, permission: bigint): void {
  const missing = (call.world.state.permissionsIn(channel) & permission) !== permission;
  if (missing) throw refusal('missingPermissions');
}
