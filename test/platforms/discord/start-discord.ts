import { onTestFinished } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import type { Store, Vote } from '../../../src/core/store.ts';
import { createLog } from '../../../src/log.ts';
import { createDiscordPlatform } from '../../../src/platforms/discord/discord-platform.ts';
import type { DiscordOptions, DiscordPlatform } from '../../../src/platforms/discord/discord-platform.ts';
import type { DiscordSettings } from '../../../src/platforms/discord/settings.ts';
import { fakeChangelog } from '../../fakes/changelog.ts';
import { startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import type { FakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { coreOf, memoryStore, PAGES } from '../example.ts';
import { discordSettings } from './discord-settings.ts';

export interface StartOptions {
  readonly settings?: Partial<DiscordSettings>;
  readonly options?: Partial<DiscordOptions>;
  readonly store?: Partial<Store>;
  readonly pages?: typeof PAGES;
  /** Whether Signpost is started; otherwise the test does it. */
  readonly starts?: boolean;
  /** The fake Discord, where the test wants its own. */
  readonly discord?: FakeDiscord;
}

/** Signpost on a fake Discord. */
export interface Started {
  readonly discord: FakeDiscord;
  readonly platform: DiscordPlatform;
  /** What it logged. */
  readonly lines: string[];
  readonly votes: Vote[];
  readonly asked: Question[];
}

/** Signpost on a fake Discord; both end with the test. */
export async function startDiscord(own: StartOptions = {}): Promise<Started> {
  const discord = own.discord ?? (await startFakeDiscord());
  const lines: string[] = [];
  const asked: Question[] = [];
  const { store, votes } = memoryStore(own.store);
  const platform = createDiscordPlatform({
    core: coreOf(own.pages ?? PAGES, asked),
    log: createLog({ level: 'debug', secrets: [], destination: { write: (line) => lines.push(line) } }),
    settings: discordSettings(own.settings),
    token: discord.token,
    apiUrl: discord.apiUrl,
    command: 'docs',
    changelog: fakeChangelog([]),
    changelogCommand: 'changelog',
    limit: { burst: 1_000, perMinute: 60 },
    ...store,
    now: () => new Date(),
    ...own.options,
  });
  onTestFinished(() => platform.stop());
  if (own.starts !== false) await platform.start();
  return { discord, platform, lines, votes, asked };
}

/** Everything that a message says, without its buttons. */
export function textIn(message: unknown): string {
  return contentsIn((message as { components?: unknown } | undefined)?.components).join('\n');
}

function contentsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(contentsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { content, components } = value as { content?: unknown; components?: unknown };
  return [...(typeof content === 'string' ? [content] : []), ...contentsIn(components)];
}

/** What the buttons of a message do, in order. */
export function buttonsIn(message: unknown): string[] {
  return customIdsIn((message as { components?: unknown } | undefined)?.components).map(
    (id) => id.split('|')[1] ?? '',
  );
}

/** The `custom_id` of the button that does something. */
export function customIdOf(message: unknown, action: string): string {
  const found = customIdsIn((message as { components?: unknown } | undefined)?.components).find(
    (id) => id.split('|')[1] === action,
  );
  if (found === undefined) throw new Error(`no button ${action} among ${buttonsIn(message).join(', ')}`);
  return found;
}

function customIdsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(customIdsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { custom_id: id, components } = value as { custom_id?: unknown; components?: unknown };
  return [...(typeof id === 'string' ? [id] : []), ...customIdsIn(components)];
}
