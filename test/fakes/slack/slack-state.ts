import type { Fields } from './fields.ts';

/** The app as it is installed in one workspace. */
export interface Workspace {
  readonly teamId: string;
  readonly teamName: string;
  readonly domain: string;
  /** Undefined where the workspace belongs to no organisation. */
  readonly enterpriseId: string | undefined;
  readonly appId: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botName: string;
  /** What the token may do; a test may change it. */
  scopes: string[];
  /** Error that every call with the token gets, such as `account_inactive`. */
  refusal: string | undefined;
}

export interface Channel {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  /** Whom the bot talks to in an `im`. */
  readonly user: string | undefined;
  /** Whether the bot is in it. */
  isMember: boolean;
  isArchived: boolean;
}

export interface User {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly realName: string;
  readonly isBot: boolean;
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  /** Undefined outside of threads, and for the message that a thread starts with. */
  readonly threadTs: string | undefined;
  readonly user: string | undefined;
  readonly botId: string | undefined;
  readonly subtype: string | undefined;
  /** Whether only one person sees it. */
  readonly ephemeral: boolean;
  /** Who sees it, where it is ephemeral. */
  readonly ephemeralUser: string | undefined;
  /** What apps tell each other, and nobody sees. */
  metadata: Fields | undefined;
  text: string;
  blocks: readonly Fields[] | undefined;
  /** What its links unfurl to, by address. */
  unfurls: Fields | undefined;
  edited: { readonly user: string; readonly ts: string } | undefined;
}

/** What an authorisation code is exchanged for. */
export interface Grant {
  readonly workspace: Workspace;
  readonly installer: string;
  readonly isEnterpriseInstall: boolean;
  /** What the exchange has to name; undefined: anything. */
  readonly redirectUri: string | undefined;
  isUsed: boolean;
}

export interface AssistantThread {
  title?: string;
  status?: string;
  prompts?: readonly Fields[];
}

/** Everything that Signpost may need on Slack. */
const SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'chat:write',
  'commands',
  'groups:history',
  'im:history',
  'links:read',
  'links:write',
];

const ACME: Workspace = {
  teamId: 'T024BE7LD',
  teamName: 'Acme',
  domain: 'acme',
  enterpriseId: undefined,
  appId: 'A0KRD7HC3',
  botToken: 'xoxb-24750000000-1111111111111-acme',
  botId: 'B0SIGNPOST',
  botUserId: 'U0SIGNPOST',
  botName: 'signpost',
  scopes: SCOPES,
  refusal: undefined,
};

/** What a workspace holds; the token tells which. */
export class SlackState {
  /** By bot token. */
  readonly workspaces = new Map<string, Workspace>();
  /** Scopes of app-level tokens. */
  readonly appTokens = new Map([['xapp-1-A0KRD7HC3-1234-fake', ['connections:write']]]);
  readonly channels = new Map<string, Channel>();
  readonly users = new Map<string, User>();
  /** Oldest first; ephemeral ones, too. */
  readonly messages: Message[] = [];
  /** Home tabs, by user. */
  readonly views = new Map<string, Fields>();
  /** By channel and `ts` of the thread, with a space between. */
  readonly assistantThreads = new Map<string, AssistantThread>();
  readonly grants = new Map<string, Grant>();
  #last = 0;
  #ids = 0;

  constructor() {
    this.addWorkspace({});
    this.addUser({ id: 'U0ANA', name: 'ana', realName: 'Ana Silva' });
    this.addUser({ id: 'U0BEN', name: 'ben', realName: 'Ben Okri' });
    this.addChannel({ id: 'C0GENERAL', name: 'general' });
    this.addChannel({ id: 'C0SUPPORT', name: 'support' });
    this.addChannel({ id: 'C0STRANGE', name: 'strange', isMember: false });
    this.addChannel({ id: 'C0ARCHIVED', name: 'archived', isArchived: true });
    this.addChannel({ id: 'C0TEAM', name: 'team', kind: 'private' });
    this.addChannel({ id: 'C0SECRET', name: 'secret', kind: 'private', isMember: false });
    this.addChannel({ id: 'D0ANA', name: 'ana', kind: 'im', user: 'U0ANA' });
  }

  addWorkspace(own: Partial<Workspace>): Workspace {
    const workspace = { ...ACME, scopes: [...SCOPES], ...own };
    this.workspaces.set(workspace.botToken, workspace);
    const { botUserId: id, teamId, botName: name } = workspace;
    this.addUser({ id, teamId, name, realName: name, isBot: true });
    return workspace;
  }

  addChannel(own: Partial<Channel> & { readonly id: string }): Channel {
    const channel: Channel = {
      teamId: ACME.teamId,
      name: own.id.toLowerCase(),
      kind: own.id.startsWith('D') ? 'im' : 'public',
      user: undefined,
      isMember: true,
      isArchived: false,
      ...own,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  addUser(own: Partial<User> & { readonly id: string }): User {
    const name = own.id.toLowerCase();
    const user = { teamId: ACME.teamId, name, realName: own.name ?? name, isBot: false, ...own };
    this.users.set(user.id, user);
    return user;
  }

  /** Puts a message in a channel as it is, unasked: what a person wrote, or what another test left there. */
  addMessage(own: Partial<Message> & { readonly channel: string }): Message {
    const message: Message = {
      ts: this.nextTs(),
      threadTs: undefined,
      user: own.botId === undefined ? 'U0ANA' : undefined,
      botId: undefined,
      subtype: undefined,
      ephemeral: false,
      ephemeralUser: undefined,
      metadata: undefined,
      text: '',
      blocks: undefined,
      unfurls: undefined,
      edited: undefined,
      ...own,
    };
    this.messages.push(message);
    return message;
  }

  /** The conversation of the bot with a person. */
  direct(user: User): Channel {
    const found = [...this.channels.values()].find(
      ({ kind, user: other }) => kind === 'im' && other === user.id,
    );
    const { id, teamId, name } = user;
    return found ?? this.addChannel({ id: `D0${id.slice(2)}`, teamId, name, kind: 'im', user: id });
  }

  /** What everybody can see. */
  find(channel: string, ts: string): Message | undefined {
    return this.messages.find((one) => one.channel === channel && one.ts === ts && !one.ephemeral);
  }

  remove(message: Message): void {
    this.messages.splice(this.messages.indexOf(message), 1);
  }

  /** What the app posted by itself in a channel, oldest first. */
  posts(channel: string): Message[] {
    return this.messages.filter((one) => one.channel === channel && one.metadata !== undefined);
  }

  /** The time now, later than any before: `1712345678.000100`. */
  nextTs(): string {
    this.#last = Math.max(this.#last + 100, Date.now() * 1_000);
    return `${Math.floor(this.#last / 1e6)}.${String(this.#last % 1e6).padStart(6, '0')}`;
  }

  /** An id like Slack's, none twice: `Ev0000000001`. */
  nextId(prefix: string): string {
    this.#ids += 1;
    return prefix + String(this.#ids).padStart(10, '0');
  }

  /** The first one. */
  get workspace(): Workspace {
    const [first] = this.workspaces.values();
    if (first === undefined) throw new Error('the fake Slack has no workspace');
    return first;
  }
}
