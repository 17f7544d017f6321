import type { QuestionLog } from '../core/store.ts';
import type { Database } from './database.ts';

/** The questions in a database. */
export function createQuestionLog({ db, calls }: Database): QuestionLog {
  return {
    record: ({ sections, at, ...question }) =>
      calls.run('record a question', async () => {
        await db
          .insertInto('questions')
          .values({ ...question, sections: JSON.stringify(sections), at: at.getTime() })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
      }),
  };
}
