import { clipped, isVisible, literal } from '../../literal.ts';
import type { ButtonName } from '../../words/words.ts';
import { encodeButton } from './buttons.ts';
import type { Action, ButtonState } from './buttons.ts';
import { row, textDisplay } from './components.ts';
import type { Button, Component } from './components.ts';
import { escapeText } from './escape.ts';
import { LIMITS } from './limits.ts';
import type { Showing } from './message.ts';

/** What of a reply its buttons depend on. */
export interface ButtonFacts {
  /** Id of the section that is shown first; empty where none is. */
  readonly section: string;
  /** Whether there is something that everybody could be shown. */
  readonly canShare: boolean;
  readonly offset: number;
  /** Number of the next answer; undefined where there is none. */
  readonly next: number | undefined;
}

type Name = Exclude<ButtonName, 'dismiss'> & Action;

/** 2 is grey, 3 green: https://docs.discord.com/developers/components/reference#button-button-styles */
const GREY = 2;
const GREEN = 3;

/** Thanks and the buttons below a reply; nothing where there is nothing to do. */
export function replyFoot(showing: Showing, facts: ButtonFacts): Component[] {
  const { voted, words } = showing;
  const isThanked = voted && facts.section !== '' && showing.audience !== 'forum';
  const thanks = isThanked ? textDisplay(`-# ${escapeText(words.thanks)}`) : [];
  return [...thanks, ...row(namesOf(showing, facts).flatMap((name) => button(name, showing, facts)))];
}

function namesOf({ audience, voted }: Showing, { section, canShare, next }: ButtonFacts): Name[] {
  const isShown = section !== '';
  if (audience === 'forum') return isShown && !voted ? ['solved', 'wrong'] : [];
  const share: Name[] = audience === 'private' && canShare ? ['share'] : [];
  const more: Name[] = next === undefined ? [] : ['more'];
  const votes: Name[] = isShown && !voted ? ['helpful', 'unhelpful'] : [];
  const remove: Name[] = audience === 'public' ? ['delete'] : [];
  return [...share, ...more, ...votes, ...remove];
}

function button(
  name: Name,
  { state, words }: Showing,
  { section, offset, next = offset }: ButtonFacts,
): Button[] {
  const held = { ...state, section, offset: name === 'more' ? next : offset };
  const style = name === 'solved' ? GREEN : GREY;
  return buttonOf({ action: name, state: held, ending: '', label: words.buttons[name].label, style });
}

export interface AskOptions {
  /** Says which question: the number of an example, or `meant`. */
  readonly ending: string;
  readonly label: string;
}

/** A button that asks a question of the bot's own, in place. */
export function askButton({ state }: Showing, { ending, label }: AskOptions): Button[] {
  return buttonOf({ action: 'ask', state: { ...state, section: '', offset: 0 }, ending, label, style: GREY });
}

interface ButtonOptions {
  readonly action: Action;
  readonly state: ButtonState;
  readonly ending: string;
  readonly label: string;
  readonly style: typeof GREEN | typeof GREY;
}

/** None where Discord would refuse it, and the whole reply with it. */
function buttonOf({ action, state, ending, label, style }: ButtonOptions): Button[] {
  const custom_id = encodeButton(action, state, ending);
  const shown = clipped(literal(label).trim(), LIMITS.label);
  if (custom_id.length > LIMITS.customId || !isVisible(shown)) return [];
  return [{ type: 2, style, label: shown, custom_id }];
}
