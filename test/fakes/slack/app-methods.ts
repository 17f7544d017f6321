import { withIds } from './chat-methods.ts';
import { complaints } from './block-limits.ts';
import { isFields, objectsOf, textOf } from './fields.ts';
import type { Fields } from './fields.ts';
import type { Method, MethodCall } from './method.ts';
import { explained, SlackError } from './slack-error.ts';
import type { AssistantThread } from './slack-state.ts';

const ASSISTANT = { scopes: () => ['assistant:write'] };
const THREAD = ['channel_id', 'thread_ts'];

/** What is neither a message nor a conversation: https://docs.slack.dev/reference/methods */
export const APP_METHODS: Readonly<Record<string, Method>> = {
  'auth.test': { run: test },
  'auth.revoke': { run: revoke },
  'users.info': { required: ['user'], scopes: () => ['users:read'], run: user },
  'views.publish': { required: ['user_id', 'view'], run: publish },
  'assistant.threads.setTitle': { ...ASSISTANT, required: [...THREAD, 'title'], run: setTitle },
  'assistant.threads.setStatus': {
    // Either, since 2026-03: https://docs.slack.dev/changelog/2026/03/05/set-status-scope-update
    scopes: () => ['assistant:write', 'chat:write'],
    required: [...THREAD, 'status'],
    run: setStatus,
  },
  'assistant.threads.setSuggestedPrompts': {
    ...ASSISTANT,
    required: ['channel_id', 'prompts'],
    run: setPrompts,
  },
};

function test({ workspace }: MethodCall): Fields {
  const { domain, teamName, teamId, enterpriseId, botName, botUserId, botId } = workspace;
  return {
    url: `https://${domain}.slack.com/`,
    team: teamName,
    user: botName,
    team_id: teamId,
    user_id: botUserId,
    bot_id: botId,
    ...(enterpriseId === undefined ? {} : { enterprise_id: enterpriseId }),
    is_enterprise_install: false,
  };
}

function revoke({ args, workspace }: MethodCall): Fields {
  if (args['test'] === true) return { revoked: false };
  workspace.refusal = 'token_revoked';
  return { revoked: true };
}

function user({ args, workspace, state }: MethodCall): Fields {
  const found = state.users.get(textOf(args['user']));
  if (found === undefined || found.teamId !== workspace.teamId) throw new SlackError('user_not_found');
  const { id, teamId, name, realName, isBot } = found;
  const profile = { real_name: realName, display_name: name, team: teamId };
  const user = {
    id,
    team_id: teamId,
    name,
    real_name: realName,
    deleted: false,
    tz: 'Europe/Lisbon',
    is_bot: isBot,
  };
  return { user: { ...user, profile } };
}

/** https://docs.slack.dev/reference/methods/views.publish */
function publish({ args, workspace, state }: MethodCall): Fields {
  const id = textOf(args['user_id']);
  const view = isFields(args['view']) ? args['view'] : {};
  if (state.users.get(id)?.teamId !== workspace.teamId) throw new SlackError('user_not_found');
  if (view['type'] !== 'home')
    throw explained('invalid_arguments', 'must be `home` [json-pointer:/view/type]');
  const found = complaints(view['blocks'], 100);
  if (found.length > 0) throw explained('invalid_arguments', ...found);
  if (JSON.stringify(view).length > 250_000) throw new SlackError('view_too_large');
  const before = state.views.get(id);
  if (args['hash'] !== undefined && before !== undefined && before['hash'] !== args['hash'])
    throw new SlackError('hash_conflict');
  const { teamId, appId, botId } = workspace;
  const kept = {
    id: textOf(before?.['id']) || state.nextId('V'),
    team_id: teamId,
    private_metadata: '',
    callback_id: '',
    ...view,
    blocks: withIds(objectsOf(view['blocks']), state),
    state: { values: {} },
    hash: `${state.nextTs()}.fake`,
    title: { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    previous_view_id: null,
    root_view_id: null,
    app_id: appId,
    external_id: '',
    app_installed_team_id: teamId,
    bot_id: botId,
  };
  state.views.set(id, kept);
  return { view: kept };
}

function threadOf({ args, state }: MethodCall): AssistantThread {
  const key = `${textOf(args['channel_id'])} ${textOf(args['thread_ts'])}`;
  if (!state.channels.has(textOf(args['channel_id']))) throw new SlackError('channel_not_found');
  const thread = state.assistantThreads.get(key) ?? {};
  state.assistantThreads.set(key, thread);
  return thread;
}

function setTitle(call: MethodCall): Fields {
  threadOf(call).title = textOf(call.args['title']);
  return {};
}

function setStatus(call: MethodCall): Fields {
  threadOf(call).status = textOf(call.args['status']);
  return {};
}

/** One to four: https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
function setPrompts(call: MethodCall): Fields {
  const prompts = objectsOf(call.args['prompts']);
  const isRight = prompts.every(({ title, message }) => textOf(title) !== '' && textOf(message) !== '');
  if (!isRight || prompts.length === 0 || prompts.length > 4)
    throw explained('invalid_arguments', 'prompts [json-pointer:/prompts]');
  threadOf(call).prompts = prompts;
  return {};
}
