import { Assistant } from '@slack/bolt';
import type { App, Context } from '@slack/bolt';
import type { Handling } from './handling.ts';
import { answerMessage } from './messages.ts';
import { tenantOf } from './origin.ts';
import type { Origin } from './origin.ts';

/** Suggestions that Slack shows: https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
const PROMPTS = 4;

/** A title is cut where Slack's pane would cut it anyway. */
const TITLE = 100;

/** No reply depends on the channel that somebody looks at, so it is not kept. */
const NO_CONTEXT = { get: async () => ({}), save: async () => undefined };

/** Answers in Slack's assistant pane: https://docs.slack.dev/ai/developing-ai-apps */
export function listenToAssistant(app: App, handling: Handling): void {
  const assistant = new Assistant({
    threadContextStore: NO_CONTEXT,
    threadStarted: async ({ event, context, setSuggestedPrompts }) => {
      const { channel_id: channel, user_id: asker } = event.assistant_thread;
      const prompts = promptsFor(originOf({ channel, asker }, context), handling);
      const [first, ...others] = prompts;
      if (first !== undefined) await setSuggestedPrompts({ prompts: [first, ...others] });
    },
    userMessage: async ({ event, context, client, setTitle }) => {
      const onQuestion = async (question: string, { workspace, channel, thread }: Origin): Promise<void> => {
        if (await handling.once.isFirst(`slack title ${workspace} ${channel} ${thread}`))
          await setTitle(question.slice(0, TITLE));
      };
      await answerMessage(event, { context, client, handling, onQuestion });
    },
  });
  app.assistant(assistant);
}

interface Prompt {
  readonly title: string;
  readonly message: string;
}

function promptsFor(origin: Origin, { answering }: Handling): Prompt[] {
  const examples = answering.help(origin).collections.flatMap((collection) => collection.examples);
  return examples.slice(0, PROMPTS).map((example) => ({ title: example, message: example }));
}

function originOf(who: { readonly channel: string; readonly asker: string }, context: Context): Origin {
  return {
    ...who,
    id: '',
    ...tenantOf(context),
    thread: '',
    audience: 'direct',
  };
}
