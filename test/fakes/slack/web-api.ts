import type { IncomingMessage, ServerResponse } from 'node:http';
import { perform } from '../answers.ts';
import type { Answers, Reply } from '../answers.ts';
import type { ApiCall } from './answers.ts';
import { APP_METHODS } from './app-methods.ts';
import { CHAT_METHODS } from './chat-methods.ts';
import { CONVERSATION_METHODS } from './conversation-methods.ts';
import { textOf } from './fields.ts';
import type { Fields } from './fields.ts';
import type { Inspector } from './inspector.ts';
import type { Method } from './method.ts';
import { exchange } from './oauth.ts';
import type { OAuthClient } from './oauth.ts';
import { readArguments } from './request-body.ts';
import { explained, SlackError } from './slack-error.ts';
import type { SlackState, Workspace } from './slack-state.ts';

const METHODS: Readonly<Record<string, Method>> = {
  ...APP_METHODS,
  ...CHAT_METHODS,
  ...CONVERSATION_METHODS,
};

export interface WebApiOptions {
  readonly state: SlackState;
  readonly answers: Answers<ApiCall>;
  readonly inspector: Inspector;
  readonly client: OAuthClient;
  /** A new address for Socket Mode. */
  readonly openSocket: () => string;
  /** Ends what hangs. */
  readonly ending: AbortSignal;
}

/** Slack's Web API: every call in order, and what it says to each. */
export class WebApi {
  readonly calls: ApiCall[] = [];
  readonly #options: WebApiOptions;

  constructor(options: WebApiOptions) {
    this.#options = options;
  }

  /** Answers `POST /api/METHOD`. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '', query = ''] = (request.url ?? '').slice('/api/'.length).split('?');
    const args = await readArguments(request);
    const body = { ...Object.fromEntries(new URLSearchParams(query)), ...args };
    const call = {
      method: path,
      body,
      token: tokenOf(request, body),
      headers: request.headers,
      at: new Date(),
    };
    this.calls.push(call);
    this.#options.inspector.call(path, body);
    const run = (): Reply =>
      args === undefined ? refusal(new SlackError('json_not_object')) : this.#run(call);
    await perform(this.#options.answers.take(path, call), { response, run, ending: this.#options.ending });
  }

  #run(call: ApiCall): Reply {
    try {
      return this.#dispatch(call);
    } catch (error) {
      if (error instanceof SlackError) return refusal(error, this.#scopeHeaders(call));
      throw error;
    }
  }

  #dispatch(call: ApiCall): Reply {
    const { state, client, openSocket } = this.#options;
    const { method, body, token, headers } = call;
    if (method === 'oauth.v2.access')
      return success(exchange(body, textOf(headers.authorization), { state, client }), {});
    if (method === 'apps.connections.open') {
      this.#requireAppToken(token);
      return success({ url: openSocket() }, {});
    }
    const known = METHODS[method];
    if (known === undefined) throw new SlackError('unknown_method', { req_method: method });
    return success(this.#call(known, body, this.#workspaceOf(token)), this.#scopeHeaders(call));
  }

  #call(method: Method, args: Fields, workspace: Workspace): Fields {
    const call = { args, workspace, state: this.#options.state };
    const needed = method.scopes?.(call) ?? [];
    if (needed.length > 0 && !needed.some((scope) => workspace.scopes.includes(scope))) {
      const provided = workspace.scopes.join(',');
      throw new SlackError('missing_scope', { needed: needed.join(','), provided });
    }
    const missing = (method.required ?? []).filter((name) => args[name] === undefined || args[name] === '');
    // A status is cleared by the empty one.
    const really = missing.filter((name) => name !== 'status' || args[name] === undefined);
    if (really.length > 0)
      throw explained('invalid_arguments', ...really.map((name) => `missing required field: ${name}`));
    return method.run(call);
  }

  #workspaceOf(token: string): Workspace {
    const { state } = this.#options;
    if (token === '') throw new SlackError('not_authed');
    if (state.appTokens.has(token)) throw new SlackError('not_allowed_token_type');
    const workspace = state.workspaces.get(token);
    if (workspace === undefined) throw new SlackError('invalid_auth');
    if (workspace.refusal !== undefined) throw new SlackError(workspace.refusal);
    return workspace;
  }

  #requireAppToken(token: string): void {
    const { state } = this.#options;
    if (token === '') throw new SlackError('not_authed');
    if (state.workspaces.has(token)) throw new SlackError('not_allowed_token_type');
    const scopes = state.appTokens.get(token);
    if (scopes === undefined) throw new SlackError('invalid_auth');
    if (!scopes.includes('connections:write'))
      throw new SlackError('missing_scope', { needed: 'connections:write', provided: scopes.join(',') });
  }

  /** Slack says with every reply what the token may do. */
  #scopeHeaders({ token }: ApiCall): Readonly<Record<string, string>> {
    const workspace = this.#options.state.workspaces.get(token);
    return workspace === undefined ? {} : { 'x-oauth-scopes': workspace.scopes.join(',') };
  }
}

function tokenOf(request: IncomingMessage, args: Fields): string {
  const bearer = /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? textOf(args['token']);
}

function success(body: Fields, headers: Readonly<Record<string, string>>): Reply {
  return { status: 200, headers, body: { ok: true, ...body } };
}

function refusal({ code, details }: SlackError, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, headers, body: { ok: false, error: code, ...details } };
}
