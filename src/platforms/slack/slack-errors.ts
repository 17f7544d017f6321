import { webApi } from '@slack/bolt';

/** What a person does about an error of Slack's Web API: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const REMEDIES: Readonly<Record<string, string>> = {
  not_in_channel: 'invite the bot to the channel: /invite and its name',
  channel_not_found: 'invite the bot to the channel, if it is private: /invite and its name',
  is_archived: 'the channel is archived; nothing can be posted there',
  restricted_action: 'a setting of the workspace or channel keeps apps from posting there; ask its admin',
  restricted_action_read_only_channel: 'only some people may post in this channel; ask its admin',
  restricted_action_thread_only_channel: 'only threads may be posted to in this channel',
  restricted_action_non_threadable_channel:
    'nothing may be posted to in this channel but what its admin allows',
  no_permission: 'a setting of the workspace keeps apps from posting there; ask its admin',
  ekm_access_denied: 'an admin of the workspace has suspended what may be posted there; ask them',
  messages_tab_disabled: 'turn on the messages tab under App Home of the app',
  org_login_required: 'the workspace is being moved to an organisation; that ends by itself',
  msg_blocks_too_long: 'please report this: a reply was too long for Slack',
  invalid_blocks: 'please report this: Slack does not accept the blocks of a reply',
  missing_scope: 'a permission is missing; run `signpost check`, which names it',
  invalid_auth: 'the token is not valid; copy it anew from the app’s settings, into TOKEN',
  not_authed: 'there is no token; set TOKEN',
  account_inactive: 'the app has been removed from the workspace; install it again, and set the new TOKEN',
  token_revoked: 'the token has been revoked; install the app again, and set the new TOKEN',
  token_expired: 'the token has expired; install the app again, and set the new TOKEN',
  not_allowed_token_type: 'this is another kind of token; look up what TOKEN must hold',
  team_access_not_granted: 'the app is not installed in this workspace; install it',
  access_denied: 'a setting of the workspace keeps the app out; ask its admin',
  ratelimited: 'Slack asks for fewer messages; this one is not sent again',
  cannot_unfurl_url: 'add the site’s domain under Event Subscriptions → App unfurl domains of the app',
};

/** Errors with which a token can never be used again. */
const FINAL = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'team_access_not_granted',
  'missing_scope',
]);

/** Slack's own name of an error, such as `not_in_channel`; empty where Slack did not answer, or not in its own way. */
export function errorCode(error: unknown): string {
  // The SDK takes a page of HTML for the name of an error, too.
  if (error instanceof webApi.WebAPIPlatformError)
    return /^\w+$/u.test(error.data.error) ? error.data.error : '';
  return error instanceof webApi.WebAPIRateLimitedError ? 'ratelimited' : '';
}

/** What went wrong and what to do, in a sentence, without anything secret; `token` is the variable of the token that was used. */
export function describeError(error: unknown, token = 'SLACK_BOT_TOKEN'): string {
  const code = errorCode(error);
  if (code !== '') {
    const remedy =
      REMEDIES[code]?.replace('TOKEN', token) ?? `see ${code} under https://docs.slack.dev/reference/methods`;
    return `Slack says ${code}: ${remedy}`;
  }
  if (error instanceof webApi.WebAPIHTTPError)
    return `Slack answers with HTTP ${error.statusCode}; try again later`;
  if (error instanceof webApi.WebAPIPlatformError)
    return 'what answers is not Slack’s API; see SLACK_API_URL, and proxies in between';
  const reason = error instanceof Error ? error.message : String(error);
  return `Slack cannot be reached (${reason}); see the network, and SLACK_API_URL if it is set`;
}

/** Whether trying again is of no use, since the token is wrong. */
export function isFinal(error: unknown): boolean {
  return FINAL.has(errorCode(error));
}
