import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { isFields, textOf } from '../slack/fields.ts';
import type { Fields } from '../slack/fields.ts';
import type { DiscordState } from './discord-state.ts';
import { wireUser, wireWholeGuild } from './wire.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  ack: 11,
};

/** Intents that an application needs leave for, with the flags that say it has it. */
const PRIVILEGED: readonly (readonly [intent: number, flags: number])[] = [
  [1 << 1, (1 << 14) | (1 << 15)],
  [1 << 8, (1 << 12) | (1 << 13)],
  [1 << 15, (1 << 18) | (1 << 19)],
];

/** Which intents bring an event; others need none. The second is for conversations with one person. */
const NEEDED: Readonly<Record<string, readonly [guild: number, direct: number]>> = {
  GUILD_CREATE: [1, 1],
  GUILD_DELETE: [1, 1],
  CHANNEL_CREATE: [1, 1],
  CHANNEL_UPDATE: [1, 1],
  CHANNEL_DELETE: [1, 1],
  THREAD_CREATE: [1, 1],
  THREAD_UPDATE: [1, 1],
  THREAD_DELETE: [1, 1],
  MESSAGE_CREATE: [1 << 9, 1 << 12],
  MESSAGE_UPDATE: [1 << 9, 1 << 12],
  MESSAGE_DELETE: [1 << 9, 1 << 12],
};

const MESSAGE_CONTENT = 1 << 15;

/** What the app said of itself. */
export interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  readonly presence: unknown;
  readonly at: Date;
}

export interface Resume {
  readonly sessionId: string;
  readonly seq: number;
  /** How many events it was told again. */
  readonly replayed: number;
  readonly at: Date;
}

/** An event for the sessions that it concerns. */
export interface GatewayEvent {
  readonly type: string;
  /** Undefined for what concerns no guild, which shard 0 hears of. */
  readonly guildId: string | undefined;
  readonly data: Fields;
  /** Where it is another for apps that may not read what people write. */
  readonly withoutContent?: Fields;
}

interface Sent {
  readonly s: number;
  readonly t: string;
  readonly d: Fields;
}

interface Session {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  readonly sent: Sent[];
  /** Undefined while the connection is lost. */
  socket: WebSocket | undefined;
}

export interface GatewayOptions {
  readonly state: DiscordState;
  /** In milliseconds. */
  readonly heartbeatInterval: number;
  readonly url: () => string;
}

