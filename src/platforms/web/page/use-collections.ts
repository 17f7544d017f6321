import { useEffect, useState } from 'react';
import type { CollectionHelp } from '../../../core/reply.ts';
import { askFor } from './server.ts';

/** What there is to ask; asked for anew with every turn, since the docs may have been read meanwhile. Empty until it is known. */
export function useCollections(turns: number): readonly CollectionHelp[] {
  const [collections, setCollections] = useState<readonly CollectionHelp[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const response = await askFor({ kind: 'help' });
      if (!isCurrent || response.kind !== 'reply' || response.reply.kind !== 'help') return;
      setCollections(response.reply.collections);
    };
    void load();
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- each turn is a reason to ask anew
  }, [turns]);
  return collections;
}
