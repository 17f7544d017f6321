import { useEffect, useState } from 'react';
import type { Turn } from './conversation.ts';
import { askForPreview } from './server.ts';
import type { Message, Received } from './server.ts';

export interface PreviewState {
  /** Undefined while we wait for it, or need none. */
  readonly message: Received<Message> | undefined;
  readonly retry: () => void;
}

interface Kept {
  /** The reply that the messages belong to. */
  readonly of: Turn['response'];
  /** By the name of the platform. */
  readonly messages: Readonly<Record<string, Received<Message>>>;
}

/** A turn's reply as the platform of that name would get it: asked for when it is first shown, and kept. */
export function usePreview({ asked, response }: Turn, name: string | undefined): PreviewState {
  const [kept, setKept] = useState<Kept>({ of: response, messages: {} });
  const messages = kept.of === response ? kept.messages : {};
  const message = name === undefined ? undefined : messages[name];
  const wanted = message === undefined && response?.kind === 'reply' ? name : undefined;

  const keep = (name: string, message: Received<Message> | undefined): void =>
    setKept((kept) => {
      const { [name]: _, ...others } = kept.of === response ? kept.messages : {};
      return { of: response, messages: message === undefined ? others : { ...others, [name]: message } };
    });
  useEffect(() => {
    if (wanted === undefined) return;
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const message = await askForPreview(wanted, asked);
      if (isCurrent) keep(wanted, message);
    };
    void load();
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `keep` is of this response too
  }, [wanted, asked, response]);
  return { message, retry: () => name !== undefined && keep(name, undefined) };
}
