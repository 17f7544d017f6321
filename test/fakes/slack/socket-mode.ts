import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { isFields, textOf } from './fields.ts';
import type { Fields } from './fields.ts';
import type { Inspector } from './inspector.ts';
import type { SlackState } from './slack-state.ts';

/** How long is waited for an acknowledgement, in milliseconds. Slack waits three seconds; a machine that runs tests may be slow. */
const ACK_TIMEOUT = 30_000;

/** Slack pings about so often, in milliseconds. */
const PING_INTERVAL = 2_000;

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

export interface DeliveryOptions {
  /** In milliseconds, while there is a connection; half a minute where it is left out. */
  readonly timeout?: number;
  /** Counts up from 1 when Slack tries again. */
  readonly retryAttempt?: number;
  readonly retryReason?: string;
}

/** The app's acknowledgement. */
export interface SocketAck {
  readonly envelopeId: string;
  /** `{}` where the app says nothing. */
  readonly payload: Fields;
  readonly ms: number;
  /** How often it was delivered: more than once where a connection was lost. */
  readonly deliveries: number;
}

interface Envelope {
  readonly id: string;
  readonly type: EnvelopeType;
  readonly payload: Fields;
  readonly options: DeliveryOptions;
  readonly begun: number;
  deliveries: number;
  /** Where it was delivered last. */
  socket: WebSocket | undefined;
  timer: NodeJS.Timeout | undefined;
  readonly settle: (ack: SocketAck) => void;
  readonly fail: (error: Error) => void;
}

export interface SocketModeOptions {
  readonly state: SlackState;
  readonly inspector: Inspector;
  /** `127.0.0.1:port` */
  readonly host: () => string;
}

/** Slack's end of Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode */
export class SocketMode {
  readonly #options: SocketModeOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  /** That are open and not told to go, oldest first. */
  #open: WebSocket[] = [];
  #waiting: Envelope[] = [];
  readonly #unacknowledged = new Map<string, Envelope>();
  #last: Envelope | undefined;
  #connections = 0;
  #watchers: (() => void)[] = [];
  readonly #pinging = setInterval(() => this.#open.forEach((socket) => socket.ping()), PING_INTERVAL);

  constructor(options: SocketModeOptions) {
    this.#options = options;
  }

  /** How many connections were made since the start. */
  get connections(): number {
    return this.#connections;
  }

