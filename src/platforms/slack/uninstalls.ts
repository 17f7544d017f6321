import type { App, Context } from '@slack/bolt';
import type { Log } from '../../log.ts';
import type { SlackInstallations } from './installations.ts';

/** Forgets the tokens of a workspace that removes the app: https://docs.slack.dev/reference/events/app_uninstalled, …/tokens_revoked */
export function listenToUninstalls(app: App, installations: SlackInstallations, log: Log): void {
  const forget = async ({ teamId, enterpriseId, isEnterpriseInstall }: Context): Promise<void> => {
    await installations.deleteInstallation({ teamId, enterpriseId, isEnterpriseInstall });
    log.info({ workspace: teamId ?? enterpriseId }, 'removed from a Slack workspace');
  };
  app.event('app_uninstalled', ({ context }) => forget(context));
  app.event('tokens_revoked', async ({ event, context }) => {
    // Only people's tokens may have been revoked; the bot has none of these.
    if ((event.tokens.bot ?? []).length > 0) await forget(context);
  });
}
