import type { types } from '@slack/bolt';
import { clipped, literal } from '../../literal.ts';
import type { Words } from '../../words/words.ts';
import { ACTIONS, encodeState } from './buttons.ts';
import type { ButtonState } from './buttons.ts';
import { LIMITS } from './limits.ts';
import type { Showing } from './message.ts';
import { paragraph, textRuns } from './rich-text.ts';
import type { RichText } from './rich-text.ts';

/** What of a reply its buttons depend on. */
export interface ButtonFacts {
  /** Id of the section that is shown first; empty where none is. */
  readonly section: string;
  /** Whether entries of a changelog are shown, which can be asked for once more. */
  readonly entries?: boolean;
  readonly offset: number;
  /** Number of the next answer; undefined where there is none. */
  readonly next: number | undefined;
  /** The longest question that a button may hold. */
  readonly questionRoom: number;
}

/** The buttons of a reply. */
type ButtonName = keyof typeof ACTIONS & keyof Words['buttons'];

/** Thanks and the buttons below a reply; nothing where there is nothing to do. */
export function replyFoot(
  showing: Showing,
  facts: ButtonFacts,
  words: Words,
): (types.ActionsBlock | RichText)[] {
  const isShown = facts.section !== '';
  const thanks = showing.voted && isShown ? [paragraph(textRuns(words.thanks, { italic: true }))] : [];
  const elements = namesOf(showing, facts).map((name) => button(name, { showing, facts, words }));
  return [...thanks, ...(elements.length === 0 ? [] : [{ type: 'actions' as const, elements }])];
}

function namesOf({ audience, voted }: Showing, facts: ButtonFacts): ButtonName[] {
  const { section, next, entries = false } = facts;
  const isShown = section !== '' || entries;
  const share: ButtonName[] = audience === 'private' && isShown ? ['share'] : [];
  const more: ButtonName[] = next === undefined ? [] : ['more'];
  // Votes are about sections.
  const isVotable = section !== '' && (audience === 'public' || !voted);
  const votes: ButtonName[] = isVotable ? ['helpful', 'unhelpful'] : [];
  const dismiss: ButtonName[] =
    audience === 'private' || (audience === 'public' && isShown) ? ['dismiss'] : [];
  return [...share, ...more, ...votes, ...dismiss];
}

interface ButtonOptions {
  readonly showing: Showing;
  readonly facts: ButtonFacts;
  readonly words: Words;
}

function button(name: ButtonName, { showing, facts, words }: ButtonOptions): types.Button {
  const { section, offset, next = offset, questionRoom } = facts;
  const { label, spoken } = words.buttons[name];
  const state = { ...showing.state, section, offset: name === 'more' ? next : offset };
  return {
    type: 'button',
    action_id: ACTIONS[name],
    text: { type: 'plain_text', text: label, emoji: true },
    accessibility_label: clipped(spoken, LIMITS.button),
    value: valueOf(state, questionRoom),
  };
}

export interface AskOptions {
  /** Ends the action's id, so that it is the only one in its block. */
  readonly suffix: string;
  readonly question: string;
}

/** A button that asks a question of the bot's own, in place. */
export function askButton({ state }: Showing, { suffix, question }: AskOptions): types.Button {
  const asked = literal(question).trim();
  return {
    type: 'button',
    action_id: `${ACTIONS.ask}_${suffix}`,
    text: { type: 'plain_text', text: clipped(asked, LIMITS.button), emoji: false },
    value: valueOf({ ...state, sharedBy: '', section: '', offset: 0, question: asked }, LIMITS.value),
  };
}

function valueOf(state: ButtonState, questionRoom: number): string {
  const question = clipped(literal(state.question), questionRoom);
  return encodeState({ ...state, sharedBy: literal(state.sharedBy), question });
}
