/** Every environment variable that Signpost reads: `secrets.ts` and the manual use this table. */
export const VARIABLES = {
  SLACK_BOT_TOKEN: {
    secret: true,
    byDefault: '',
    meaning: 'Bot token of the Slack app; starts with `xoxb-`. For Slack, which is planned',
  },
  SLACK_APP_TOKEN: {
    secret: true,
    byDefault: '',
    meaning: 'App-level token for Socket Mode; starts with `xapp-`. For Slack, which is planned',
  },
  SLACK_SIGNING_SECRET: {
    secret: true,
    byDefault: '',
    meaning: 'Signing secret of the Slack app, where Slack sends its events over HTTP. Planned',
  },
  SLACK_API_URL: {
    secret: false,
    byDefault: '',
    meaning: 'Another address of Slack’s API, such as GovSlack’s. Planned',
  },
  DISCORD_TOKEN: {
    secret: true,
    byDefault: '',
    meaning: 'Bot token of the Discord application. For Discord, which is planned',
  },
  DISCORD_API_URL: {
    secret: false,
    byDefault: '',
    meaning: 'Another address of Discord’s API, such as a proxy’s. Planned',
  },
  DATABASE_URL: {
    secret: true,
    byDefault: '',
    meaning: 'Address of a PostgreSQL database. For changelog notifications, which are planned',
  },
  HOST: { secret: false, byDefault: '127.0.0.1', meaning: 'Address that the web server listens on' },
  PORT: {
    secret: false,
    byDefault: '3000',
    meaning: 'Port of the web server, 0 to 65535; 0 takes any free one',
  },
  SIGNPOST_CONFIG: {
    secret: false,
    byDefault: '',
    meaning: 'Path of the config file; `--config` goes before it',
  },
  LOG_LEVEL: {
    secret: false,
    byDefault: 'info',
    meaning: 'Least level of what is logged: trace, debug, info, warn, error, fatal or silent',
  },
  NO_COLOR: { secret: false, byDefault: '', meaning: 'Anything in it turns colours in the terminal off' },
  FORCE_COLOR: {
    secret: false,
    byDefault: '',
    meaning: 'Anything but 0 in it turns colours on, also in a pipe',
  },
  TERM: { secret: false, byDefault: '', meaning: 'Set by the terminal; `dumb` turns colours off' },
  TERM_PROGRAM: { secret: false, byDefault: '', meaning: 'Set by the terminal: whether titles can be links' },
  VTE_VERSION: { secret: false, byDefault: '', meaning: 'Set by the terminal: whether titles can be links' },
  WT_SESSION: { secret: false, byDefault: '', meaning: 'Set by the terminal: whether titles can be links' },
} as const;

export type Variable = keyof typeof VARIABLES;
