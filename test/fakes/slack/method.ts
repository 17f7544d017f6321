import type { Fields } from './fields.ts';
import type { SlackState, Workspace } from './slack-state.ts';

/** What a method of the Web API is called with, once Slack knows who calls. */
export interface MethodCall {
  readonly args: Fields;
  readonly workspace: Workspace;
  readonly state: SlackState;
}

export interface Method {
  readonly required?: readonly string[];
  /** One of them is needed; what Slack calls `needed`. */
  readonly scopes?: (call: MethodCall) => readonly string[];
  /** Throws a `SlackError`; what it returns gets `ok: true`. */
  readonly run: (call: MethodCall) => Fields;
}
