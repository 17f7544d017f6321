import { expectTypeOf, test } from 'vitest';
import type { CollectionConfig, Config, SubscriptionConfig } from '../../src/config/schema.ts';
import type { CollectionRules } from '../../src/content/collection-rules.ts';
import type { SlackCredentials } from '../../src/config/slack-credentials.ts';
import type { AnswerSettings } from '../../src/core/query.ts';
import type { CollectionHelp } from '../../src/core/reply.ts';
import type { ChannelPlace, Subscription } from '../../src/core/subscription.ts';
import type { AllowanceOptions } from '../../src/platforms/allowance.ts';
import type { DiscordSettings } from '../../src/platforms/discord/settings.ts';
import type { SlackCredentials as SlackPlatformCredentials } from '../../src/platforms/slack/credentials.ts';
import type { SlackSettings } from '../../src/platforms/slack/settings.ts';
import type { SearchSettings } from '../../src/search/engine.ts';

/** The config may not import the rooms that it configures; this holds them together, when the types are checked. */
test('each room takes its part of the config as it is', () => {
  expectTypeOf<CollectionConfig>().toExtend<CollectionRules>();
  expectTypeOf<Config['answers']>().toExtend<AnswerSettings>();
  expectTypeOf<Config['search']>().toExtend<SearchSettings>();
  expectTypeOf<Config['limit']>().toExtend<AllowanceOptions>();
  expectTypeOf<Config['mcp']['limit']>().toExtend<AllowanceOptions>();
  expectTypeOf<Config['slack']>().toExtend<SlackSettings>();
  expectTypeOf<Config['discord']>().toExtend<DiscordSettings>();
  expectTypeOf<SubscriptionConfig>().toExtend<ChannelPlace & Pick<Subscription, 'filter' | 'schedule'>>();
  expectTypeOf<SlackCredentials>().toExtend<SlackPlatformCredentials>();
  expectTypeOf<Pick<CollectionConfig, 'name' | 'title' | 'examples'>>().toExtend<
    Omit<CollectionHelp, 'url' | 'versions' | 'locales'>
  >();
});
