import type { Context } from '@slack/bolt';
import type { Origin as AnyOrigin } from '../answering.ts';
import type { Audience } from './render/message.ts';

/** Where a question came from on Slack, and who will see the reply. */
export interface Origin extends AnyOrigin {
  /** The `ts` of the thread; empty outside of threads. */
  readonly thread: string;
  readonly audience: Audience;
}

/** The workspace that an event is answered in, and the organisation that it belongs to; for an organisation-wide event its own id. */
export function tenantOf({ teamId, enterpriseId }: Context): Pick<Origin, 'workspace' | 'organisation'> {
  return { workspace: teamId ?? enterpriseId ?? '', organisation: enterpriseId ?? '' };
}