  /** What `apps.connections.open` gives out, good for one connection. */
  createUrl(): string {
    const ticket = this.#options.state.nextId('ticket');
    this.#tickets.add(ticket);
    return `ws://${this.#options.host()}/link/?ticket=${ticket}&app_id=${this.#options.state.workspace.appId}`;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '', 'ws://slack').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened));
  }

  /** Resolves once the app is connected: at once if it is. */
  async connected(): Promise<void> {
    if (this.#open.length === 0) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }

  /**
   * Resolves with the acknowledgement. What a lost connection left unacknowledged is delivered again on the next one, with
   * `retry_attempt`. Rejects once the app is connected and says nothing for so long.
   */
  send(type: EnvelopeType, payload: Fields, options: DeliveryOptions = {}): Promise<SocketAck> {
    return new Promise((resolve, reject) => {
      const envelope: Envelope = {
        id: crypto.randomUUID(),
        type,
        payload,
        options,
        begun: performance.now(),
        deliveries: 0,
        socket: undefined,
        timer: undefined,
        settle: resolve,
        fail: reject,
      };
      this.#last = envelope;
      this.#deliver(envelope);
    });
  }

  /** Sends the last envelope once more, acknowledged or not, as Slack does when it did not see the acknowledgement. */
  redeliver(): Promise<SocketAck> {
    if (this.#last === undefined) throw new Error('nothing was sent yet');
    const { type, payload, options } = this.#last;
    const retryAttempt = (options.retryAttempt ?? 0) + 1;
    return this.send(type, payload, { ...options, retryAttempt, retryReason: 'timeout' });
  }

  /** Sends what is no envelope, such as broken JSON. */
  async sendRaw(data: string): Promise<void> {
    await this.connected();
    this.#open.at(-1)?.send(data);
  }

  /** Asks the app to connect anew: `refresh_requested`, or `link_disabled` where Socket Mode was turned off. */
  disconnect(reason: 'refresh_requested' | 'link_disabled' | 'warning' = 'refresh_requested'): void {
    const leaving = this.#open;
    if (reason !== 'warning') this.#open = [];
    const message = { type: 'disconnect', reason, debug_info: { host: 'applink-fake' } };
    for (const socket of leaving) socket.send(JSON.stringify(message));
  }

  /** Breaks every connection without a word. */
  drop(): void {
    const dropped = this.#open;
    this.#open = [];
    for (const socket of dropped) socket.terminate();
  }

  /** Stays connected, and neither reads nor pings any more. */
  silence(): void {
    const silent = this.#open;
    this.#open = [];
    for (const socket of silent) socket.pause();
  }

  async stop(): Promise<void> {
    clearInterval(this.#pinging);
    this.#open = [];
    for (const { timer } of this.#unacknowledged.values()) clearTimeout(timer);
    for (const socket of this.#server.clients) {
      socket.resume();
      socket.terminate();
    }
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #welcome(socket: WebSocket): void {
    this.#connections += 1;
    this.#open.push(socket);
    socket.on('message', (data) => this.#acknowledge(String(data)));
    socket.on('error', () => undefined);
    socket.on('close', () => this.#forget(socket));
    const { appId } = this.#options.state.workspace;
    const debug = { host: 'applink-fake', build_number: 1, approximate_connection_time: 18_060 };
    const hello = { type: 'hello', num_connections: this.#open.length, debug_info: debug };
    socket.send(JSON.stringify({ ...hello, connection_info: { app_id: appId } }));
    for (const envelope of this.#waiting.splice(0)) this.#deliver(envelope);
    for (const resolve of this.#watchers.splice(0)) resolve();
  }

  /** What it left unacknowledged waits for the next connection, or goes to another. */
  #forget(socket: WebSocket): void {
    this.#open = this.#open.filter((one) => one !== socket);
    for (const envelope of this.#unacknowledged.values()) {
      if (envelope.socket !== socket) continue;
      this.#unacknowledged.delete(envelope.id);
      clearTimeout(envelope.timer);
      this.#deliver(envelope);
    }
  }

  #deliver(envelope: Envelope): void {
    const socket = this.#open.at(-1);
    if (socket === undefined) return void this.#waiting.push(envelope);
    const { id, type, payload, options } = envelope;
    const { retryAttempt = 0, retryReason = '', timeout = ACK_TIMEOUT } = options;
    const attempt = retryAttempt + envelope.deliveries;
    const reason = retryReason || (attempt > 0 ? 'timeout' : '');
    const retry = type === 'events_api' ? { retry_attempt: attempt, retry_reason: reason } : {};
    envelope.deliveries += 1;
    envelope.socket = socket;
    this.#unacknowledged.set(id, envelope);
    envelope.timer = setTimeout(() => {
      this.#unacknowledged.delete(id);
      envelope.fail(new Error(`${type} was not acknowledged within ${timeout} ms`));
    }, timeout);
    const accepts = type !== 'events_api';
    socket.send(
      JSON.stringify({ envelope_id: id, type, accepts_response_payload: accepts, payload, ...retry }),
    );
  }

  #acknowledge(data: string): void {
    const message = JSON.parse(data) as unknown;
    const envelope = isFields(message) ? this.#unacknowledged.get(textOf(message['envelope_id'])) : undefined;
    if (envelope === undefined || !isFields(message)) return;
    this.#unacknowledged.delete(envelope.id);
    clearTimeout(envelope.timer);
    const payload = isFields(message['payload']) ? message['payload'] : {};
    this.#options.inspector.message('ack', payload);
    const { id: envelopeId, begun, deliveries } = envelope;
    envelope.settle({ envelopeId, payload, ms: performance.now() - begun, deliveries });
  }
}
