import { literal } from '../../literal.ts';
import { LONGEST_VERSION } from '../../version-named.ts';
import { LIMITS } from './limits.ts';

/** The action ids of the buttons. They stand in messages that people have: a new meaning needs a new id. */
export const ACTIONS = {
  share: 'signpost_share',
  more: 'signpost_more',
  helpful: 'signpost_helpful',
  unhelpful: 'signpost_unhelpful',
  dismiss: 'signpost_dismiss',
  search: 'signpost_search',
  ask: 'signpost_ask',
} as const;

/** All that a click needs to know, so that it works after a restart and on any replica. */
export interface ButtonState {
  /** Id of the question. */
  readonly id: string;
  /** Id of the section that is shown first; empty where there is none. */
  readonly section: string;
  /** Number of the first answer that is shown, from 0. */
  readonly offset: number;
  /** Slack's id of who asked. */
  readonly asker: string;
  /** The `ts` of the thread that it belongs to; empty outside of threads. */
  readonly thread: string;
  /** Name of who shared the reply; empty where nobody did. */
  readonly sharedBy: string;
  /** Names of the collections that were asked for; empty for all. */
  readonly collections: readonly string[];
  /** The version that was asked for; empty for the default. */
  readonly version: string;
  readonly question: string;
}

/** A longer question is cut in a button: four of them have to fit into one message. */
const QUESTION = 800;

/** The longest name that is kept: as long as Slack lets one be. */
const NAME = 80;

const FIELDS = /^([^|]*)\|([^|]*)\|(\d{1,6})\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|(.*)$/su;

/**
 * A state as the value of a button: at most `LIMITS.value` characters. A version follows the collections, `api,blog@v2`: without
 * one, a value is as it was before there were any, and no name of a collection holds an `@`.
 */
export function encodeState(state: ButtonState): string {
  const { id, section, offset, asker, thread, question } = state;
  const sharedBy = cut(state.sharedBy.replaceAll('|', ' '), NAME);
  const head = [id, section, offset, asker, thread, sharedBy, withinOf(state)].join('|');
  const room = Math.min(QUESTION, LIMITS.value - head.length - 1);
  return `${head}|${cut(question, room)}`;
}

/** Undefined for what no button of ours holds: clicks can be forged. */
export function decodeState(value: string | undefined): ButtonState | undefined {
  const fields = FIELDS.exec(value ?? '');
  if (fields === null) return undefined;
  const [, id = '', section = '', offset = '', asker = '', thread = '', sharedBy = '', names = ''] = fields;
  const [question = ''] = fields.slice(8);
  const [listed = '', version = ''] = names.split('@', 2);
  const collections = listed.split(',').filter((name) => name !== '');
  const about = { id, section, offset: Number(offset), asker, thread, sharedBy, collections, question };
  return { ...about, version: decodedVersion(version) };
}

/** A version that is longer than any is not kept. */
function withinOf({ collections, version }: ButtonState): string {
  const isKept = version !== '' && version.length <= LONGEST_VERSION;
  return `${collections.join(',')}${isKept ? `@${encodeURIComponent(literal(version))}` : ''}`;
}

/** Empty for what we never encoded. */
function decodedVersion(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}

/** At a word where that is possible, and never within a character. */
function cut(text: string, room: number): string {
  if (text.length <= room) return text;
  const space = text.lastIndexOf(' ', room);
  return text.slice(0, space > room / 2 ? space : room).replace(/[\uD800-\uDBFF]$/u, '');
}
