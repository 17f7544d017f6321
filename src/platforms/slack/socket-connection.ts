import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { keepTrying } from '../keep-trying.ts';
import { describeError, isFinal } from './slack-errors.ts';

/** What Bolt's receiver connects with. */
type SocketClient = SocketModeReceiver['client'];

export interface SocketConnectionOptions {
  readonly client: SocketClient;
  readonly log: Log;
  /** Called when the connection cannot be made again. */
  readonly onEnd: (reason: string) => void;
}

/**
 * Keeps Socket Mode connected. The SDK's own reconnecting ends the process with an unhandled rejection when Slack cannot be
 * reached, so it is turned off.
 */
export class SocketConnection {
  readonly #options: SocketConnectionOptions;
  readonly #ending = new AbortController();
  #connected = false;

  constructor(options: SocketConnectionOptions) {
    this.#options = options;
    options.client.on('disconnected', () => this.#onDisconnected());
  }

  get isConnected(): boolean {
    return this.#connected;
  }

  /** Resolves once Slack says hello; rejects with what to do when it never will. */
  async start(): Promise<void> {
    const { client, log } = this.#options;
    const { signal } = this.#ending;
    await keepTrying(() => client.start(), {
      what: 'connecting to Slack',
      describe: (error) => describeError(error, 'SLACK_APP_TOKEN'),
      isFinal,
      signal,
      log,
    });
    this.#connected = true;
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    const wasConnected = this.#connected;
    this.#connected = false;
    if (wasConnected) await this.#options.client.disconnect();
  }

  #onDisconnected(): void {
    // A connection that was never made is tried again by `start`.
    if (!this.#connected || this.#ending.signal.aborted) return;
    this.#connected = false;
    this.#options.log.info('the connection to Slack was lost; connecting again');
    this.start().catch((error: unknown) => {
      if (this.#ending.signal.aborted) return;
      this.#options.onEnd(error instanceof Error ? error.message : String(error));
    });
  }
}
