import type { Store } from '../core/store.ts';
import { StoreError } from './store-error.ts';

/** A store that cannot be reached: every call rejects with why. Questions are answered all the same. */
export function createNoStore(reason: string): Store {
  const refuse = (): Promise<never> => Promise.reject(new StoreError(reason));
  return {
    questions: { record: refuse, find: refuse },
    feedback: { record: refuse },
    installations: { save: refuse, find: refuse, remove: refuse },
    claims: { claim: refuse },
    close: async () => undefined,
  };
}
