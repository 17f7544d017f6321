/** Discord's limits, in characters where nothing else is said. */
export const LIMITS = {
  /** All text of a message with components V2: https://docs.discord.com/developers/components/reference#text-display */
  text: 4_000,
  /** Components of a message, nested ones too: https://docs.discord.com/developers/components/reference#component-reference */
  components: 40,
  /** Buttons of a row, and their labels; same page, under Action Row and Button. */
  rowButtons: 5,
  label: 80,
  /** Address of a link button; same page. */
  url: 512,
  /**
   * Address and description of a picture, as of `UnfurledMediaRequest` and `MediaGalleryItemRequest` in
   * https://github.com/discord/discord-api-spec
   */
  mediaUrl: 2_048,
  mediaDescription: 1_024,
  /** Same page, under Custom ID. */
  customId: 100,
  /** Choices of an autocomplete, their names and values: https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure */
  choices: 25,
  choice: 100,
  /** Content of a plain message: https://docs.discord.com/developers/resources/message#create-message */
  content: 2_000,
} as const;
