import type { IncomingMessage, ServerResponse } from 'node:http';
import { perform } from '../answers.ts';
import type { Answers, Reply } from '../answers.ts';
import type { ApiCall } from './answers.ts';
import { contentOf } from './chat-methods.ts';
import { textOf } from './fields.ts';
import type { Fields } from './fields.ts';
import type { Inspector } from './inspector.ts';
import { readArguments } from './request-body.ts';
import { SlackError } from './slack-error.ts';
import type { Message, SlackState } from './slack-state.ts';

/** How often one works: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const USES = 5;

/** What a `response_url` is for. */
export interface ResponsePlace {
  readonly channel?: string;
  readonly user?: string;
  /** The message that a button was clicked in; undefined for commands and shortcuts. */
  readonly messageTs?: string;
}

/** What the app sent to a `response_url`. */
export interface Response {
  readonly url: string;
  readonly body: Fields;
  /** Whether Slack took it. */
  readonly accepted: boolean;
  readonly at: Date;
}

interface Known extends ResponsePlace {
  uses: number;
  isExpired: boolean;
}

export interface ResponseUrlsOptions {
  readonly state: SlackState;
  readonly answers: Answers<ApiCall>;
  readonly inspector: Inspector;
  readonly ending: AbortSignal;
  readonly origin: () => string;
}

/** The addresses at which the app may answer later, and what it sent there. */
export class ResponseUrls {
  readonly responses: Response[] = [];
  readonly #known = new Map<string, Known>();
  readonly #options: ResponseUrlsOptions;

  constructor(options: ResponseUrlsOptions) {
    this.#options = options;
  }

  create(place: ResponsePlace = {}): string {
    const { state, origin } = this.#options;
    const kind = place.messageTs === undefined ? 'commands' : 'actions';
    const url = `${origin()}/${kind}/${state.workspace.teamId}/${state.nextId('')}/fake`;
    this.#known.set(url, { ...place, uses: 0, isExpired: false });
    return url;
  }

  /** As half an hour later. */
  expire(url: string): void {
    const known = this.#known.get(url);
    if (known === undefined) throw new Error(`no response_url of this Slack: ${url}`);
    known.isExpired = true;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { answers, inspector, origin, ending } = this.#options;
    const url = `${origin()}${request.url ?? ''}`;
    const body = (await readArguments(request)) ?? {};
    inspector.message('response_url', body);
    const run = (): Reply => this.#respond(url, body);
    const call = { method: 'response_url', body, token: '', headers: request.headers, at: new Date() };
    await perform(answers.take('response_url', call), { response, run, ending });
  }

  #respond(url: string, body: Fields): Reply {
    const reply = this.#replyTo(url, body);
    this.responses.push({ url, body, accepted: reply.status === 200, at: new Date() });
    return reply;
  }

  #replyTo(url: string, body: Fields): Reply {
    const known = this.#known.get(url);
    if (known === undefined || known.isExpired) return refusal(404, 'expired_url');
    if (known.uses >= USES) return refusal(404, 'used_url');
    known.uses += 1;
    try {
      this.#apply(known, body);
    } catch (error) {
      if (error instanceof SlackError) return refusal(400, error.code);
      throw error;
    }
    return { status: 200, headers: {}, body: { ok: true } };
  }

  #apply(place: ResponsePlace, body: Fields): void {
    const { state } = this.#options;
    const { channel = '', messageTs, user } = place;
    const original = state.messages.find((one) => one.channel === channel && one.ts === messageTs);
    if (body['delete_original'] === true) {
      if (original !== undefined) state.remove(original);
      return;
    }
    const content = contentOf(body, state);
    if (body['replace_original'] === true) return replace(original, content);
    const { botId, botUserId } = state.workspace;
    const isPublic = body['response_type'] === 'in_channel';
    state.addMessage({
      channel,
      threadTs: textOf(body['thread_ts']) || undefined,
      user: botUserId,
      botId,
      ephemeral: !isPublic,
      ephemeralUser: isPublic ? undefined : user,
      ...content,
    });
  }
}

/** A private message is not kept by Slack, so there may be none to replace. */
function replace(original: Message | undefined, { text, blocks }: Pick<Message, 'text' | 'blocks'>): void {
  if (original === undefined) return;
  original.text = text;
  original.blocks = blocks;
}

function refusal(status: number, error: string): Reply {
  return { status, headers: {}, body: { ok: false, error } };
}
