import type { QueryCore } from '../core/query.ts';
import type { FailureReply, HelpReply } from '../core/reply.ts';

const NOT_READY: FailureReply = { kind: 'failure', reason: 'not-ready' };

/** A core that is asked before it is there; until then it is not ready. */
export function lateCore(core: () => QueryCore | undefined, help: HelpReply): QueryCore {
  return {
    ask: (question, page) => core()?.ask(question, page) ?? NOT_READY,
    show: (sectionId) => core()?.show(sectionId) ?? NOT_READY,
    open: (url) => core()?.open(url) ?? NOT_READY,
    suggest: (text, options) => core()?.suggest(text, options) ?? [],
    help: () => core()?.help() ?? help,
  };
}
