import type { Problem } from '../../core/problem.ts';
import { ENGLISH } from '../words/english.ts';
import { EVENTS_PATH } from './bolt-app.ts';
import { REDIRECT_PATH } from './install-pages.ts';
import { needsOf } from './needs.ts';
import type { SlackSettings } from './settings.ts';
import { FIND_SHORTCUT } from './shortcuts.ts';

/** In characters, but for the domains: https://docs.slack.dev/reference/app-manifest and https://github.com/slackapi/manifest-schema */
const MANIFEST_LIMITS = { name: 35, description: 140, displayName: 80, domains: 5 } as const;

export interface ManifestOptions {
  /** Whose docs these are. */
  readonly title: string;
  /** The slash command, without the slash. */
  readonly command: string;
  /** The slash command of changelogs, without the slash; empty where there are none. */
  readonly changelogCommand: string;
  readonly settings: SlackSettings;
  /** Hosts of the docs' sites. */
  readonly hosts: readonly string[];
  /** Public address of the server, without a slash at its end; empty: Slack cannot reach it, so Socket Mode. */
  readonly url: string;
  /** Whether many workspaces install the app. */
  readonly many: boolean;
  /** Whether events come over Socket Mode although there is an address. */
  readonly socket: boolean;
}

/** As much of an app manifest as Signpost needs: https://docs.slack.dev/reference/app-manifest */
export interface SlackManifest {
  readonly display_information: { readonly name: string; readonly description: string };
  readonly features: Features;
  readonly oauth_config: {
    readonly redirect_urls?: readonly string[];
    readonly scopes: { readonly bot: readonly string[] };
  };
  readonly settings: {
    readonly event_subscriptions?: { readonly request_url?: string; readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: true; readonly request_url?: string };
    readonly org_deploy_enabled: false;
    readonly socket_mode_enabled: boolean;
    readonly token_rotation_enabled: false;
  };
}

interface Features {
  readonly app_home: {
    readonly home_tab_enabled: boolean;
    readonly messages_tab_enabled: true;
    readonly messages_tab_read_only_enabled: boolean;
  };
  readonly bot_user: { readonly display_name: string; readonly always_online: true };
  readonly shortcuts: readonly {
    readonly name: string;
    readonly type: 'message';
    readonly callback_id: string;
    readonly description: string;
  }[];
  readonly slash_commands: readonly {
    readonly command: string;
    readonly url?: string;
    readonly description: string;
    readonly usage_hint: string;
    readonly should_escape: false;
  }[];
  readonly unfurl_domains?: readonly string[];
  readonly assistant_view?: { readonly assistant_description: string };
}

/** The manifest of an app that can do what the settings say, and no more. */
export function slackManifest(options: ManifestOptions): SlackManifest {
  const { title, settings, url, many, changelogCommand } = options;
  const socket = options.socket || url === '';
  const needs = needsOf(settings, { many, socket, changelog: changelogCommand !== '' });
  const request = socket ? {} : { request_url: `${url}${EVENTS_PATH}` };
  return {
    display_information: {
      name: cut(title, MANIFEST_LIMITS.name),
      description: cut(descriptionOf(title), MANIFEST_LIMITS.description),
    },
    features: featuresOf(options, socket),
    oauth_config: {
      ...(many && url !== '' ? { redirect_urls: [`${url}${REDIRECT_PATH}`] } : {}),
      scopes: { bot: needs.scopes.map(({ name }) => name) },
    },
    settings: {
      // Slack takes no subscription to nothing.
      ...(needs.events.length === 0
        ? {}
        : { event_subscriptions: { ...request, bot_events: needs.events.map(({ name }) => name) } }),
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: socket,
      token_rotation_enabled: false,
    },
  };
}

/** Sites beyond what Slack takes, whose links do not unfurl; undefined where there are none. */
export function tooManyDomains({ settings, hosts }: ManifestOptions): Problem | undefined {
  const left = settings.unfurl ? domainsOf(hosts).slice(MANIFEST_LIMITS.domains) : [];
  if (left.length === 0) return undefined;
  return {
    severity: 'warning',
    collection: '',
    file: '',
    line: 0,
    message: `an app in Slack has at most ${MANIFEST_LIMITS.domains} domains whose links it unfurls, so it leaves out ${left.join(', ')}`,
    remedy: 'put the sites that matter most first in collections, or publish them under one domain',
  };
}

function featuresOf(options: ManifestOptions, socket: boolean): Features {
  const { title, settings, hosts } = options;
  const { home, directMessages, assistant, unfurl } = settings;
  const domains = unfurl ? domainsOf(hosts).slice(0, MANIFEST_LIMITS.domains) : [];
  return {
    app_home: {
      home_tab_enabled: home,
      // Where the bot cannot whisper in a channel, it writes here.
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: !directMessages && !assistant,
    },
    bot_user: { display_name: displayName(title), always_online: true },
    shortcuts: [
      {
        name: 'Find in docs',
        type: 'message',
        callback_id: FIND_SHORTCUT,
        description: 'Looks up what a message asks, and shows you the answer',
      },
    ],
    slash_commands: commandsOf(options, socket),
    ...(domains.length === 0 ? {} : { unfurl_domains: domains }),
    ...(assistant ? { assistant_view: { assistant_description: descriptionOf(title) } } : {}),
  };
}

function commandsOf(
  { command, changelogCommand, url }: ManifestOptions,
  socket: boolean,
): Features['slash_commands'] {
  const common = { ...(socket ? {} : { url: `${url}${EVENTS_PATH}` }), should_escape: false } as const;
  const docs = {
    command: `/${command}`,
    description: 'Answers from the docs; only you see it',
    usage_hint: 'how do I …, or help',
    ...common,
  };
  const changelog = {
    command: `/${changelogCommand}`,
    description: ENGLISH.changelog.command.description,
    usage_hint: 'latest, search …, subscribe …, list, or help',
    ...common,
  };
  return changelogCommand === '' ? [docs] : [docs, changelog];
}

function descriptionOf(title: string): string {
  return `Answers questions from ${title}, with a link to the very section`;
}

/** Letters, digits and what may stand between them; Slack takes no other signs in the names of bots. */
function displayName(title: string): string {
  const plain = title
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return cut(plain, MANIFEST_LIMITS.displayName) || 'Signpost';
}

/** Names with a dot, as Slack takes them; no addresses of machines. */
const DOMAIN = /^[a-z\d][a-z\d.-]*\.[a-z][a-z\d-]*[a-z\d]$/u;

function domainsOf(hosts: readonly string[]): string[] {
  return [...new Set(hosts.map((host) => host.toLowerCase()))].filter((host) => DOMAIN.test(host));
}

/** A text within a limit of UTF-16 units, never cut inside a character. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd()}…`;
}
