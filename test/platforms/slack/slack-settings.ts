import type { SlackSettings } from '../../../src/platforms/slack/settings.ts';

/** The settings that a config has where it says nothing, but for what is given. */
export function slackSettings(own: Partial<SlackSettings> = {}): SlackSettings {
  return {
    mentions: true,
    visibility: 'thread',
    threads: true,
    directMessages: true,
    unfurl: true,
    home: true,
    assistant: false,
    managers: [],
    workspaces: [],
    channels: [],
    ...own,
  };
}
