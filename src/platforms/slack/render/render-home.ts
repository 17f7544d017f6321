import type { types } from '@slack/bolt';
import type { HelpReply, Reply } from '../../../core/reply.ts';
import { clipped, isVisible, literal } from '../../literal.ts';
import { ENGLISH } from '../../words/english.ts';
import type { Words } from '../../words/words.ts';
import { ACTIONS } from './buttons.ts';
import type { Limits } from './cut-blocks.ts';
import { MESSAGE } from './fit.ts';
import { collectionBlocks, exampleBlocks, waysToAsk } from './help-blocks.ts';
import { LIMITS } from './limits.ts';
import type { Block, Showing } from './message.ts';
import { replyBlocks } from './render-reply.ts';
import { paragraph, textRuns } from './rich-text.ts';

export interface HomeOptions {
  /** What the docs are called. */
  readonly title: string;
  readonly help: HelpReply;
  /** Undefined until something is asked. */
  readonly reply: Reply | undefined;
  readonly showing: Showing;
}

export interface Home {
  readonly type: 'home';
  readonly blocks: Block[];
}

/** A reply gets at least this much room, in characters of JSON, before examples and collections get any. */
const REPLY = 6_000;

/** The App Home: a field to ask, the reply below it, and how to ask elsewhere. */
export function renderHome(options: HomeOptions, words: Words = ENGLISH): Home {
  const state = { ...options.showing.state, sharedBy: '' };
  const showing: Showing = { ...options.showing, audience: 'direct', state };
  const above = [...titleBlocks(options.title, words), searchBlock(options, words)];
  const { collections } = options.help;
  const ways = [divider(), waysToAsk(showing, collections, words)];
  const full = [
    ...ways,
    ...collectionBlocks(collections, words),
    ...exampleBlocks(showing, collections, words.help),
  ];
  const { reply } = options;
  if (reply === undefined || reply.kind === 'help') return { type: 'home', blocks: [...above, ...full] };
  const below = roomBeside([...above, ...full]).characters < REPLY ? ways : full;
  const limits = roomBeside([...above, ...below]);
  const drawn = replyBlocks(reply, { showing, words, limits });
  return { type: 'home', blocks: [...above, ...drawn, ...below] };
}

function roomBeside(others: readonly Block[]): Limits {
  return {
    characters: MESSAGE.characters - JSON.stringify(others).length,
    blocks: MESSAGE.blocks - others.length,
  };
}

function titleBlocks(title: string, words: Words): Block[] {
  const shown = clipped(literal(title).trim(), LIMITS.header);
  const lead = paragraph(textRuns(words.home.lead));
  if (!isVisible(shown)) return [lead];
  return [{ type: 'header', text: { type: 'plain_text', text: shown, emoji: false } }, lead];
}

function searchBlock({ reply, showing }: HomeOptions, { home }: Words): types.InputBlock {
  const question =
    reply === undefined ? '' : clipped(literal(showing.state.question).trim(), LIMITS.question);
  return {
    type: 'input',
    dispatch_action: true,
    label: { type: 'plain_text', text: home.label, emoji: false },
    element: {
      type: 'plain_text_input',
      action_id: ACTIONS.search,
      max_length: LIMITS.question,
      placeholder: { type: 'plain_text', text: home.placeholder, emoji: false },
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      ...(question === '' ? {} : { initial_value: question }),
    },
  };
}

function divider(): types.DividerBlock {
  return { type: 'divider' };
}
