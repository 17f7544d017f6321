import type { Fields } from '../slack/fields.ts';
import { refusal } from './discord-error.ts';
import type { Guild } from './discord-state.ts';
import { param } from './route.ts';
import type { Route, RouteCall } from './route.ts';
import { THREADS } from './discord-state.ts';
import { wireChannel, wireGuild, wireMember, wireUser } from './wire.ts';

/** What is neither a message, nor a command, nor an answer. */
export const APPLICATION_ROUTES = {
  'GET /gateway': { isOpen: true, run: ({ world }) => ({ url: world.gatewayUrl() }) },
  'GET /gateway/bot': { run: gateway },
  'GET /users/@me': { run: ({ world: { state } }) => wireUser(state.user(state.application.id)) },
  'GET /users/@me/guilds': {
    run: ({ world: { state } }) => [...state.guilds.values()].map((guild) => wireGuild(guild, state)),
  },
  'GET /users/:user': { run: user },
  'GET /applications/@me': { run: application },
  'GET /oauth2/applications/@me': { run: application },
  'GET /guilds/:guild': { run: (call) => wireGuild(guildOf(call), call.world.state) },
  'GET /guilds/:guild/channels': { run: channels },
  'GET /guilds/:guild/roles': { run: (call) => wireGuild(guildOf(call), call.world.state)['roles'] },
  'GET /guilds/:guild/members/:user': { run: member },
} as const satisfies Readonly<Record<string, Route>>;

/** https://docs.discord.com/developers/events/gateway#get-gateway-bot */
function gateway({ world }: RouteCall): Fields {
  const { shards, maxConcurrency, remaining } = world.gatewayInfo;
  const limit = { total: 1_000, remaining, reset_after: 14_400_000, max_concurrency: maxConcurrency };
  return { url: world.gatewayUrl(), shards, session_start_limit: limit };
}

function user(call: RouteCall): Fields {
  const found = call.world.state.users.get(param(call, 'user'));
  if (found === undefined) throw refusal('unknownUser');
  return wireUser(found);
}

/** https://docs.discord.com/developers/resources/application#application-object */
function application({ world: { state } }: RouteCall): Fields {
  const { id, name, flags } = state.application;
  const looks = { icon: null, description: '', summary: '', verify_key: '0'.repeat(64), team: null };
  const bot = { bot_public: true, bot_require_code_grant: false, bot: wireUser(state.user(id)) };
  const install = { integration_types_config: { 0: {} }, approximate_guild_count: state.guilds.size };
  const addresses = {
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
  };
  return { id, name, flags, ...looks, ...bot, ...install, ...addresses };
}

function guildOf(call: RouteCall): Guild {
  const guild = call.world.state.guilds.get(param(call, 'guild'));
  if (guild === undefined) throw refusal('unknownGuild');
  return guild;
}

function channels(call: RouteCall): Fields[] {
  const { id } = guildOf(call);
  const { state } = call.world;
  return [...state.channels.values()]
    .filter(({ guildId, type }) => guildId === id && !THREADS.includes(type))
    .map((channel) => wireChannel(channel, state));
}

function member(call: RouteCall): Fields {
  const { state } = call.world;
  const guild = guildOf(call);
  const id = param(call, 'user') === '@me' ? state.application.id : param(call, 'user');
  if (!guild.members.has(id)) throw refusal('unknownMember');
  return { ...wireMember(id, guild, state), user: wireUser(state.user(id)) };
}
