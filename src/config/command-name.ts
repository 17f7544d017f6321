import { z } from 'zod';

/** The name of a slash command, as short as both Slack and Discord take it. */
export function commandName() {
  return z
    .string()
    .regex(/^[\p{Ll}\p{N}_-]{1,31}$/u, 'use 1 to 31 lower-case letters, digits, - or _, without a slash');
}
