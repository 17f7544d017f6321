// A process of its own: delivers all that is due, and may be killed in the middle, as its argument says.
import { createLog } from '../../src/log.ts';
import type { Announcer } from '../../src/core/announcer.ts';
import type { Deliveries } from '../../src/core/changelog-store.ts';
import { deliver } from '../../src/notifications/deliver.ts';
import { ENGLISH } from '../../src/platforms/words/english.ts';
import { openStore } from '../../src/store/open-store.ts';
import { shown } from './examples.ts';

/** Where in a delivery the process ends, as if by a power cut. */
export type Step = 'before claim' | 'after claim' | 'after send' | 'before settle';

export interface Delivery {
  /** Address of a PostgreSQL database; empty for the file. */
  readonly url: string;
  readonly file: string;
  readonly platform: 'slack' | 'discord';
  readonly apiUrl: string;
  readonly token: string;
  /** The platform's ids of the bot. */
  readonly botId: string;
  readonly userId: string;
  /** What time it is, in ISO 8601, when it begins. */
  readonly now: string;
  /** Undefined: it goes on until nothing is due any more. */
  readonly killAt?: Step;
}

const delivery = JSON.parse(process.argv[2] ?? '{}') as Delivery;

function killAt(step: Step): void {
  if (delivery.killAt === step) process.kill(process.pid, 'SIGKILL');
}

/** What stands before and after each call is there in the test only. */
function mortalDeliveries(deliveries: Deliveries): Deliveries {
  return {
    ...deliveries,
    claim: async (claiming) => {
      killAt('before claim');
      const claimed = await deliveries.claim(claiming);
      if (claimed !== undefined) killAt('after claim');
      return claimed;
    },
    settle: (...settling) => {
      killAt('before settle');
      return deliveries.settle(...settling);
    },
  };
}

function mortalAnnouncer(announcer: Announcer): Announcer {
  return {
    ...announcer,
    post: async (post) => {
      const announced = await announcer.post(post);
      killAt('after send');
      return announced;
    },
  };
}

/** Loads the SDK of one platform only, which takes most of the time of this process. */
async function announcerOf({ platform, apiUrl, token, botId, userId }: Delivery): Promise<Announcer> {
  if (platform === 'slack') {
    const { createSlackAnnouncer } = await import('../../src/platforms/slack/announcing.ts');
    const bot = { token, botId, userId };
    return createSlackAnnouncer({ apiUrl, log, findBot: async () => ({ kind: 'bot', bot }) });
  }
  const { createDiscordAnnouncer } = await import('../../src/platforms/discord/announcing.ts');
  return createDiscordAnnouncer({
    token,
    apiUrl,
    settings: { publish: false },
    userId: () => userId,
    wordsOf: () => ENGLISH,
    nameOf: ({ channel }) => channel,
    log,
  });
}

const log = createLog({ level: 'warn', secrets: [], destination: process.stderr });
const { url, file } = delivery;
const store = await openStore({ url: url === '' ? undefined : url, file, key: undefined, log });
const announcer = mortalAnnouncer(await announcerOf(delivery));
// Each attempt is a second after the one before, so that a channel is never too fast.
let clock = new Date(delivery.now).getTime();
const options = {
  deliveries: mortalDeliveries(store.deliveries),
  announcers: () => [announcer],
  show: shown,
  burst: 20,
  log,
  now: () => new Date(clock),
  random: () => 0,
};
while (await deliver(options)) clock += 1_000;
await store.close();
