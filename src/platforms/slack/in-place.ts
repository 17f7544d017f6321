import type { ButtonState } from './render/buttons.ts';
import type { Click, ClickPlace } from './click.ts';
import { publishHome } from './home.ts';
import type { Message } from './render/message.ts';
import { renderNotice } from './render/notice.ts';
import type { Origin } from './origin.ts';
import { post, tellOrLog } from './posting.ts';

type InMessage = Extract<ClickPlace, { kind: 'message' }>;

/** Where the question of a button comes from, as far as the click tells. */
export function originOfClick(click: Click, id: string, thread = ''): Origin {
  const { workspace, organisation, locale, user: asker, where } = click;
  const about = { id, workspace, organisation, locale, asker };
  if (where.kind === 'home') return { ...about, channel: '', thread: '', audience: 'direct' };
  return { ...about, channel: where.channel, thread: thread || where.thread, audience: where.audience };
}

/** Shows a question's reply where the button stands. */
export async function showInPlace(click: Click, state: ButtonState, voted = false): Promise<void> {
  const { answering } = click.handling;
  const origin = { ...originOfClick(click, state.id, state.thread), voted };
  const reply = answering.reply(state, origin);
  if (click.where.kind === 'home') await publishHome(click, { reply, state, origin, voted });
  else await replaceMessage(click, click.where, answering.show(reply, state, origin));
}

/** Says something in place of a private message, or beside one that others see. */
export async function noticeInPlace(click: Click, text: string): Promise<void> {
  const { where } = click;
  if (where.kind === 'message' && where.audience === 'private')
    await replaceMessage(click, where, renderNotice(text));
  else await whisperTo(click, renderNotice(text));
}

/** Says something to the one who clicked, and leaves what is there. */
export async function whisperTo(click: Click, message: Message): Promise<void> {
  const { where, respond, client, user, handling } = click;
  if (where.kind === 'home') {
    await post({ client, log: handling.log }, { channel: user, thread: '' }, message);
    return;
  }
  const thread = where.thread === '' ? {} : { thread_ts: where.thread };
  try {
    await respond({ response_type: 'ephemeral', replace_original: false, ...thread, ...message });
  } catch (error) {
    handling.log.warn({ err: error }, 'a response_url did not work, so the remark is posted');
    await tellOrLog({ client, log: handling.log }, { ...where, user }, message);
  }
}

/** A response_url may have expired, or been used up: then the message is updated, or a private one posted anew. */
async function replaceMessage(click: Click, where: InMessage, message: Message): Promise<void> {
  const { respond, client, user, handling } = click;
  const { audience, channel, ts } = where;
  try {
    const type = audience === 'private' ? 'ephemeral' : 'in_channel';
    await respond({ response_type: type, replace_original: true, ...message });
  } catch (error) {
    handling.log.warn({ err: error }, 'a response_url did not work, so the reply is posted');
    if (audience !== 'private') await client.chat.update({ channel, ts, ...message });
    else await tellOrLog({ client, log: handling.log }, { ...where, user }, message);
  }
}
