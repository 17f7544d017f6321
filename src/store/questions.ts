import type { QuestionLog } from '../core/store.ts';
import type { Database } from './database.ts';

/** The questions in a database. */
export function createQuestionLog({ db, calls }: Database): QuestionLog {
  return {
    record: ({ sections, collections, at, ...question }) =>
      calls.run('record a question', async () => {
        const lists = { sections: JSON.stringify(sections), collections: JSON.stringify(collections) };
        await db
          .insertInto('questions')
          .values({ ...question, ...lists, at: at.getTime() })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
      }),
    find: (id) =>
      calls.run('find a question', async () => {
        const row = await db.selectFrom('questions').selectAll().where('id', '=', id).executeTakeFirst();
        if (row === undefined) return undefined;
        const { sections, collections, at, ...question } = row;
        return {
          ...question,
          sections: JSON.parse(sections) as string[],
          collections: JSON.parse(collections) as string[],
          at: new Date(at),
        };
      }),
  };
}
