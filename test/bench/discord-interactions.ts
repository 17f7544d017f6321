import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import type { FakeDiscord } from '../fakes/discord/fake-discord.ts';
import type { Outcome } from '../fakes/discord/senders.ts';
import { newQuestion } from './new-question.ts';
import { startScript, startSignpost } from './program.ts';
import type { Program } from './program.ts';
import { table } from './table.ts';
import { medianPercentile, milliseconds, ratio } from './timing.ts';
import type { Times } from './timing.ts';

const ROUND_TRIPS = 200;
/** Each of both programs is measured so often, in turns; the medians count. */
const ROUNDS = 5;
const AT_A_TIME = [1, 20] as const;
const SHARES = [0.5, 0.95, 0.99] as const;

/** A bot, and the Discord that it alone is connected to. */
interface Bot {
  readonly discord: FakeDiscord;
  readonly child: ChildProcess;
}

interface Kind {
  readonly name: string;
  /** What somebody does who has a question; the number tells one from another. */
  readonly send: (discord: FakeDiscord, question: string, number: number) => Promise<Outcome>;
}

const KINDS: readonly Kind[] = [
  {
    name: 'autocomplete',
    // Discord asks while somebody types, from the first key on.
    send: (discord, question, number) => {
      const typed = question.slice(0, 1 + (number % question.length));
      return discord.autocomplete({ user: stranger(discord), options: { query: typed } });
    },
  },
  {
    name: 'slash command',
    send: (discord, question) => {
      const query = newQuestion(question, discord.calls.length);
      return discord.command({ user: stranger(discord), options: { query } });
    },
  },
];

/** Everybody asks once, so that nobody asks too much. */
function stranger({ state }: FakeDiscord): string {
  return state.addUser({}).id;
}

/**
 * From the event on the gateway until Discord has the answer: Signpost, and a bare discord.js bot that says always the
 * same, each on a fake Discord in this process.
 */
export async function benchDiscordInteractions(
  config: string,
  questions: readonly string[],
): Promise<string> {
  const own = await startBot(({ apiUrl, token }) =>
    startSignpost(config, {
      env: { DISCORD_API_URL: apiUrl, DISCORD_TOKEN: token },
      ready: 'discord: connected',
    }),
  );
  const bare = await startBot(({ apiUrl, token }) =>
    startScript('test/bench/bare-discord.ts', [apiUrl, token], 'ready'),
  );
  const rows: string[][] = [];
  for (const kind of KINDS)
    for (const atATime of AT_A_TIME) rows.push(...(await compare([own, bare], { kind, atATime, questions })));
  for (const bot of [own, bare]) await stopBot(bot);
  return table(
    [
      `${ROUNDS} × ${ROUND_TRIPS} round trips`,
      'at a time',
      'p50',
      'to bare',
      'p95',
      'to bare',
      'p99',
      'to bare',
    ],
    rows,
  );
}

async function startBot(start: (discord: FakeDiscord) => Promise<Program>): Promise<Bot> {
  const discord = await startFakeDiscord({ stopsItself: false, onMessage: () => undefined });
  const { child } = await start(discord);
  return { discord, child };
}

/** Rejects where the bot said what Discord forbids. */
async function stopBot({ discord, child }: Bot): Promise<void> {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
  await discord.stop();
}

interface Load {
  readonly kind: Kind;
  readonly atATime: number;
  readonly questions: readonly string[];
}

async function compare([own, bare]: readonly [Bot, Bot], load: Load): Promise<string[][]> {
  const ownRounds: Times[] = [];
  const bareRounds: Times[] = [];
  // The first round only warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    ownRounds.push(await timesOf(own, load, round));
    bareRounds.push(await timesOf(bare, load, round));
  }
  const ours = SHARES.map((share) => medianPercentile(ownRounds.slice(1), share));
  const theirs = SHARES.map((share) => medianPercentile(bareRounds.slice(1), share));
  const { kind, atATime } = load;
  return [
    [
      `Signpost: ${kind.name}`,
      String(atATime),
      ...ours.flatMap((time, index) => [milliseconds(time), ratio(time, theirs[index] ?? Number.NaN)]),
    ],
    [
      `bare discord.js: ${kind.name}, a constant`,
      String(atATime),
      ...theirs.flatMap((time) => [milliseconds(time), '']),
    ],
  ];
}

/** One round; each asks other questions, from all over the sets. */
async function timesOf({ discord }: Bot, { kind, atATime, questions }: Load, round: number): Promise<Times> {
  const times: number[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < ROUND_TRIPS) {
      const number = next;
      next += 1;
      const question = questions[(number * ROUNDS + round) % questions.length] ?? '';
      const { callback, ms } = await kind.send(discord, question, number);
      if (!callback.accepted) throw new Error(`Discord refused the answer to: ${question}`);
      times.push(ms);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return times;
}
