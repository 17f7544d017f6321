import { reasonOf, StoreError } from './store-error.ts';

/** Every call of the store on its way to the database. */
export interface Calls {
  /** Does one thing, and rejects with a `StoreError` that says what could not be done (`record a question`). */
  run<T>(what: string, call: () => Promise<T>): Promise<T>;
  /** Lets no further call begin, and resolves once none is running. */
  end(): Promise<void>;
}

/** The calls of one store; `place` names the database in their errors. */
export function createCalls(place: string): Calls {
  const running = new Set<Promise<unknown>>();
  let ended = false;

  return {
    run: async (what, call) => {
      if (ended) throw new StoreError(`cannot ${what}: the store is closed`);
      const result = call();
      running.add(result);
      try {
        return await result;
      } catch (error) {
        throw new StoreError(`cannot ${what} in ${place}: ${reasonOf(error)}`, { cause: error });
      } finally {
        running.delete(result);
      }
    },
    end: async () => {
      ended = true;
      await Promise.allSettled(running);
    },
  };
}
