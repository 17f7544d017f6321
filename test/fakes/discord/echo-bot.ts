import { Client, Events, GatewayIntentBits, MessageFlags, Partials } from 'discord.js';
import type { ButtonInteraction, ChatInputCommandInteraction, ClientOptions, Interaction } from 'discord.js';
import { onTestFinished } from 'vitest';
import type { FakeDiscord } from './fake-discord.ts';

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
const QUIET = { parse: [] as const };

/** As Signpost's: one reply with one button. */
function echoOf(text: string) {
  const button = { type: 2, style: 2, label: 'Again', custom_id: 'again' } as const;
  const row = { type: 1, components: [button] } as const;
  return {
    flags: MessageFlags.IsComponentsV2 as const,
    components: [{ type: 17, components: [{ type: 10, content: text }, row] } as const],
    allowedMentions: QUIET,
  };
}

export interface EchoOptions {
  readonly client?: Partial<ClientOptions>;
  /** Gets a line for each event that the bot heard. */
  readonly heard?: string[];
}

/** The real client as a bot that repeats what it is told. */
export async function startEcho(discord: FakeDiscord, options: EchoOptions = {}): Promise<Client<true>> {
  const { heard = [] } = options;
  const client = createClient(discord, options.client);
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  client.on(Events.MessageCreate, (message) => {
    heard.push(`${message.author.username}: ${message.content}`);
    const isAsked = message.channel.isDMBased() || message.mentions.has(client.user?.id ?? '');
    if (!message.author.bot && isAsked) void message.reply(echoOf('Here you are')).catch(() => undefined);
  });
  client.on(Events.ThreadCreate, (thread, isNew) => {
    heard.push(`${isNew ? 'new' : 'old'} thread ${thread.name}`);
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}

/** A client that is destroyed with the test. */
export function createClient(discord: FakeDiscord, own: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    partials: [Partials.Channel],
    rest: { api: discord.apiUrl },
    // discord.js begins one session in five seconds.
    ws: { buildIdentifyThrottler: () => ({ waitForIdentify: async () => undefined }) },
    ...own,
  });
  client.on(Events.Error, () => undefined);
  onTestFinished(() => client.destroy());
  return client;
}

async function answer(interaction: Interaction): Promise<void> {
  try {
    if (interaction.isAutocomplete()) {
      const typed = interaction.options.getFocused();
      await interaction.respond([{ name: `Ask: ${typed}`, value: typed }]);
    } else if (interaction.isChatInputCommand()) await command(interaction);
    else if (interaction.isMessageContextMenuCommand()) {
      const { flags, ...echo } = echoOf(interaction.targetMessage.content);
      await interaction.reply({ ...echo, flags: flags | MessageFlags.Ephemeral });
    } else if (interaction.isButton()) await click(interaction);
  } catch {
    // The tests look at what Discord was told.
  }
}

async function command(interaction: ChatInputCommandInteraction): Promise<void> {
  const query = interaction.options.getString('query') ?? '';
  const person = interaction.options.getUser('for')?.username;
  switch (interaction.commandName) {
    case 'silent':
      return undefined;
    case 'slow':
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      return void (await interaction.editReply(echoOf(`At last ${query}`)));
    case 'twice':
      await interaction.reply(echoOf('One'));
      return void (await interaction.followUp(echoOf('Two')));
    default:
      return void (await interaction.reply({
        ...echoOf(`You said ${query} ${person ?? ''}`),
        withResponse: true,
      }));
  }
}

async function click(interaction: ButtonInteraction): Promise<void> {
  await interaction.update(echoOf('Once more'));
}