/** Discord's end of the gateway: https://docs.discord.com/developers/events/gateway */
export class Gateway {
  readonly identifies: Identify[] = [];
  readonly resumes: Resume[] = [];
  /** How many were opened since the start. */
  connections = 0;
  heartbeats = 0;
  /** Whether heartbeats are acknowledged; a test may change it. */
  acknowledges = true;
  /** Codes that the next sessions are refused with, one each, when they identify or resume. */
  readonly refusals: number[] = [];
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();
  readonly #open = new Map<WebSocket, Session | undefined>();
  /** Came while no shard was there that they concern. */
  #waiting: GatewayEvent[] = [];
  #last: GatewayEvent | undefined;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened));
  }

  /** How many sessions are connected and were told that they are ready. */
  get ready(): number {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== undefined).length;
  }

  /** Tells all sessions that it concerns; lost ones hear of it when they resume. */
  dispatch(event: GatewayEvent): void {
    this.#last = event;
    const concerned = [...this.#sessions.values()].filter((session) => concerns(event, session));
    if (concerned.length === 0) this.#waiting.push(event);
    for (const session of concerned) send(session, event);
  }

  /** The last event once more, as a new one. */
  redeliver(): void {
    if (this.#last === undefined) throw new Error('nothing was dispatched yet');
    this.dispatch(this.#last);
  }

  /** Events that were told already, which comes with no new sequence number, as after a resume that goes too far back. */
  replay(count = 1): void {
    for (const { sent, socket } of this.#sessions.values())
      for (const one of sent.slice(-count)) tell(socket, { op: OP.dispatch, ...one });
  }

  /** Op 7: the app is to connect anew and resume. */
  reconnect(): void {
    this.#tellAll({ op: OP.reconnect, d: null });
  }

  /** Op 9. What cannot be resumed is forgotten. In the tick after a resume, discord.js throws in its handler. */
  invalidate(isResumable: boolean): void {
    const told = this.#connected();
    for (const session of told) {
      if (!isResumable) this.#sessions.delete(session.id);
      tell(session.socket, { op: OP.invalid, d: isResumable });
    }
  }

  /** Closes every connection with a code of Discord's; sessions can be resumed unless the code forbids it. */
  close(code: number, reason = ''): void {
    for (const socket of this.#open.keys()) this.#part(socket, () => socket.close(code, reason));
  }

  /** Breaks every connection without a word, which the app sees as 1006. */
  drop(): void {
    for (const socket of this.#open.keys()) this.#part(socket, () => socket.terminate());
  }

  /** Stays connected and tells nothing any more; a close is answered, as by a proxy that lost Discord. */
  silence(): void {
    for (const socket of this.#open.keys()) this.#lose(socket);
  }

  /** Stays connected and neither reads nor tells anything; discord.js waits half a minute for its close to be answered. */
  freeze(): void {
    for (const socket of this.#open.keys()) this.#part(socket, () => socket.pause());
  }

  /** Any text on every connection, such as broken JSON. */
  sendRaw(data: string): void {
    for (const { socket } of this.#connected()) socket?.send(data);
  }

  async stop(): Promise<void> {
    for (const socket of this.#server.clients) {
      socket.resume();
      socket.terminate();
    }
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #connected(): Session[] {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== undefined);
  }

  #tellAll(payload: Fields): void {
    for (const { socket } of this.#connected()) tell(socket, payload);
  }

  /** What is dispatched from now on waits for the resume. */
  #part(socket: WebSocket, how: () => void): void {
    this.#lose(socket);
    how();
  }

  #lose(socket: WebSocket): void {
    const session = this.#open.get(socket);
    if (session?.socket === socket) session.socket = undefined;
    this.#open.delete(socket);
  }

  #welcome(socket: WebSocket): void {
    this.connections += 1;
    this.#open.set(socket, undefined);
    socket.on('message', (data) => this.#hear(socket, String(data)));
    socket.on('error', () => undefined);
    socket.on('close', (code) => this.#gone(socket, code));
    tell(socket, { op: OP.hello, d: { heartbeat_interval: this.#options.heartbeatInterval, _trace: [] } });
  }

  /** An app that closes with 1000 or 1001 gives its session up. */
  #gone(socket: WebSocket, code: number): void {
    const session = this.#open.get(socket);
    this.#lose(socket);
    if (session !== undefined && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
  }

  #hear(socket: WebSocket, data: string): void {
    if (!this.#open.has(socket)) return undefined;
    const payload = JSON.parse(data) as unknown;
    if (!isFields(payload)) return this.#refuse(socket, 4002);
    const d = isFields(payload['d']) ? payload['d'] : {};
    switch (payload['op']) {
      case OP.heartbeat:
        this.heartbeats += 1;
        if (this.acknowledges) tell(socket, { op: OP.ack });
        return undefined;
      case OP.identify:
        return this.#identify(socket, d);
      case OP.resume:
        return this.#resume(socket, d);
      default:
        return undefined;
    }
  }

  #refuse(socket: WebSocket, code: number): void {
    this.#part(socket, () => socket.close(code));
  }

  #identify(socket: WebSocket, d: Fields): void {
    const identify: Identify = {
      token: textOf(d['token']),
      intents: Number(d['intents']),
      shard: shardOf(d['shard']),
      presence: d['presence'],
      at: new Date(),
    };
    this.identifies.push(identify);
    const code = this.refusals.shift() ?? this.#against(identify);
    if (code !== undefined) return this.#refuse(socket, code);
    if (this.#open.get(socket) !== undefined) return this.#refuse(socket, 4005);
    this.#begin(socket, identify);
  }

  #against({ token, intents, shard: [id, count] }: Identify): number | undefined {
    const { application } = this.#options.state;
    if (token !== application.token) return 4004;
    if (id >= count) return 4010;
    const denied = PRIVILEGED.some(
      ([intent, flags]) => (intents & intent) !== 0 && (application.flags & flags) === 0,
    );
    return denied ? 4014 : undefined;
  }

  #begin(socket: WebSocket, { intents, shard }: Identify): void {
    const { state, url } = this.#options;
    const id = crypto.randomUUID().replaceAll('-', '');
    const session: Session = { id, shard, intents, sent: [], socket };
    this.#sessions.set(id, session);
    this.#open.set(socket, session);
    const guilds = [...state.guilds.values()].filter((guild) => isOfShard(guild.id, shard));
    const ready = {
      v: 10,
      user: { ...wireUser(state.user(state.application.id)), verified: true, mfa_enabled: true, email: null },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: id,
      resume_gateway_url: url(),
      shard,
      application: { id: state.application.id, flags: state.application.flags },
      private_channels: [],
      relationships: [],
      user_settings: {},
      session_type: 'normal',
    };
    send(session, { type: 'READY', guildId: undefined, data: ready });
    for (const guild of guilds)
      send(session, { type: 'GUILD_CREATE', guildId: guild.id, data: wireWholeGuild(guild, state) });
    const waiting = this.#waiting.filter((event) => concerns(event, session));
    this.#waiting = this.#waiting.filter((event) => !waiting.includes(event));
    for (const event of waiting) send(session, event);
  }

  #resume(socket: WebSocket, d: Fields): void {
    const session = this.#sessions.get(textOf(d['session_id']));
    const seq = Number(d['seq']);
    const missed = session?.sent.filter(({ s }) => s > seq) ?? [];
    this.resumes.push({
      sessionId: textOf(d['session_id']),
      seq,
      replayed: missed.length,
      at: new Date(),
    });
    const refusal = this.refusals.shift();
    if (refusal !== undefined) return this.#refuse(socket, refusal);
    if (d['token'] !== this.#options.state.application.token) return this.#refuse(socket, 4004);
    if (session === undefined) return tell(socket, { op: OP.invalid, d: false });
    if (seq > session.sent.length) return this.#refuse(socket, 4007);
    if (session.socket !== undefined && session.socket !== socket) this.#lose(session.socket);
    session.socket = socket;
    this.#open.set(socket, session);
    for (const one of missed) tell(socket, { op: OP.dispatch, ...one });
    send(session, { type: 'RESUMED', guildId: undefined, data: { _trace: [] } });
  }
}

function shardOf(value: unknown): readonly [number, number] {
  return Array.isArray(value) ? [Number(value[0]), Number(value[1])] : [0, 1];
}

/** https://docs.discord.com/developers/events/gateway#sharding-sharding-formula */
function isOfShard(guildId: string, [id, count]: readonly [number, number]): boolean {
  return (BigInt(guildId) >> 22n) % BigInt(count) === BigInt(id);
}

function concerns({ type, guildId }: GatewayEvent, { shard, intents }: Session): boolean {
  const needed = NEEDED[type]?.[guildId === undefined ? 1 : 0] ?? 0;
  if (needed !== 0 && (intents & needed) === 0) return false;
  return guildId === undefined ? shard[0] === 0 : isOfShard(guildId, shard);
}

function send(session: Session, { type, data, withoutContent }: GatewayEvent): void {
  const d = (session.intents & MESSAGE_CONTENT) === 0 ? (withoutContent ?? data) : data;
  const sent = { s: session.sent.length + 1, t: type, d };
  session.sent.push(sent);
  tell(session.socket, { op: OP.dispatch, ...sent });
}

function tell(socket: WebSocket | undefined, payload: Fields): void {
  socket?.send(JSON.stringify(payload));
}
