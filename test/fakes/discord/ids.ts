/** What the fake Discord holds from the start. The ids tell of different shards: the guilds' are 0 and 1 of 2. */
export const IDS = {
  /** Of the application and of its bot, as Discord has it for new ones. */
  app: '1100000000000000001',
  ana: '1100000000000000101',
  ben: '1100000000000000102',
  guild: String(262_260_437_012n << 22n),
  otherGuild: String(262_260_437_013n << 22n),
  /** `#general` */
  text: '1100000000000000201',
  /** `Lounge`, with its chat. */
  voice: '1100000000000000202',
  /** `help`, a forum. */
  forum: '1100000000000000203',
  /** Of the first message in it, too; in `#general`, by Ana: `How do I log in with SSO?` */
  thread: '1100000000000000204',
  /** Of Ana and the app. */
  direct: '1100000000000000205',
  /** `#general` of the other guild. */
  otherText: '1100000000000000206',
  /** A role of every guild, which may do nothing of its own. */
  editors: '1100000000000000291',
  solvedTag: '1100000000000000301',
  bugTag: '1100000000000000302',
} as const;
