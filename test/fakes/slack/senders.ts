import { eventCallback } from './events.ts';
import type { Fields } from './fields.ts';
import type { HttpReply, HttpSender, SendOptions } from './http-sender.ts';
import { slashCommand, sslCheck, urlVerification } from './payloads.ts';
import type { PayloadContext } from './payloads.ts';
import type { DeliveryOptions, SocketAck, SocketMode } from './socket-mode.ts';

type Form = Readonly<Record<string, string>>;

/** What people do, told to the app; both transports take the same. */
export interface Sender<Options, Reply> {
  /** Missing fields are filled in; `text` is enough. */
  command(fields?: Form, options?: Options): Promise<Reply>;
  /** Of an event, or of a whole envelope; `own` are fields of the envelope. */
  event(event: Fields, own?: Fields, options?: Options): Promise<Reply>;
  action(payload: Fields, options?: Options): Promise<Reply>;
  shortcut(payload: Fields, options?: Options): Promise<Reply>;
  /** `view_submission` and `view_closed`. */
  view(payload: Fields, options?: Options): Promise<Reply>;
}

export interface SlackOverHttp extends Sender<SendOptions, HttpReply> {
  urlVerification(challenge?: string, options?: SendOptions): Promise<HttpReply>;
  sslCheck(options?: SendOptions): Promise<HttpReply>;
  /** Any bytes, signed unless told otherwise. */
  raw(body: string, options?: SendOptions): Promise<HttpReply>;
}

export function overHttp(sender: HttpSender, context: PayloadContext): SlackOverHttp {
  return {
    command: (fields = {}, options) => sender.form(slashCommand(fields, context), options),
    event: (event, own, options) => sender.json(eventCallback(event, context, own), options),
    action: sender.interaction,
    shortcut: sender.interaction,
    view: sender.interaction,
    urlVerification: (challenge, options) => sender.json(urlVerification(challenge), options),
    sslCheck: (options) => sender.form(sslCheck(), options),
    raw: sender.raw,
  };
}

export interface SlackOverSocket
  extends
    Sender<DeliveryOptions, SocketAck>,
    Pick<
      SocketMode,
      'connected' | 'connections' | 'disconnect' | 'drop' | 'redeliver' | 'send' | 'sendRaw' | 'silence'
    > {}

export function overSocket(socket: SocketMode, context: PayloadContext): SlackOverSocket {
  const interact = (payload: Fields, options?: DeliveryOptions) =>
    socket.send('interactive', payload, options);
  return {
    command: (fields = {}, options) => socket.send('slash_commands', slashCommand(fields, context), options),
    event: (event, own, options) => socket.send('events_api', eventCallback(event, context, own), options),
    action: interact,
    shortcut: interact,
    view: interact,
    get connections() {
      return socket.connections;
    },
    connected: () => socket.connected(),
    disconnect: (reason) => socket.disconnect(reason),
    drop: () => socket.drop(),
    silence: () => socket.silence(),
    redeliver: () => socket.redeliver(),
    send: (type, payload, options) => socket.send(type, payload, options),
    sendRaw: (data) => socket.sendRaw(data),
  };
}
