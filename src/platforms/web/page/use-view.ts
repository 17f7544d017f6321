import { useState } from 'react';
import type { PreviewName } from '../wire.ts';
import { readView, writeView } from './address.ts';

export interface View {
  /** The platform whose messages are shown; undefined for the page's own view. */
  readonly shown: PreviewName | undefined;
  /** Takes the name of a platform, or an empty one for the page's own view. */
  readonly choose: (name: string) => void;
}

/** How the conversation is shown; the address keeps it. */
export function useView(previews: readonly PreviewName[]): View {
  const [name, setName] = useState(readView);
  const choose = (name: string): void => {
    setName(name);
    writeView(name);
  };
  return { shown: previews.find((preview) => preview.name === name), choose };
}
