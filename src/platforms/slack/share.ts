import { ENGLISH } from '../words/english.ts';
import type { ButtonState } from './render/buttons.ts';
import type { Click } from './click.ts';
import { noticeInPlace, originOfClick } from './in-place.ts';
import type { Message } from './render/message.ts';
import { post } from './posting.ts';
import { describeError } from './slack-errors.ts';

/** Posts a private reply for everybody in its channel or thread, says who shared it, and takes the private one away. */
export async function share(click: Click, state: ButtonState): Promise<void> {
  const { where, handling, user, userName, workspace } = click;
  const { answering, once } = handling;
  if (where.kind === 'home' || where.audience !== 'private') return;
  const thread = state.thread || where.thread;
  const origin = { ...originOfClick(click, state.id, thread), audience: 'public' } as const;
  if (state.section !== '' && !answering.has(state.section, origin)) {
    await noticeInPlace(click, ENGLISH.notices.goneToShare);
    return;
  }
  const key = `slack share ${workspace} ${where.channel} ${where.ts} ${user} ${state.offset}`;
  // A second click while the first one is under way does no harm.
  if (!(await once.isFirst(key))) return;
  const shared = { ...state, asker: user, thread, sharedBy: userName };
  const failure = await postShared(
    click,
    { channel: where.channel, thread },
    answering.show(answering.reply(shared, origin), shared, origin),
  );
  if (failure === '') await removePrivate(click);
  else await noticeInPlace(click, ENGLISH.notices.notShared(failure));
}

interface SharedPlace {
  readonly channel: string;
  readonly thread: string;
}

/** What went wrong; empty where nothing did. The response_url posts also where the bot is no member. */
async function postShared(
  { respond, client, handling }: Click,
  place: SharedPlace,
  message: Message,
): Promise<string> {
  const thread = place.thread === '' ? {} : { thread_ts: place.thread };
  try {
    await respond({
      response_type: 'in_channel',
      replace_original: false,
      unfurl_links: false,
      unfurl_media: false,
      ...thread,
      ...message,
    });
    return '';
  } catch (error) {
    handling.log.warn({ err: error }, 'a response_url did not work, so the reply is posted');
  }
  try {
    await post({ client, log: handling.log }, place, message);
    return '';
  } catch (error) {
    const reason = describeError(error);
    handling.log.error({ channel: place.channel }, `a reply could not be shared: ${reason}`);
    return reason;
  }
}

async function removePrivate({ respond, handling }: Click): Promise<void> {
  try {
    await respond({ delete_original: true });
  } catch (error) {
    // It was shared; that its private copy stays harms nobody.
    handling.log.debug({ err: error }, 'a private reply could not be removed');
  }
}
