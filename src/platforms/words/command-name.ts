import { ENGLISH } from './english.ts';
import type { Words } from './words.ts';

/** The slash command as somebody reads it, without the slash: translated unless the config gave it a name of its own. */
export function commandName(configured: string, { commands }: Words): string {
  return configured === ENGLISH.commands.docs.name ? commands.docs.name : configured;
}

/** The same of the command for changelogs. */
export function changelogName(configured: string, { changelog }: Words): string {
  return configured === ENGLISH.changelog.command.name ? changelog.command.name : configured;
}
