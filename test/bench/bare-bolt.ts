import { App, ExpressReceiver } from '@slack/bolt';
import type { AddressInfo } from 'node:net';

/** The least that a Slack app does: Bolt, which acknowledges every slash command with a constant. Prints its port. */
const receiver = new ExpressReceiver({ signingSecret: process.argv[2] ?? '' });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'U1' }),
});
app.command('/docs', ({ ack }) => ack('Here you are.'));
const server = receiver.app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`);
});
