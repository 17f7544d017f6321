/** Every environment variable that Signpost reads: `secrets.ts` and the manual use this table. */
export const VARIABLES = {
  SLACK_BOT_TOKEN: {
    secret: true,
    byDefault: '',
    meaning: 'Bot token of the Slack app, for one workspace; starts with `xoxb-`',
  },
  SLACK_APP_TOKEN: {
    secret: true,
    byDefault: '',
    meaning:
      'App-level token with `connections:write`, for Socket Mode; starts with `xapp-`. It goes before the signing secret',
  },
  SLACK_SIGNING_SECRET: {
    secret: true,
    byDefault: '',
    meaning: 'Signing secret of the Slack app, where Slack sends its events over HTTP',
  },
  SLACK_CLIENT_ID: {
    secret: false,
    byDefault: '',
    meaning: 'Client ID of the Slack app, for many workspaces, instead of the bot token',
  },
  SLACK_CLIENT_SECRET: {
    secret: true,
    byDefault: '',
    meaning: 'Client secret of the Slack app, beside its ID',
  },
  SLACK_STATE_SECRET: {
    secret: true,
    byDefault: '',
    meaning: 'Any long text that nobody can guess; it protects installing in many workspaces',
  },
  ENCRYPTION_KEY: {
    secret: true,
    byDefault: '',
    meaning:
      'Key for the tokens of many workspaces in the database: 32 bytes as base64, or 64 hex digits. `openssl rand -base64 32` makes one',
  },
  SLACK_API_URL: {
    secret: false,
    byDefault: 'https://slack.com/api/',
    meaning: 'Address of Slack’s API; GovSlack’s is `https://slack-gov.com/api/`',
  },
  DISCORD_TOKEN: {
    secret: true,
    byDefault: '',
    meaning: 'Bot token of the Discord application',
  },
  DISCORD_API_URL: {
    secret: false,
    byDefault: 'https://discord.com/api',
    meaning: 'Address of Discord’s API without its version, such as a proxy’s',
  },
  MCP_TOKEN: {
    secret: true,
    byDefault: '',
    meaning:
      'Bearer token that AI assistants must send to `/mcp`, at least 16 characters; needed where `HOST` is not this machine alone. `openssl rand -hex 32` makes one',
  },
  GIT_TOKEN: {
    secret: true,
    byDefault: '',
    meaning:
      'Token that may read the git repositories of all collections. `GIT_TOKEN_` with a collection’s name in upper case, `-` as `_`, goes before it: `GIT_TOKEN_API_DOCS` for `api-docs`',
  },
  GIT_WEBHOOK_SECRET: {
    secret: true,
    byDefault: '',
    meaning:
      'Secret of the webhooks that tell `/hooks/git` of pushes, at least 16 characters; without it there is no such address. `openssl rand -hex 32` makes one; the signing token of GitLab, which begins with `whsec_`, can be it too',
  },
  DATABASE_URL: {
    secret: true,
    byDefault: '',
    meaning: 'Address of a PostgreSQL database, instead of the SQLite file in the folder `data`',
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
