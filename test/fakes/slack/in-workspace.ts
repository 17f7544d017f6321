import { createEvents, eventCallback } from './events.ts';
import type { Events } from './events.ts';
import type { Fields } from './fields.ts';
import {
  clickInEphemeral,
  clickInHome,
  clickInMessage,
  globalShortcut,
  messageShortcut,
  slashCommand,
  viewPayload,
} from './payloads.ts';
import type { Click, EphemeralClick, MessageShortcutChoice, PayloadContext } from './payloads.ts';
import type { Message } from './slack-state.ts';

/** What Slack sends from one workspace. */
export interface InWorkspace {
  readonly events: Events;
  /** A whole envelope. */
  eventCallback(event: Fields, own?: Fields): Fields;
  slashCommand(own?: Readonly<Record<string, string>>): Record<string, string>;
  clickInMessage(click: Click & { readonly message: Message }): Fields;
  clickInEphemeral(click: EphemeralClick): Fields;
  clickInHome(click: Click): Fields;
  messageShortcut(choice: MessageShortcutChoice): Fields;
  globalShortcut(callbackId: string, user?: string): Fields;
  viewPayload(type: 'view_submission' | 'view_closed', own?: Fields): Fields;
}

export function inWorkspace(context: PayloadContext): InWorkspace {
  return {
    events: createEvents(context),
    eventCallback: (event, own) => eventCallback(event, context, own),
    slashCommand: (own = {}) => slashCommand(own, context),
    clickInMessage: (click) => clickInMessage(click, context),
    clickInEphemeral: (click) => clickInEphemeral(click, context),
    clickInHome: (click) => clickInHome(click, context),
    messageShortcut: (choice) => messageShortcut(choice, context),
    globalShortcut: (callbackId, user) => globalShortcut(callbackId, context, user),
    viewPayload: (type, own = {}) => viewPayload(type, own, context),
  };
}
