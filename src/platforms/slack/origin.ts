import type { Context } from '@slack/bolt';
import type { Origin as AnyOrigin } from '../answering.ts';
import type { Audience } from './render/message.ts';

/** Where a question came from on Slack, and who will see the reply. */
export interface Origin extends AnyOrigin {
  /** The `ts` of the thread; empty outside of threads. */
  readonly thread: string;
  readonly audience: Audience;
}

/** What is the same for all that comes from a workspace. */
export type Tenant = Pick<Origin, 'workspace' | 'organisation' | 'locale'>;

/**
 * The workspace that an event is answered in, and the organisation that it belongs to; for an organisation-wide event its own id.
 * The language of a person is told only to bots that may read all profiles (`users:read`), which is too much for that.
 */
export function tenantOf({ teamId, enterpriseId }: Context): Tenant {
  return { workspace: teamId ?? enterpriseId ?? '', organisation: enterpriseId ?? '', locale: '' };
}
