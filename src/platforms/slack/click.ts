import type { BlockAction, Context, RespondFn, webApi } from '@slack/bolt';
import type { Handling } from './handling.ts';
import { isDirect } from './incoming.ts';
import { tenantOf } from './origin.ts';
import type { Tenant } from './origin.ts';
import type { Audience } from './render/message.ts';

/** A button pressed, or a search typed. */
export interface Click extends Tenant {
  readonly handling: Handling;
  readonly client: webApi.WebClient;
  readonly respond: RespondFn;
  /** What the button holds, or what was typed. */
  readonly value: string;
  readonly user: string;
  readonly userName: string;
  readonly trigger: string;
  readonly where: ClickPlace;
}

/** Where the button stands. */
export type ClickPlace =
  | { readonly kind: 'home' }
  | {
      readonly kind: 'message';
      readonly channel: string;
      readonly ts: string;
      /** The `ts` of the thread; empty outside of threads. */
      readonly thread: string;
      readonly audience: Audience;
    };

export interface ClickArrival {
  readonly body: BlockAction;
  readonly context: Context;
  readonly client: webApi.WebClient;
  readonly respond: RespondFn;
  readonly handling: Handling;
}

/** Reads what Slack sends of a click: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function readClick({ body, context, client, respond, handling }: ClickArrival): Click {
  return {
    handling,
    client,
    respond,
    value: valueOf(body.actions[0]),
    user: body.user.id,
    userName: body.user.name ?? '',
    ...tenantOf(context),
    trigger: body.trigger_id,
    where: placeOf(body),
  };
}

function placeOf({ container, channel }: BlockAction): ClickPlace {
  if (container['type'] !== 'message') return { kind: 'home' };
  const id = textOf(container['channel_id']) || (channel?.id ?? '');
  const isPrivate = container['is_ephemeral'] === true;
  return {
    kind: 'message',
    channel: id,
    ts: textOf(container['message_ts']),
    thread: textOf(container['thread_ts']),
    audience: isPrivate ? 'private' : isDirect(id) ? 'direct' : 'public',
  };
}

function valueOf(action: object | undefined): string {
  return textOf((action as { value?: unknown } | undefined)?.value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
