import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

/** Where commands are: in guilds that installed the app, and in conversations with the bot. */
export const AVAILABLE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};
