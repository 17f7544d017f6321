import { webApi } from '@slack/bolt';
import type { Announced } from '../../core/announcer.ts';
import { describeError, errorCode } from './slack-errors.ts';

/** Seconds to wait where Slack says that it is too much, but not for how long: its limits are for a minute. */
const WAIT = 60;

/** Codes of https://docs.slack.dev/reference/methods/chat.postMessage#errors and …/chat.update#errors; what is not here may pass. */
const TOO_MUCH = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** Of a token that is wrong nothing is said here: that is no fault of the channel, whose posts wait for the right one. */
const REFUSED = new Set([
  'access_denied',
  'accesslimited',
  'account_inactive',
  'channel_is_archived',
  'channel_not_found',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'is_archived',
  'messages_tab_disabled',
  'missing_scope',
  'no_permission',
  'not_in_channel',
  'team_access_not_granted',
  'team_not_found',
  'token_revoked',
  'two_factor_setup_required',
  'user_not_found',
]);

const INVALID = new Set([
  'attachment_payload_limit_exceeded',
  'block_mismatch',
  'blocks_too_long',
  'deprecated_endpoint',
  'invalid_arg_name',
  'invalid_arguments',
  'invalid_array_arg',
  'invalid_attachments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_charset',
  'invalid_form_data',
  'invalid_json',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'invalid_post_type',
  'json_not_object',
  'metadata_must_be_sent_from_app',
  'metadata_too_large',
  'method_deprecated',
  'missing_post_type',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'too_many_attachments',
  'too_many_contact_cards',
  'unknown_method',
]);

/** What comes of a post that Slack did not take; `payload` is what was sent. */
export function settleError(error: unknown, payload: string): Exclude<Announced, { kind: 'sent' }> {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'wait', seconds: Math.max(1, Math.ceil(error.retryAfter)) };
  const code = errorCode(error);
  const reason = describeError(error);
  if (TOO_MUCH.has(code)) return { kind: 'wait', seconds: WAIT };
  if (INVALID.has(code)) return { kind: 'invalid', reason, payload };
  if (REFUSED.has(code) || code.startsWith('restricted_action')) return { kind: 'refused', reason };
  return { kind: 'again', reason };
}

/** Errors of an update of what is not there any more, or can be edited no longer. */
const NOT_TO_BE_CHANGED = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

/** Whether a post stays as it is, since Slack does not let it be changed. */
export function staysAsItIs(error: unknown): boolean {
  return NOT_TO_BE_CHANGED.has(errorCode(error));
}
