import { Events } from 'discord.js';
import type { Client, Interaction } from 'discord.js';
import type { UnderWay } from '../under-way.ts';
import { onChangelogCommand } from './changelog-slash-command.ts';
import { onButton } from './clicks.ts';
import { describeError, isHarmless } from './discord-errors.ts';
import { onChangelogAutocomplete } from './feed-choices.ts';
import type { Handling } from './handling.ts';
import { onMessageCommand } from './message-command.ts';
import { onMessage } from './messages.ts';
import { onAutocomplete, onSlashCommand } from './slash-command.ts';

/** Takes up interactions and messages; what fails is logged with what to do, and harms no other. */
export function listen(client: Client, handling: Handling, underWay: UnderWay): void {
  const handle = (work: () => Promise<void>): void =>
    void underWay.run(work).catch((error: unknown) => report(error, handling));
  client.on(Events.InteractionCreate, (interaction) => handle(() => onInteraction(interaction, handling)));
  client.on(Events.MessageCreate, (message) => handle(() => onMessage(message, handling)));
}

async function onInteraction(interaction: Interaction, handling: Handling): Promise<void> {
  const isAboutChangelogs =
    interaction.isCommand() || interaction.isAutocomplete()
      ? interaction.commandName === handling.changelogCommand
      : false;
  if (interaction.isAutocomplete())
    await (isAboutChangelogs ? onChangelogAutocomplete : onAutocomplete)(interaction, handling);
  else if (interaction.isChatInputCommand())
    await (isAboutChangelogs ? onChangelogCommand : onSlashCommand)(interaction, handling);
  else if (interaction.isMessageContextMenuCommand()) await onMessageCommand(interaction, handling);
  else if (interaction.isButton()) await onButton(interaction, handling);
}

function report(error: unknown, { log }: Handling): void {
  if (isHarmless(error)) log.debug({ platform: 'discord' }, describeError(error));
  else log.error({ err: error, platform: 'discord' }, `Discord was not answered: ${describeError(error)}`);
}
