import { isFields, objectsOf, textOf } from '../slack/fields.ts';
import type { Fields } from '../slack/fields.ts';
import { invalidForm, refusal } from './discord-error.ts';
import type { DiscordState } from './discord-state.ts';
import { requireCommand } from './form-body.ts';
import { Created, param } from './route.ts';
import type { Route, RouteCall } from './route.ts';

/** How many of each kind there may be: chat input, user, message. */
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

const ALL: { readonly GET: Route; readonly PUT: Route; readonly POST: Route } = {
  GET: { run: list },
  PUT: { run: overwrite },
  POST: { run: create },
};
const ONE: { readonly GET: Route; readonly PATCH: Route; readonly DELETE: Route } = {
  GET: { run: (call) => shown(found(call), true) },
  PATCH: { run: change },
  DELETE: { run: remove },
};

/** https://docs.discord.com/developers/interactions/application-commands#endpoints */
export const COMMAND_ROUTES = {
  'GET /applications/:application/commands': ALL.GET,
  'PUT /applications/:application/commands': ALL.PUT,
  'POST /applications/:application/commands': ALL.POST,
  'GET /applications/:application/commands/:command': ONE.GET,
  'PATCH /applications/:application/commands/:command': ONE.PATCH,
  'DELETE /applications/:application/commands/:command': ONE.DELETE,
  'GET /applications/:application/guilds/:guild/commands': ALL.GET,
  'PUT /applications/:application/guilds/:guild/commands': ALL.PUT,
  'POST /applications/:application/guilds/:guild/commands': ALL.POST,
  'GET /applications/:application/guilds/:guild/commands/:command': ONE.GET,
  'PATCH /applications/:application/guilds/:guild/commands/:command': ONE.PATCH,
  'DELETE /applications/:application/guilds/:guild/commands/:command': ONE.DELETE,
} as const satisfies Readonly<Record<string, Route>>;

/** `global`, or the id of a guild that the app is in. */
function scopeOf(call: RouteCall): string {
  const { state } = call.world;
  if (param(call, 'application') !== state.application.id) throw refusal('unknownApplication');
  const guild = call.params['guild'];
  if (guild !== undefined && !state.guilds.has(guild)) throw refusal('missingAccess');
  return guild ?? 'global';
}

function commandsOf(call: RouteCall): Fields[] {
  return call.world.state.commands.get(scopeOf(call)) ?? [];
}

function list(call: RouteCall): Fields[] {
  const withNames = call.query.get('with_localizations') === 'true';
  return commandsOf(call).map((command) => shown(command, withNames));
}

/** Lists leave the localised names out unless asked for them. */
function shown(command: Fields, withNames: boolean): Fields {
  return withNames ? command : (unnamed(command) as Fields);
}

function unnamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unnamed);
  if (!isFields(value)) return value;
  const kept = Object.entries(value).filter(
    ([key]) => key !== 'name_localizations' && key !== 'description_localizations',
  );
  return Object.fromEntries(kept.map(([key, one]) => [key, unnamed(one)]));
}

function overwrite(call: RouteCall): Fields[] {
  const scope = scopeOf(call);
  call.list.forEach((command, index) => requireCommand(command, `${index}.`));
  requireFew(call.list);
  const commands = call.list.map((command) => complete(call.world.state, scope, command));
  call.world.state.commands.set(scope, commands);
  return commands;
}

function requireFew(commands: readonly Fields[]): void {
  const keys = commands.map((command) => keyOf(command));
  const isTwice = new Set(keys).size < keys.length;
  const many = Object.entries(MOST).find(
    ([type, most]) => commands.filter((one) => (one['type'] ?? 1) === Number(type)).length > most,
  );
  if (isTwice)
    throw invalidForm([
      {
        at: '0.name',
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
      },
    ]);
  if (many !== undefined)
    throw invalidForm([
      {
        at: '0',
        code: 'APPLICATION_COMMAND_TOO_MANY',
        message: `Must be ${many[1]} or fewer of type ${many[0]}`,
      },
    ]);
}

function keyOf({ type = 1, name }: Fields): string {
  return `${String(type)} ${textOf(name)}`;
}

/** With what Discord adds; one of the same name keeps its id. */
function complete(state: DiscordState, scope: string, command: Fields): Fields {
  const same = state.commands.get(scope)?.find((one) => keyOf(one) === keyOf(command));
  const type = command['type'] ?? 1;
  const options = objectsOf(command['options']);
  return {
    id: same?.['id'] ?? state.nextId(),
    application_id: state.application.id,
    version: state.nextId(),
    default_member_permissions: null,
    type,
    name_localizations: null,
    description: '',
    description_localizations: null,
    ...(scope === 'global'
      ? { dm_permission: true, contexts: null, integration_types: [0] }
      : { guild_id: scope }),
    nsfw: false,
    ...command,
    ...(options.length > 0 ? { options: options.map(completeOption) } : {}),
  };
}

/** Discord leaves out what is false or empty, and adds localisations. */
function completeOption(option: Fields): Fields {
  const { required, autocomplete, choices, options, ...rest } = option;
  const inner = objectsOf(options);
  return {
    ...rest,
    ...(inner.length > 0 ? { options: inner.map(completeOption) } : {}),
    ...(required === true ? { required } : {}),
    ...(autocomplete === true ? { autocomplete } : {}),
    ...(objectsOf(choices).length > 0 ? { choices } : {}),
  };
}

function create(call: RouteCall): unknown {
  const scope = scopeOf(call);
  requireCommand(call.body, '');
  const { state } = call.world;
  const before = commandsOf(call);
  const command = complete(state, scope, call.body);
  const others = before.filter((one) => one['id'] !== command['id']);
  state.commands.set(scope, [...others, command]);
  return others.length === before.length ? new Created(command) : command;
}

function found(call: RouteCall): Fields {
  const command = commandsOf(call).find(({ id }) => id === param(call, 'command'));
  if (command === undefined) throw refusal('unknownCommand');
  return command;
}

function change(call: RouteCall): Fields {
  const { state } = call.world;
  const command = { ...found(call), ...call.body, version: state.nextId() };
  requireCommand(command, '');
  const others = commandsOf(call).map((one) => (one['id'] === param(call, 'command') ? command : one));
  state.commands.set(scopeOf(call), others);
  return command;
}

function remove(call: RouteCall): void {
  const command = found(call);
  const left = commandsOf(call).filter((one) => one !== command);
  call.world.state.commands.set(scopeOf(call), left);
}
