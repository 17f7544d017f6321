import { defined, isFields, objectsOf, textOf } from './fields.ts';
import type { Fields } from './fields.ts';
import type { ResponsePlace } from './response-urls.ts';
import type { Message, SlackState, Workspace } from './slack-state.ts';
import { wireMessage } from './wire-message.ts';

export interface PayloadContext {
  readonly state: SlackState;
  readonly workspace: Workspace;
  readonly responseUrl: (place: ResponsePlace) => string;
}

/** A slash command's fields: https://docs.slack.dev/interactivity/implementing-slash-commands */
export function slashCommand(
  own: Readonly<Record<string, string>>,
  context: PayloadContext,
): Record<string, string> {
  const { workspace, state, responseUrl } = context;
  const { user_id = 'U0ANA', channel_id = 'C0GENERAL' } = own;
  return {
    token: 'verification-token',
    team_id: workspace.teamId,
    team_domain: workspace.domain,
    ...(workspace.enterpriseId === undefined
      ? {}
      : { enterprise_id: workspace.enterpriseId, enterprise_name: `${workspace.teamName} Organisation` }),
    channel_id,
    channel_name: channelName(channel_id, state),
    user_id,
    user_name: userName(user_id, state),
    command: '/docs',
    text: '',
    api_app_id: workspace.appId,
    is_enterprise_install: 'false',
    response_url: own['response_url'] ?? responseUrl({ channel: channel_id, user: user_id }),
    trigger_id: triggerId(context),
    ...own,
  };
}

/** What Slack sends to see whether a certificate is right. */
export function sslCheck(): Record<string, string> {
  return { ssl_check: '1', token: 'verification-token' };
}

/** What Slack sends when an address for events is set. */
export function urlVerification(challenge = '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P'): Fields {
  return { token: 'verification-token', challenge, type: 'url_verification' };
}

/** What was clicked or typed. */
export interface ActionChoice {
  /** The blocks that it stands in. */
  readonly blocks: unknown;
  readonly actionId: string;
  /** What was typed, where it is an input. */
  readonly value?: string;
  /** Which one, where several have the id; from 0. */
  readonly nth?: number;
}

/** The `actions` of a click, made of the button as it was sent. Throws where there is none. */
export function actionOf({ blocks, actionId, value, nth = 0 }: ActionChoice, state: SlackState): Fields {
  const found = controlsOf(blocks).filter(({ control }) => control['action_id'] === actionId);
  const chosen = found[nth];
  if (chosen === undefined) {
    const all = controlsOf(blocks).map(({ control }) => textOf(control['action_id']));
    throw new Error(`no ${actionId} among ${all.join(', ') || 'no controls at all'}`);
  }
  const { control, blockId } = chosen;
  const { type, text, style, url } = control;
  const given = value ?? control['value'];
  const at = { action_id: actionId, block_id: blockId, type, action_ts: state.nextTs() };
  return defined(
    type === 'button' ? { ...at, text, value: given, style, url } : { ...at, value: given ?? null },
  );
}

interface Control {
  readonly control: Fields;
  readonly blockId: string;
}

function controlsOf(blocks: unknown): Control[] {
  return objectsOf(blocks).flatMap((block) => {
    const blockId = textOf(block['block_id']) || 'b0';
    const controls = [...objectsOf(block['elements']), block['accessory'], block['element']].filter(isFields);
    return controls
      .filter(({ action_id }) => action_id !== undefined)
      .map((control) => ({ control, blockId }));
  });
}

export interface Click {
  /** What `actionOf` takes, or the ready entry of `actions`. */
  readonly action: ActionChoice | Fields;
  readonly user?: string;
}

/** A click on a message that all in the channel see: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function clickInMessage(
  click: Click & { readonly message: Message },
  context: PayloadContext,
): Fields {
  const { message } = click;
  const { channel, ts, threadTs } = message;
  const place = { channel, messageTs: ts, user: click.user ?? 'U0ANA' };
  return {
    ...blockActions(click, context),
    container: defined({
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: false,
      thread_ts: threadTs,
    }),
    channel: { id: channel, name: channelName(channel, context.state) },
    message: { ...wireMessage(message, context.state), app_id: context.workspace.appId },
    state: { values: {} },
    response_url: context.responseUrl(place),
  };
}

export interface EphemeralClick extends Click {
  readonly channel?: string;
  readonly messageTs?: string;
  /** Where the private message stands in a thread. */
  readonly threadTs?: string;
}

