import type { App, BlockAction } from '@slack/bolt';
import { questionId } from '../question-id.ts';
import { ENGLISH } from '../words/english.ts';
import { newState } from './slack-answering.ts';
import { ACTIONS, decodeState } from './render/buttons.ts';
import type { ButtonState } from './render/buttons.ts';
import { readClick } from './click.ts';
import type { Click } from './click.ts';
import type { Handling } from './handling.ts';
import { publishHome } from './home.ts';
import { noticeInPlace, originOfClick, showInPlace, whisperTo } from './in-place.ts';
import { renderNotice } from './render/notice.ts';
import { share } from './share.ts';

/** What each button does; it is acknowledged first, whatever comes of it. */
export function listenToClicks(app: App, handling: Handling): void {
  const on = (id: string | RegExp, act: (click: Click) => Promise<void>): void => {
    app.action<BlockAction>(id, async ({ ack, body, context, client, respond }) => {
      await ack();
      await act(readClick({ body, context, client, respond, handling }));
    });
  };
  on(ACTIONS.share, withState(share));
  on(ACTIONS.more, withState(more));
  on(
    ACTIONS.helpful,
    withState((click, state) => vote(click, state, true)),
  );
  on(
    ACTIONS.unhelpful,
    withState((click, state) => vote(click, state, false)),
  );
  on(ACTIONS.dismiss, withState(dismiss));
  on(
    // Several of them stand in one message, so each has an ending of its own.
    new RegExp(`^${ACTIONS.ask}_`, 'u'),
    withState((click, state) => ask(click, state.question, state)),
  );
  on(ACTIONS.search, (click) => ask(click, click.value));
}

type Act = (click: Click, state: ButtonState) => Promise<void>;

function withState(act: Act): (click: Click) => Promise<void> {
  return async (click) => {
    const state = decodeState(click.value);
    await (state === undefined ? noticeInPlace(click, ENGLISH.notices.otherVersion) : act(click, state));
  };
}

/** In place for who asked; others get theirs privately, and leave the reply that everybody sees. */
async function more(click: Click, state: ButtonState): Promise<void> {
  const { where, user, handling } = click;
  if (where.kind === 'home' || where.audience !== 'public' || user === state.asker) {
    await showInPlace(click, state);
    return;
  }
  const own = { ...state, asker: user };
  const origin = { ...originOfClick(click, state.id, state.thread), audience: 'private' } as const;
  const { answering } = handling;
  await whisperTo(click, answering.show(answering.reply(own, origin), own, origin));
}

async function vote(click: Click, state: ButtonState, helpful: boolean): Promise<void> {
  const { handling, workspace, user: voter } = click;
  const { id: question, question: text, section } = state;
  const at = handling.now();
  try {
    const about = { platform: 'slack', workspace, question, text, section };
    await handling.feedback.record({ ...about, helpful, voter, at });
  } catch (error) {
    handling.log.warn({ err: error }, 'feedback could not be saved');
    await whisperTo(click, renderNotice(ENGLISH.notices.notSaved));
    return;
  }
  await showInPlace(click, state, true);
}

async function dismiss(click: Click, state: ButtonState): Promise<void> {
  const { where, user, respond, client } = click;
  if (where.kind === 'home') return;
  if (where.audience === 'public' && user !== state.asker) {
    await noticeInPlace(click, ENGLISH.notices.mayNotDismiss);
    return;
  }
  try {
    await respond({ delete_original: true });
  } catch (error) {
    click.handling.log.warn({ err: error }, 'a response_url did not work');
    if (where.audience !== 'private') await client.chat.delete({ channel: where.channel, ts: where.ts });
  }
}

/** What a question is asked of where it does not say. */
type Within = Pick<ButtonState, 'collections' | 'version'>;

/** An example, a better spelling, or what was typed into the search field. */
async function ask(
  click: Click,
  typed: string,
  within: Within = { collections: [], version: '' },
): Promise<void> {
  const origin = originOfClick(click, questionId(click.trigger));
  const { answering } = click.handling;
  const asked = answering.read(typed, origin);
  switch (asked.kind) {
    case 'question':
      return showInPlace(click, withinThe(asked.state, within));
    case 'refused':
      return whisperTo(click, asked.message);
    case 'help':
    case 'more':
      return showHelp(click);
  }
}

function withinThe(state: ButtonState, { collections, version }: Within): ButtonState {
  const own = state.collections.length > 0 ? state.collections : collections;
  return { ...state, collections: own, version: state.version || version };
}

async function showHelp(click: Click): Promise<void> {
  const origin = originOfClick(click, '');
  const state = newState(origin, '');
  if (click.where.kind === 'home')
    await publishHome(click, { origin, state, reply: undefined, voted: false });
}
