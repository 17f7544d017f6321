import type { ChildProcess } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newQuestion } from './new-question.ts';
import { startScript, startSignpost } from './program.ts';
import type { Program } from './program.ts';
import { table } from './table.ts';
import { medianPercentile, milliseconds, percentile, ratio } from './timing.ts';
import type { Times } from './timing.ts';

const COMMANDS = 1_000;
const AT_A_TIME = 50;
/** Each of both programs is measured so often, in turns; the medians count. */
const ROUNDS = 5;
/** So many questions that Signpost remembers all of their replies. */
const POPULAR = 300;
const SECRET = 'bench-signing-secret';

interface Round {
  readonly times: Times;
  readonly perSecond: number;
}

interface Server {
  readonly port: number;
  readonly child: ChildProcess;
  /** Connections stay open, as those of a proxy do: Node accepts one new connection per turn of its loop. */
  readonly agent: Agent;
}

/** Signed slash commands over HTTP, fifty at a time, to Signpost and to a bare Bolt app that says always the same. */
export async function benchSlackCommands(config: string, questions: readonly string[]): Promise<string> {
  const slack = await startSlack();
  const programs = [
    startSlackbot(config, slack.url),
    startScript('test/bench/bare-bolt.ts', [SECRET], 'port'),
  ];
  const servers = (await Promise.all(programs)).map(served);
  const [signpost, bolt] = servers;
  if (signpost === undefined || bolt === undefined) throw new Error('a program is missing');
  const popular = questions.slice(0, POPULAR);
  let asked = 0;
  const loads: readonly (() => Promise<Round>)[] = [
    () => load(signpost, (number) => newQuestion(at(questions, number), (asked += 1))),
    () => load(signpost, (number) => at(popular, number)),
    () => load(bolt, (number) => at(questions, number)),
  ];
  try {
    const rounds = loads.map(() => [] as Round[]);
    for (const run of loads) await run();
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [index, run] of loads.entries()) rounds[index]?.push(await run());
    const [own = [], again = [], bare = []] = rounds;
    return table(
      [
        `${COMMANDS} slash commands, ${AT_A_TIME} at a time`,
        'p50',
        'p95',
        'p99',
        'p99 to bare Bolt',
        'a second',
      ],
      [
        row('Signpost: questions that are new', own, bare),
        row('Signpost: 300 questions, again and again', again, bare),
        row('bare Bolt: a constant', bare, bare),
      ],
    );
  } finally {
    for (const { child, agent } of servers) {
      agent.destroy();
      child.kill();
    }
    slack.stop();
  }
}

function row(name: string, rounds: readonly Round[], bare: readonly Round[]): string[] {
  const at = (of: readonly Round[], share: number): number =>
    medianPercentile(
      of.map(({ times }) => times),
      share,
    );
  const perSecond = percentile(
    rounds.map((round) => round.perSecond),
    0.5,
  );
  return [
    name,
    ...[0.5, 0.95, 0.99].map((share) => milliseconds(at(rounds, share))),
    rounds === bare ? '' : ratio(at(rounds, 0.99), at(bare, 0.99)),
    String(Math.round(perSecond)),
  ];
}

function at(questions: readonly string[], number: number): string {
  return questions[number % questions.length] ?? '';
}

async function load({ port, agent }: Server, question: (number: number) => string): Promise<Round> {
  const times: number[] = [];
  const start = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < COMMANDS) {
      const number = next;
      next += 1;
      times.push(await send(port, agent, bodyOf(question(number), number)));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return { times, perSecond: (COMMANDS / (performance.now() - start)) * 1_000 };
}

/** Resolves to how many milliseconds the whole reply took. */
function send(port: number, agent: Agent, body: string): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const sent = request({ port, agent, method: 'POST', path: '/slack/events', headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`HTTP ${response.statusCode}`));
      response.resume();
      response.on('end', () => resolve(performance.now() - start));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Everybody asks once, so that nobody asks too much. */
function bodyOf(text: string, number: number): string {
  return new URLSearchParams({
    command: '/docs',
    text,
    team_id: 'T1',
    channel_id: 'C1',
    user_id: `U${number}`,
    user_name: `user${number}`,
    trigger_id: `${number}.${Date.now()}`,
    response_url: 'http://127.0.0.1:1/',
    api_app_id: 'A1',
  }).toString();
}

/** Slack's Web API, as far as Signpost needs it to start. */
async function startSlack(): Promise<{ url: string; stop: () => void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, team_id: 'T1', team: 'Bench', user_id: 'U0', bot_id: 'B0' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/api/`, stop: () => server.close() };
}

function startSlackbot(config: string, apiUrl: string): Promise<Program> {
  const env = { SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: apiUrl };
  return startSignpost(config, { env, ready: 'slack: connected' });
}

/** The program said on which port it is. */
function served({ child, lines }: Program): Server {
  const [port = 0] = lines.flatMap((line) => Number(/(?:^port |:)(\d+)$/u.exec(line)?.[1] ?? []));
  return { port, child, agent: new Agent({ keepAlive: true, maxSockets: AT_A_TIME }) };
}
