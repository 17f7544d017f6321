import { defaultEditions } from '../core/default-editions.ts';
import type { Answer, HelpReply, Reply } from '../core/reply.ts';

/** A reply whose answers tell their version only where it is not what answers where nobody names one: what is drawn beside a trail. */
export function withNotableVersions(reply: Reply, { collections }: HelpReply): Reply {
  const usual = defaultEditions(
    collections.map(({ name, ...editions }) => ({ ...editions, collection: name })),
  );
  const defaults = new Map(usual.map(({ collection, versions: [first = ''] }) => [collection, first]));
  const noted = (answer: Answer): Answer =>
    answer.version === '' || answer.version !== defaults.get(answer.collection)
      ? answer
      : { ...answer, version: '' };
  switch (reply.kind) {
    case 'results':
      return { ...reply, answers: reply.answers.map(noted) };
    case 'section':
      return { ...reply, answer: noted(reply.answer) };
    default:
      return reply;
  }
}