/** A click on a private message: Slack does not say what it held. */
export function clickInEphemeral(click: EphemeralClick, context: PayloadContext): Fields {
  const { channel = 'C0GENERAL', messageTs = context.state.nextTs(), threadTs, user = 'U0ANA' } = click;
  return {
    ...blockActions(click, context),
    container: defined({
      type: 'message',
      message_ts: messageTs,
      channel_id: channel,
      is_ephemeral: true,
      thread_ts: threadTs,
    }),
    channel: { id: channel, name: channelName(channel, context.state) },
    state: { values: {} },
    response_url: context.responseUrl({ channel, messageTs, user }),
  };
}

/** A click or a search in the home tab of who clicks; there is no `response_url`. */
export function clickInHome(click: Click, context: PayloadContext): Fields {
  const view = context.state.views.get(click.user ?? 'U0ANA');
  if (view === undefined) throw new Error('no home tab was published for this person');
  return {
    ...blockActions(click, context),
    container: { type: 'view', view_id: view['id'] },
    view,
  };
}

function blockActions({ action, user = 'U0ANA' }: Click, context: PayloadContext): Fields {
  const isChoice = 'actionId' in action;
  return {
    type: 'block_actions',
    ...interaction(user, context),
    actions: [isChoice ? actionOf(action as ActionChoice, context.state) : action],
  };
}

/** "Find in docs" on a message: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export function messageShortcut(
  { message, user = 'U0ANA', callbackId = 'signpost_find' }: MessageShortcutChoice,
  context: PayloadContext,
): Fields {
  const { channel, ts } = message;
  return {
    type: 'message_action',
    ...interaction(user, context),
    action_ts: context.state.nextTs(),
    callback_id: callbackId,
    message_ts: ts,
    channel: { id: channel, name: channelName(channel, context.state) },
    message: wireMessage(message, context.state),
    response_url: context.responseUrl({ channel, user }),
  };
}

export interface MessageShortcutChoice {
  readonly message: Message;
  readonly user?: string;
  readonly callbackId?: string;
}

/** A shortcut from anywhere. */
export function globalShortcut(callbackId: string, context: PayloadContext, user = 'U0ANA'): Fields {
  const fields = interaction(user, context);
  return { type: 'shortcut', ...fields, callback_id: callbackId, action_ts: context.state.nextTs() };
}

/** A dialogue sent off or closed: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function viewPayload(
  type: 'view_submission' | 'view_closed',
  own: Fields,
  context: PayloadContext,
): Fields {
  const { state, workspace } = context;
  const view = {
    id: state.nextId('V'),
    team_id: workspace.teamId,
    type: 'modal',
    blocks: [],
    private_metadata: '',
    callback_id: 'fake',
    state: { values: {} },
    hash: `${state.nextTs()}.fake`,
    title: { type: 'plain_text', text: 'Title', emoji: true },
    clear_on_close: false,
    notify_on_close: type === 'view_closed',
    close: null,
    submit: null,
    app_id: workspace.appId,
    bot_id: workspace.botId,
    ...own,
  };
  const ending = type === 'view_closed' ? { is_cleared: false } : { response_urls: [] };
  return { type, ...interaction('U0ANA', context), view, ...ending };
}

/** What every interaction says of who, where and by which app. */
function interaction(user: string, { state, workspace }: PayloadContext): Fields {
  const { teamId, teamName, domain, enterpriseId, appId } = workspace;
  const name = userName(user, state);
  return {
    user: { id: user, username: name, name, team_id: teamId },
    api_app_id: appId,
    token: 'verification-token',
    trigger_id: triggerId({ state, workspace }),
    team: { id: teamId, domain },
    enterprise: enterpriseId === undefined ? null : { id: enterpriseId, name: `${teamName} Organisation` },
    is_enterprise_install: false,
  };
}

function triggerId({ state }: Pick<PayloadContext, 'state' | 'workspace'>): string {
  return `${Date.now()}.${state.nextId('')}.fake`;
}

function userName(id: string, state: SlackState): string {
  return state.users.get(id)?.name ?? id.toLowerCase();
}

function channelName(id: string, state: SlackState): string {
  const channel = state.channels.get(id);
  if (channel?.kind === 'im' || id.startsWith('D')) return 'directmessage';
  return channel?.kind === 'private' ? 'privategroup' : (channel?.name ?? id.toLowerCase());
}
