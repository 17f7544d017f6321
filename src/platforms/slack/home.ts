import type { App } from '@slack/bolt';
import type { Reply } from '../../core/reply.ts';
import { newState } from './slack-answering.ts';
import type { ButtonState } from './render/buttons.ts';
import type { Click } from './click.ts';
import type { Handling } from './handling.ts';
import { tenantOf } from './origin.ts';
import type { Origin } from './origin.ts';
import { renderHome } from './render/render-home.ts';

/** Fills the App Home whenever somebody opens it: https://docs.slack.dev/reference/events/app_home_opened */
export function listenToHome(app: App, handling: Handling): void {
  app.event('app_home_opened', async ({ event, context, client }) => {
    if (event.tab !== 'home') return;
    const origin: Origin = {
      id: '',
      ...tenantOf(context),
      channel: '',
      asker: event.user,
      thread: '',
      audience: 'direct',
    };
    const state = newState(origin, '');
    const view = viewOf(handling, { origin, state, reply: undefined, voted: false });
    await client.views.publish({ user_id: event.user, view });
  });
}

export interface HomeContent {
  readonly origin: Origin;
  readonly state: ButtonState;
  /** Undefined where nothing has been asked. */
  readonly reply: Reply | undefined;
  readonly voted: boolean;
}

/** Shows a reply in the App Home of who clicked there. */
export async function publishHome(click: Click, content: HomeContent): Promise<void> {
  await click.client.views.publish({ user_id: click.user, view: viewOf(click.handling, content) });
}

function viewOf({ answering, title, command }: Handling, { origin, state, reply, voted }: HomeContent) {
  const showing = { audience: origin.audience, state, command: `/${command}`, voted };
  return renderHome({ title, help: answering.help(origin), reply, showing });
}
