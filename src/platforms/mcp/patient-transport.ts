import type {
  JSONRPCMessage,
  JSONRPCRequest,
  MessageExtraInfo,
  Transport,
} from '@modelcontextprotocol/server';

type Id = string | number;

/** What requests wait for, however it ends. */
export interface Readiness {
  readonly docs: Promise<unknown>;
  /** The entries of changelogs. */
  readonly entries: Promise<unknown>;
}

export interface PatientOptions {
  readonly ready: Readiness;
  /** Milliseconds, from the start on, for which requests wait at most. */
  readonly patience: number;
  /** The same for the list of tools. */
  readonly listPatience: number;
}

/** Requests that are answered from the docs. */
const OF_DOCS: ReadonlySet<string> = new Set([
  'completion/complete',
  'resources/list',
  'resources/read',
  'tools/call',
]);

/** Says which versions and languages there are, where they are known soon; who asks for it often asks nothing else. */
const LIST = 'tools/list';

/** The tool that is answered from changelogs alone, whatever its prefix. */
const OF_ENTRIES = /_changelogs$/u;

/** A transport whose requests wait for the docs where they need them; all others, and all answers, pass at once. */
export class PatientTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage, extra?: MessageExtraInfo) => void;
  /** Resolves once nothing comes or goes any more. */
  readonly closed: Promise<void>;
  readonly #inner: Transport;
  readonly #ready: Readiness & { readonly list: Promise<unknown> };
  readonly #waiting = new Set<Id>();
  readonly #unanswered = new Set<Id>();
  readonly #listeners: (() => void)[] = [];
  #end: () => void = () => undefined;

  constructor(inner: Transport, { ready, patience, listPatience }: PatientOptions) {
    this.#inner = inner;
    this.closed = new Promise((resolve) => (this.#end = resolve));
    const soon = (what: Promise<unknown>, most = patience): Promise<unknown> =>
      Promise.race([what, new Promise((resolve) => setTimeout(resolve, most).unref())]).catch(
        () => undefined,
      );
    this.#ready = {
      docs: soon(ready.docs),
      entries: soon(ready.entries),
      list: soon(ready.docs, listPatience),
    };
  }

  async start(): Promise<void> {
    const onclose = (): void => {
      this.#unanswered.clear();
      this.#tell();
      this.#end();
      this.onclose?.();
    };
    Object.assign(this.#inner, {
      onmessage: (message: JSONRPCMessage) => this.#receive(message),
      onerror: (error: Error) => this.onerror?.(error),
      onclose,
    });
    await this.#inner.start();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    await this.#inner.send(message);
    if (!('method' in message) && message.id !== undefined) this.#settle(message.id);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  /** Resolves once every request is answered that has come. */
  async answered(): Promise<void> {
    if (this.#unanswered.size === 0) return;
    await new Promise<void>((resolve) => void this.#listeners.push(resolve));
  }

  #receive(message: JSONRPCMessage): void {
    if ('method' in message && 'id' in message) {
      this.#unanswered.add(message.id);
      if (OF_DOCS.has(message.method) || message.method === LIST) return void this.#hold(message);
    } else if ('method' in message && message.method === 'notifications/cancelled') {
      const id = idOf(message.params?.['requestId']);
      // Who has cancelled gets no answer.
      if (id !== undefined) this.#settle(id);
      if (id !== undefined && this.#waiting.delete(id)) return;
    }
    this.onmessage?.(message);
  }

  async #hold(message: JSONRPCRequest): Promise<void> {
    this.#waiting.add(message.id);
    await this.#neededFor(message);
    if (this.#waiting.delete(message.id)) this.onmessage?.(message);
  }

  #neededFor({ method, params }: JSONRPCRequest): Promise<unknown> {
    if (method === LIST) return this.#ready.list;
    return OF_ENTRIES.test(String(params?.['name'])) ? this.#ready.entries : this.#ready.docs;
  }

  #settle(id: Id): void {
    this.#unanswered.delete(id);
    if (this.#unanswered.size === 0) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners.splice(0)) listener();
  }
}

function idOf(value: unknown): Id | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
