import { isFields } from '../slack/fields.ts';
import type { Fields } from '../slack/fields.ts';
import { DiscordError, invalidForm, refusal } from './discord-error.ts';
import type { Message } from './discord-state.ts';
import { requireChoices } from './form-body.ts';
import type { Callback, Interaction } from './interactions.ts';
import { edit, FLAG, post, remove } from './messages.ts';
import { param } from './route.ts';
import type { Route, RouteCall, World } from './route.ts';
import { wireMessage } from './wire.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
export const CALLBACK = {
  message: 4,
  deferred: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** Which answers a kind of interaction takes: commands, components, autocomplete. */
const TAKES: Readonly<Record<number, readonly number[]>> = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8] };

const WEBHOOK = { isOpen: true, shown: (body: Fields) => body } as const;

/** Answers to interactions: https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints */
export const INTERACTION_ROUTES = {
  'POST /interactions/:interaction/:token/callback': {
    isOpen: true,
    shown: ({ data }: Fields) => (isFields(data) ? data : {}),
    run: answer,
  },
  'POST /webhooks/:application/:token': { ...WEBHOOK, run: followUp },
  'GET /webhooks/:application/:token/messages/:message': {
    isOpen: true,
    run: (call: RouteCall) => wireMessage(messageOf(call), call.world.state),
  },
  'PATCH /webhooks/:application/:token/messages/:message': { ...WEBHOOK, run: editReply },
  'DELETE /webhooks/:application/:token/messages/:message': { isOpen: true, run: deleteReply },
} as const satisfies Readonly<Record<string, Route>>;

function answer(call: RouteCall): unknown {
  const { world, body, query } = call;
  const data = isFields(body['data']) ? body['data'] : {};
  const known = world.interactions.all.get(param(call, 'token'));
  const type = Number(body['type']);
  const ms = known === undefined ? 0 : performance.now() - known.begun;
  try {
    const interaction = world.interactions.unanswered(param(call, 'interaction'), param(call, 'token'));
    const message = perform(world, interaction, { type, data });
    interaction.callback = { type, data, accepted: true, ms };
    interaction.settle(interaction.callback);
    return query.get('with_response') === 'true' ? response(world, interaction, message) : undefined;
  } catch (error) {
    if (error instanceof DiscordError) known?.settle({ type, data, accepted: false, ms });
    throw error;
  }
}

function perform(
  world: World,
  interaction: Interaction,
  { type, data }: Pick<Callback, 'type' | 'data'>,
): Message | undefined {
  requireKind(interaction, type);
  switch (type) {
    case CALLBACK.message:
      return keep(interaction, post(world, data, ownFields(interaction, Number(data['flags'] ?? 0))));
    case CALLBACK.deferred:
      return keep(interaction, think(world, interaction, Number(data['flags'] ?? 0)));
    case CALLBACK.deferredUpdate:
      return keep(interaction, source(world, interaction));
    case CALLBACK.update:
      return keep(interaction, edit(world, source(world, interaction), data));
    case CALLBACK.choices:
      requireChoices(data);
      return undefined;
    default:
      return undefined;
  }
}

function requireKind(interaction: Interaction, type: number): void {
  const allowed = TAKES[interaction.type] ?? [];
  if (allowed.includes(type)) return;
  const message = `Value must be one of {${allowed.join(', ')}}.`;
  throw invalidForm([{ at: 'type', code: 'BASE_TYPE_CHOICES', message }]);
}

function keep(interaction: Interaction, message: Message): Message {
  interaction.originalId = message.id;
  return message;
}

function source({ state }: World, { sourceId = '' }: Interaction): Message {
  const message = state.messages.get(sourceId);
  if (message === undefined) throw refusal('unknownMessage');
  return message;
}

/** `is thinking …` */
function think({ state }: World, interaction: Interaction, flags: number): Message {
  const own = ownFields(interaction, flags);
  const shown = (flags & FLAG.ephemeral) | FLAG.loading;
  return state.addMessage({ ...own, authorId: state.application.id, flags: shown });
}

function ownFields({ channelId, userId, metadata, type }: Interaction, flags: number): Partial<Message> {
  const ephemeralFor = (flags & FLAG.ephemeral) === 0 ? undefined : userId;
  return { channelId, ephemeralFor, interaction: metadata, type: type === 2 ? 20 : 0 };
}

function response(
  { state }: World,
  { id, type, callback }: Interaction,
  message: Message | undefined,
): Fields {
  const told = message === undefined ? {} : { response_message_id: message.id, ...visibility(message) };
  const resource = {
    type: callback?.type,
    ...(message === undefined ? {} : { message: wireMessage(message, state) }),
  };
  return { interaction: { id, type, ...told }, resource };
}

function visibility({ flags }: Message): Fields {
  return {
    response_message_loading: (flags & FLAG.loading) !== 0,
    response_message_ephemeral: (flags & FLAG.ephemeral) !== 0,
  };
}

function interactionOf(call: RouteCall): Interaction {
  if (param(call, 'application') !== call.world.state.application.id) throw refusal('unknownWebhook');
  return call.world.interactions.answered(param(call, 'token'));
}

/** A message that the interaction brought about, or the one with its button. */
function messageOf(call: RouteCall): Message {
  const { originalId, metadata, sourceId } = interactionOf(call);
  const id = param(call, 'message') === '@original' ? (originalId ?? '') : param(call, 'message');
  const message = call.world.state.messages.get(id);
  const isItsOwn = id === sourceId || message?.interaction?.['id'] === metadata['id'];
  if (message === undefined || !isItsOwn) throw refusal('unknownMessage');
  return message;
}

/** The first one after a deferral stands in its place, and is seen by whom the deferral was for. */
function followUp(call: RouteCall): Fields {
  const { world, body } = call;
  const interaction = interactionOf(call);
  const original = world.state.messages.get(interaction.originalId ?? '');
  const isLoading = original !== undefined && (original.flags & FLAG.loading) !== 0;
  const message = isLoading
    ? edit(world, original, body)
    : post(world, body, { ...ownFields(interaction, Number(body['flags'] ?? 0)), type: 0 });
  interaction.followUps.push(body);
  return wireMessage(message, world.state);
}

function editReply(call: RouteCall): Fields {
  const message = edit(call.world, messageOf(call), call.body);
  interactionOf(call).edits.push(call.body);
  return wireMessage(message, call.world.state);
}

function deleteReply(call: RouteCall): void {
  const message = messageOf(call);
  interactionOf(call).deleted.push(message.id);
  remove(call.world, message);
}
