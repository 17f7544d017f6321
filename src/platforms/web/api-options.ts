import type { QueryCore } from '../../core/query.ts';
import type { Preview } from './preview.ts';

export interface ApiOptions {
  readonly core: QueryCore;
  /** Name of the chats' slash command without its slash; people may type it here too. */
  readonly command: string;
  /** The platforms whose view of a reply can be shown. */
  readonly previews: readonly Preview[];
}
