import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

/** The least that a Discord bot does: discord.js, which answers every interaction with a constant. Says when it is ready. */
const [apiUrl = '', token = ''] = process.argv.slice(2);
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: apiUrl },
  allowedMentions: { parse: [] },
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: 'Here', value: 'here' }]);
  else if (interaction.isChatInputCommand())
    await interaction.reply({ content: 'Here you are.', flags: MessageFlags.Ephemeral });
});
client.once(Events.ClientReady, () => process.stdout.write('ready\n'));
await client.login(token);
