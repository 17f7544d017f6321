import { LIMITS } from './limits.ts';

/** What the buttons do. The words stand in messages that people have: a new meaning needs a new word. */
export const ACTIONS = ['share', 'more', 'helpful', 'unhelpful', 'delete', 'solved', 'wrong', 'ask'] as const;

export type Action = (typeof ACTIONS)[number];

/** All that a click needs to know, so that it works after a restart and on any replica; the question is found by its id. */
export interface ButtonState {
  /** Id of the question. */
  readonly id: string;
  /** Id of the section that is shown first; empty where there is none. */
  readonly section: string;
  /** Number of the first answer that is shown, from 0. */
  readonly offset: number;
  /** Discord's id of who asked. */
  readonly asker: string;
  /** The version that was asked for; empty for the default. */
  readonly version: string;
}

/** Tells our buttons from those of other programs that use the same application. */
const PREFIX = 'sp';

const FIELDS = /^sp\|([a-z]+)\|([^|]*)\|([^|]*)\|(\d{1,6})\|(\d*)(?:\|([^|]*))?(?:\|(.*))?$/su;

/**
 * A state as a `custom_id`, at most 100 characters where ids are as long as ours and Discord's. `ending` tells two buttons of a
 * message apart that do the same. A version for which there is no room is left out: then memory alone knows it.
 */
export function encodeButton(
  action: Action,
  { id, section, offset, asker, version }: ButtonState,
  ending = '',
): string {
  const fields = [PREFIX, action, id, section, offset, asker];
  const short = (ending === '' ? fields : [...fields, ending]).join('|');
  const whole = [...fields, ending, version].join('|');
  return version === '' || whole.length > LIMITS.customId ? short : whole;
}

export interface DecodedButton {
  readonly action: Action;
  readonly state: ButtonState;
  readonly ending: string;
}

/** Undefined for what no button of ours holds: clicks can be forged. */
export function decodeButton(customId: string): DecodedButton | undefined {
  const fields = FIELDS.exec(customId) ?? [];
  const [, name, id = '', section = '', offset = '', asker = '', ending = '', version = ''] = fields;
  const action = ACTIONS.find((one) => one === name);
  if (action === undefined) return undefined;
  return { action, state: { id, section, offset: Number(offset), asker, version }, ending };
}
