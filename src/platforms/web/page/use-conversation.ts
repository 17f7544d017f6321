import { useCallback, useEffect, useReducer, useRef } from 'react';
import { readAddress, writeAddress } from './address.ts';
import { changeTurns, subjectOf } from './conversation.ts';
import type { Asked, Turn } from './conversation.ts';
import { askFor } from './server.ts';

export interface Conversation {
  readonly turns: readonly Turn[];
  readonly say: (asked: Asked) => void;
  readonly retry: (turn: Turn) => void;
}

/** The conversation so far; it begins with what the address asks for. */
export function useConversation(title: string): Conversation {
  const [turns, change] = useReducer(changeTurns, [{ id: 0, asked: readAddress(), response: undefined }]);
  const lastId = useRef(0);

  const run = useCallback(async (id: number, asked: Asked) => {
    change({ kind: 'settled', id, response: await askFor(asked) });
  }, []);
  const say = useCallback(
    (asked: Asked) => {
      lastId.current += 1;
      change({ kind: 'asked', id: lastId.current, asked });
      writeAddress(asked);
      document.title = titleFor(asked, title);
      void run(lastId.current, asked);
    },
    [run, title],
  );
  const retry = useCallback(
    ({ id, asked }: Turn) => {
      change({ kind: 'retried', id });
      void run(id, asked);
    },
    [run],
  );
  useEffect(() => {
    const asked = readAddress();
    document.title = titleFor(asked, title);
    void run(0, asked);
  }, [run, title]);
  return { turns, say, retry };
}

function titleFor(asked: Asked, title: string): string {
  const words = subjectOf(asked).slice(0, 80);
  return words === '' ? title : `${words} · ${title}`;
}
