import type { SlackSettings } from './settings.ts';

/** What a permission or an event is for: a key of the settings, or how Signpost runs. */
type Feature =
  | 'always'
  | 'mentions'
  | 'threads'
  | 'directMessages'
  | 'unfurl'
  | 'home'
  | 'assistant'
  | 'changelog'
  | 'many'
  | 'socket';

interface Row {
  /** `scope`: of the bot; `appScope`: of the app-level token. */
  readonly kind: 'scope' | 'event' | 'appScope';
  readonly name: string;
  /** It is needed as soon as one of them is on. */
  readonly features: readonly Feature[];
  /** What for, so that it goes on after "needed". */
  readonly reason: string;
}

/**
 * Everything that Signpost may ask of Slack. Events without a scope need none. Sources: https://docs.slack.dev/reference/scopes,
 * https://docs.slack.dev/reference/events and the page of each method, such as https://docs.slack.dev/reference/methods/chat.unfurl.
 */
export const NEEDS = [
  {
    kind: 'scope',
    name: 'commands',
    features: ['always'],
    reason: 'to answer the slash commands, and “Find in docs” on a message',
  },
  {
    kind: 'scope',
    name: 'chat:write',
    features: ['always'],
    reason: 'to post replies, and entries of changelogs',
  },
  {
    kind: 'scope',
    name: 'app_mentions:read',
    features: ['mentions'],
    reason: 'to read the messages that mention it',
  },
  {
    kind: 'event',
    name: 'app_mention',
    features: ['mentions'],
    reason: 'to hear when somebody mentions it',
  },
  {
    kind: 'scope',
    name: 'channels:history',
    features: ['threads', 'changelog'],
    reason:
      'to read, in public channels, what a thread starts with, where a mention has no question of its own, and whether it has posted an entry already',
  },
  {
    kind: 'scope',
    name: 'groups:history',
    features: ['threads', 'changelog'],
    reason:
      'to read, in private channels, what a thread starts with, where a mention has no question of its own, and whether it has posted an entry already',
  },
  {
    kind: 'scope',
    name: 'im:history',
    features: ['directMessages', 'assistant'],
    reason: 'to read what people write to it directly',
  },
  {
    kind: 'event',
    name: 'message.im',
    features: ['directMessages', 'assistant'],
    reason: 'to hear when somebody writes to it directly',
  },
  {
    kind: 'scope',
    name: 'links:read',
    features: ['unfurl'],
    reason: 'to see links to the docs in messages, and no others',
  },
  {
    kind: 'scope',
    name: 'links:write',
    features: ['unfurl'],
    reason: 'to show beneath a link to the docs what it leads to',
  },
  {
    kind: 'event',
    name: 'link_shared',
    features: ['unfurl'],
    reason: 'to hear when somebody posts a link to the docs',
  },
  {
    kind: 'event',
    name: 'app_home_opened',
    features: ['home'],
    reason: 'to fill the home tab when somebody opens it',
  },
  {
    kind: 'scope',
    name: 'assistant:write',
    features: ['assistant'],
    reason: 'to suggest questions beside the conversation, and to title it',
  },
  {
    kind: 'event',
    name: 'assistant_thread_started',
    features: ['assistant'],
    reason: 'to hear when somebody opens the assistant',
  },
  {
    kind: 'event',
    name: 'assistant_thread_context_changed',
    features: ['assistant'],
    reason: 'since Slack’s assistants take it, too; nothing of it is kept',
  },
  {
    kind: 'event',
    name: 'app_uninstalled',
    features: ['many'],
    reason: 'to delete the tokens of a workspace that removes it',
  },
  {
    kind: 'event',
    name: 'tokens_revoked',
    features: ['many'],
    reason: 'to delete tokens that a workspace has revoked',
  },
  {
    kind: 'appScope',
    name: 'connections:write',
    features: ['socket'],
    reason: 'to receive events over Socket Mode',
  },
] as const satisfies readonly Row[];

/** A permission or an event, and what it is needed for. */
export interface Need {
  readonly name: string;
  /** Goes on after "needed": `to read what people write to it directly`. */
  readonly reason: string;
}

export interface Needs {
  /** Scopes of the bot token. */
  readonly scopes: readonly Need[];
  /** Events that the bot subscribes to. */
  readonly events: readonly Need[];
  /** Scopes of the app-level token; empty without Socket Mode. */
  readonly appScopes: readonly Need[];
}

export interface RunsAs {
  /** Whether there are changelogs. */
  readonly changelog: boolean;
  /** Whether many workspaces install the app. */
  readonly many: boolean;
  /** Whether events come over Socket Mode. */
  readonly socket: boolean;
}

/** Exactly what the settings need of Slack. */
export function needsOf(settings: SlackSettings, runsAs: RunsAs): Needs {
  const on = featuresOf(settings, runsAs);
  const rows: readonly Row[] = NEEDS;
  const needed = rows.filter(({ features }) => features.some((feature) => on[feature]));
  const of = (kind: Row['kind']): Need[] =>
    needed.filter((row) => row.kind === kind).map(({ name, reason }) => ({ name, reason }));
  return { scopes: of('scope'), events: of('event'), appScopes: of('appScope') };
}

function featuresOf(settings: SlackSettings, runsAs: RunsAs): Readonly<Record<Feature, boolean>> {
  const { threads, directMessages, unfurl, home, assistant, channels } = settings;
  const mentions = settings.mentions || channels.some((channel) => channel.mentions === true);
  return {
    always: true,
    mentions,
    // Only mentions read threads.
    threads: threads && mentions,
    directMessages,
    unfurl,
    home,
    assistant,
    ...runsAs,
  };
}
