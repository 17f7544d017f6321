import type { FakeSlack } from '../../fakes/slack/fake-slack.ts';
import type { StartOptions } from './start-slack.ts';

/** How Signpost is started for all workspaces that install it. */
export function manyOf(slack: FakeSlack, own: StartOptions = {}): StartOptions {
  const { signingSecret, clientId, clientSecret } = slack;
  return {
    slack,
    ...own,
    options: {
      url: 'https://signpost.example',
      credentials: {
        transport: { kind: 'http', signingSecret },
        workspace: { kind: 'many', clientId, clientSecret, stateSecret: 'state secret' },
      },
      ...own.options,
    },
  };
}
