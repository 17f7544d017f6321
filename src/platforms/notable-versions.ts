import type { Answer, HelpReply, Reply } from '../core/reply.ts';

/** A reply whose answers tell their version only where it is not the default of their collection: what is drawn beside a trail. */
export function withNotableVersions(reply: Reply, { collections }: HelpReply): Reply {
  const defaults = new Map(collections.map(({ name, versions: [first = ''] }) => [name, first]));
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
