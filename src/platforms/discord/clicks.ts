import { PermissionFlagsBits } from 'discord.js';
import type { ButtonInteraction } from 'discord.js';
import type { Reply } from '../../core/reply.ts';
import type { Asking, Origin } from '../answering.ts';
import { questionId } from '../question-id.ts';
import { within } from '../within.ts';
import { wordsFor } from '../words/words-for.ts';
import type { Words } from '../words/words.ts';
import { markSolved, removeSuggestion } from './forum.ts';
import type { Handling } from './handling.ts';
import { originOf, whereaboutsOf } from './origin.ts';
import { outgoing, whispered } from './outgoing.ts';
import { decodeButton } from './render/buttons.ts';
import type { ButtonState, DecodedButton } from './render/buttons.ts';
import { renderNotice } from './render/notice.ts';
import { answer, askingOf, examplesOf, show } from './showing.ts';

/** How long the store may take to save a vote, in milliseconds; Discord waits three seconds, also for the question to be found. */
const PATIENCE = 1_000;

/** A button pressed, and what it holds. */
interface Click {
  readonly interaction: ButtonInteraction;
  readonly handling: Handling;
  readonly state: ButtonState;
  readonly words: Words;
  /** Where the button's question comes from, and who sees its reply. */
  readonly origin: Origin;
}

/** What each button does. What is none of ours is left to others. */
export async function onButton(interaction: ButtonInteraction, handling: Handling): Promise<void> {
  const button = decodeButton(interaction.customId);
  if (button === undefined) return;
  const click = clickOf(interaction, button, handling);
  await act(click, button);
}

function clickOf(interaction: ButtonInteraction, { state }: DecodedButton, handling: Handling): Click {
  const { message, channel, channelId, guildId, locale } = interaction;
  const isPrivate = message.flags.has('Ephemeral');
  const audience = guildId === null ? 'direct' : isPrivate ? 'private' : 'public';
  const at = whereaboutsOf(channel, channelId, guildId);
  const origin = originOf(at, { id: state.id, asker: state.asker, audience, locale });
  return { interaction, handling, state, words: wordsFor(locale), origin };
}

function act(click: Click, { action, ending }: DecodedButton): Promise<void> {
  const { interaction, state, handling } = click;
  switch (action) {
    case 'share':
      return share(click);
    case 'more':
      return more(click);
    case 'helpful':
    case 'unhelpful':
      return vote(click, action === 'helpful');
    case 'delete':
      return remove(click);
    case 'solved':
      return markSolved(interaction, state, handling);
    case 'wrong':
      return removeSuggestion(interaction, state);
    case 'ask':
      return ask(click, ending);
  }
}

/** The reply that a button belongs to, asked for once more; undefined where its question is not known any more. */
async function replyAgain({ handling, state, origin }: Click): Promise<Reply | undefined> {
  const question = await handling.askedBefore.find(state);
  if (question !== undefined) {
    const locale = question.locale ?? origin.locale;
    const asking = { ...askingOf(question), offset: state.offset };
    // Further results are of the same docs, whoever presses the button.
    return answer(asking, { ...origin, locale }, handling);
  }
  // A section that somebody picked was never a question.
  const picked = handling.answering.show(state.section, origin);
  return picked.kind === 'section' && state.offset === 0 ? picked : undefined;
}

/** Posts a private reply for everybody, says who shared it, and takes the private one away. */
async function share(click: Click): Promise<void> {
  const { interaction, handling, state, words, origin } = click;
  if (origin.audience !== 'private') return whisper(click, words.notices.nothingToShare);
  if (state.section !== '' && handling.answering.show(state.section, origin).kind !== 'section')
    return replace(click, words.notices.goneToShare);
  const reply = await replyAgain(click);
  if (reply === undefined) return replace(click, words.notices.forgotten);
  await interaction.deferUpdate();
  // A second click while the first one is under way does no harm.
  if (!(await handling.once.isFirst(`discord share ${interaction.message.id} ${state.offset}`))) return;
  const asker = interaction.user.id;
  const shared = { ...origin, asker, audience: 'public' } as const;
  const message = show(reply, shared, { handling, words, sharedBy: interaction.user.displayName });
  await interaction.followUp(outgoing(message));
  await interaction.deleteReply();
}

/** In place for who asked; others get theirs privately, and leave the reply that everybody sees. */
async function more(click: Click): Promise<void> {
  const { interaction, handling, state, words, origin } = click;
  const reply = await replyAgain(click);
  const isOthers = origin.audience === 'public' && interaction.user.id !== state.asker;
  if (reply === undefined) return whisper(click, words.notices.forgotten);
  if (!isOthers) {
    await interaction.update(outgoing(show(reply, origin, { handling, words })));
    return;
  }
  const own = { ...origin, asker: interaction.user.id, audience: 'private' } as const;
  await interaction.reply(whispered(show(reply, own, { handling, words })));
}

async function vote(click: Click, helpful: boolean): Promise<void> {
  const { interaction, handling, state, words, origin } = click;
  const { feedback, askedBefore, log } = handling;
  const question = await askedBefore.find(state);
  try {
    const about = {
      platform: 'discord',
      workspace: origin.workspace,
      question: state.id,
      section: state.section,
    };
    const vote = {
      ...about,
      text: question?.text ?? '',
      helpful,
      voter: interaction.user.id,
      at: handling.now(),
    };
    await within(PATIENCE, feedback.record(vote));
  } catch (error) {
    log.warn({ err: error }, 'feedback could not be saved');
    return whisper(click, words.notices.notSaved);
  }
  const reply = origin.audience === 'public' ? undefined : await replyAgain(click);
  if (reply === undefined) return whisper(click, words.thanks);
  await interaction.update(outgoing(show(reply, origin, { handling, words, voted: true })));
}

/** For the asker, and for who may manage messages. */
async function remove(click: Click): Promise<void> {
  const { interaction, state, words } = click;
  const mayManage = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
  if (interaction.user.id !== state.asker && !mayManage) return whisper(click, words.notices.mayNotDelete);
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

/** An example of the help, by its number, or the better spelling that was offered. */
async function ask(click: Click, ending: string): Promise<void> {
  const { interaction, handling, words, origin } = click;
  const asking = ending === 'meant' ? await meant(click) : exampleOf(click, ending);
  if (asking === undefined) return whisper(click, words.notices.forgotten);
  const own = { ...origin, id: questionId('discord', interaction.id), asker: interaction.user.id };
  const asked = handling.answering.read(asking.question, own);
  if (asked.kind === 'refused') return whisper(click, words.notices.tooMany(asked.seconds));
  const message = show(answer(asking, own, handling), own, { handling, words });
  if (origin.audience !== 'public' || interaction.user.id === origin.asker)
    await interaction.update(outgoing(message));
  else await interaction.reply(whispered(message));
}

async function meant(click: Click): Promise<Asking | undefined> {
  const question = await click.handling.askedBefore.find(click.state);
  const reply = await replyAgain(click);
  if (question === undefined || reply?.kind !== 'results' || reply.didYouMean === '') return undefined;
  return askingOf({ ...question, text: reply.didYouMean });
}

function exampleOf({ handling, origin }: Click, ending: string): Asking | undefined {
  const question = examplesOf(handling.answering.help(origin))[Number(ending)];
  return question === undefined ? undefined : askingOf({ text: question, collections: [], version: '' });
}

async function whisper({ interaction }: Click, text: string): Promise<void> {
  await interaction.reply(whispered(renderNotice(text)));
}

async function replace({ interaction }: Click, text: string): Promise<void> {
  await interaction.update(outgoing(renderNotice(text)));
}
