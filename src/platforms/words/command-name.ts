import { ENGLISH } from './english.ts';
import type { Words } from './words.ts';

/** The slash command as somebody reads it, without the slash: translated unless the config gave it a name of its own. */
export function commandName(configured: string, { commands }: Words): string {
  return configured === ENGLISH.commands.docs.name ? commands.docs.name : configured;
}
