import { describe, expect, test } from 'vitest';
import { gitTokenFor, gitTokenVariable, readSecrets } from '../../src/config/secrets.ts';
import { describeProblem } from '../../src/core/problem.ts';

function problemsOf(env: Record<string, string>): string[] {
  return readSecrets(env).problems.map(describeProblem);
}

describe('the environment', () => {
  test('has defaults where it says nothing', () => {
    expect(readSecrets({})).toEqual({
      problems: [],
      environment: {
        host: '127.0.0.1',
        port: 3000,
        configFile: undefined,
        logLevel: 'info',
        noColor: false,
        forceColor: false,
        term: undefined,
        termProgram: undefined,
        vteVersion: undefined,
        wtSession: undefined,
        slackApiUrl: 'https://slack.com/api/',
        discordApiUrl: 'https://discord.com/api',
        tokens: {
          slackBotToken: undefined,
          slackAppToken: undefined,
          slackSigningSecret: undefined,
          slackClientId: undefined,
          slackClientSecret: undefined,
          slackStateSecret: undefined,
          encryptionKey: undefined,
          discordToken: undefined,
          mcpToken: undefined,
          gitToken: undefined,
          gitTokens: new Map(),
          gitWebhookSecret: undefined,
          databaseUrl: undefined,
        },
        secretValues: [],
        forPrograms: {},
      },
    });
  });

  test('is read, without the spaces and line ends that copying brings', () => {
    const { environment, problems } = readSecrets({
      HOST: '0.0.0.0',
      PORT: '0',
      SIGNPOST_CONFIG: 'acme.yaml',
      LOG_LEVEL: 'DEBUG',
      NO_COLOR: '1',
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      DISCORD_API_URL: 'https://proxy.example/api',
      SLACK_BOT_TOKEN: ' xoxb-1\n',
      DISCORD_TOKEN: 'abc.def',
      MCP_TOKEN: ' 0123456789abcdef\n',
    });
    expect(problems).toEqual([]);
    expect(environment).toMatchObject({
      host: '0.0.0.0',
      port: 0,
      configFile: 'acme.yaml',
      logLevel: 'debug',
      noColor: true,
      slackApiUrl: 'http://127.0.0.1:9/api/',
      discordApiUrl: 'https://proxy.example/api',
      tokens: { slackBotToken: 'xoxb-1', discordToken: 'abc.def', mcpToken: '0123456789abcdef' },
      secretValues: ['xoxb-1', 'abc.def', '0123456789abcdef'],
    });
  });

  test.each(['http://proxy/api', 'http://proxy/api/', 'http://proxy/api/v10', 'http://proxy/api/v10/'])(
    'leaves slash and version out of the address of Discord’s API: %s',
    (address) => {
      const { environment } = readSecrets({ DISCORD_API_URL: address });
      expect(environment.discordApiUrl).toBe('http://proxy/api');
    },
  );

  test.each(['https://slack-gov.com/api', 'https://slack-gov.com/api/', 'https://slack-gov.com/api//'])(
    'ends the address of Slack’s API with a slash: %s',
    (address) => {
      const { environment } = readSecrets({ SLACK_API_URL: address });
      expect(environment.slackApiUrl).toBe('https://slack-gov.com/api/');
    },
  );

  test.each(['base64', 'base64url', 'hex'] as const)('takes a key of 32 bytes as %s', (encoding) => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));
    const { environment, problems } = readSecrets({ ENCRYPTION_KEY: key.toString(encoding) });
    expect(problems).toEqual([]);
    expect(environment.tokens.encryptionKey).toEqual(key);
    expect(environment.secretValues).toEqual([key.toString(encoding)]);
  });

  test('counts empty variables as unset', () => {
    const { environment, problems } = readSecrets({
      PORT: '',
      HOST: ' ',
      LOG_LEVEL: '',
      SLACK_BOT_TOKEN: '',
      NO_COLOR: '',
    });
    expect(problems).toEqual([]);
    expect(environment).toEqual(readSecrets({}).environment);
  });
});

describe('a bad value', () => {
  test.each<[Record<string, string>, string]>([
    [{ PORT: 'http' }, 'PORT cannot be "http" (use a whole number from 0 to 65535, such as 3000)'],
    [{ PORT: '65536' }, 'PORT cannot be "65536" (use a whole number from 0 to 65535, such as 3000)'],
    [{ PORT: '-1' }, 'PORT cannot be "-1" (use a whole number from 0 to 65535, such as 3000)'],
    [{ PORT: '3e3' }, 'PORT cannot be "3e3" (use a whole number from 0 to 65535, such as 3000)'],
    [
      { LOG_LEVEL: 'warning' },
      'LOG_LEVEL cannot be "warning" (use trace, debug, info, warn, error, fatal or silent)',
    ],
    [{ LOG_LEVEL: 'debgu' }, 'LOG_LEVEL cannot be "debgu" (did you mean debug?)'],
    [{ HOST: 'a b' }, 'HOST holds spaces or quotes (set it to the value alone, without quotes)'],
    [
      { SLACK_API_URL: 'slack.com' },
      'SLACK_API_URL is no address (use a whole address that starts with https:// or http://)',
    ],
    [
      { DISCORD_TOKEN: '"SECRET"' },
      'DISCORD_TOKEN holds spaces or quotes (set it to the value alone, without quotes)',
    ],
    [
      { SLACK_BOT_TOKEN: 'xapp-1-SECRET' },
      'SLACK_BOT_TOKEN starts with xapp-, so it is another kind of token (set it to the bot token of the Slack app, which starts with xoxb-)',
    ],
    [
      { SLACK_APP_TOKEN: 'xoxb-1-SECRET' },
      'SLACK_APP_TOKEN starts with xoxb-, so it is another kind of token (set it to the app-level token, which starts with xapp-)',
    ],
    [
      { SLACK_CLIENT_SECRET: 'xoxb-1-SECRET' },
      'SLACK_CLIENT_SECRET starts with xoxb-, so it is another kind of token (set it to the client secret, which stands under Basic Information)',
    ],
    [
      { MCP_TOKEN: 'SECRETSECRETSEC' },
      'MCP_TOKEN has fewer than 16 characters (make one: openssl rand -hex 32)',
    ],
    [
      { MCP_TOKEN: 'SECRETSECRETSECRÉT' },
      'MCP_TOKEN holds characters that no header carries (make one: openssl rand -hex 32)',
    ],
    [
      { MCP_TOKEN: 'Bearer SECRETSECRETSECRET' },
      'MCP_TOKEN holds spaces or quotes (set it to the value alone, without quotes)',
    ],
    [
      { GIT_TOKEN: 'SECRET SECRET' },
      'GIT_TOKEN holds spaces or quotes (set it to the value alone, without quotes)',
    ],
    [
      { GIT_TOKEN_API_DOCS: 'SECRETSECRÉT' },
      'GIT_TOKEN_API_DOCS holds characters that no header carries (copy the token once more)',
    ],
    [
      { GIT_WEBHOOK_SECRET: 'SECRET' },
      'GIT_WEBHOOK_SECRET has fewer than 16 characters (make one: openssl rand -hex 32)',
    ],
    ...['SECRET', `${'A'.repeat(42)}=`, 'f'.repeat(63), `${'f'.repeat(63)}g`, 'A'.repeat(45)].map(
      (key): [Record<string, string>, string] => [
        { ENCRYPTION_KEY: key },
        'ENCRYPTION_KEY is neither 32 bytes as base64 nor 64 hex digits (make one: openssl rand -base64 32)',
      ],
    ),
  ])('%j', (env, problem) => {
    expect(problemsOf(env)).toEqual([problem]);
    // The names of some variables end so.
    expect(problem).not.toMatch(/(?<!_)SECRET/u);
  });

  test('is told with all others, and its default stands in for it', () => {
    const { environment, problems } = readSecrets({ PORT: 'x', LOG_LEVEL: 'x', DISCORD_TOKEN: 'a b c d' });
    expect(problems).toHaveLength(3);
    expect(environment).toMatchObject({ port: 3000, logLevel: 'info', tokens: { discordToken: undefined } });
  });
});

test('the log hides secrets, also bad ones, and the passwords in addresses', () => {
  const { environment } = readSecrets({
    SLACK_BOT_TOKEN: 'xapp-wrong',
    SLACK_SIGNING_SECRET: 'abcd1234',
    MCP_TOKEN: 'too-short',
    DATABASE_URL: 'postgres://me:p%40ssword@db/signpost',
  });
  expect(environment.secretValues).toEqual([
    'xapp-wrong',
    'abcd1234',
    'too-short',
    'postgres://me:p%40ssword@db/signpost',
    'p%40ssword',
    'p@ssword',
  ]);
});

describe('tokens of git repositories', () => {
  const env = {
    GIT_TOKEN: 'ghp_all',
    GIT_TOKEN_API_DOCS: ' glpat-api\n',
    GIT_TOKEN_: 'none',
    GIT_TOKEN_docs: 'none',
  };
  const { environment } = readSecrets(env);

  test('are a collection’s own, or that of all', () => {
    expect(gitTokenVariable('api-docs')).toBe('GIT_TOKEN_API_DOCS');
    expect(gitTokenFor('api-docs', environment.tokens)).toBe('glpat-api');
    expect(gitTokenFor('docs', environment.tokens)).toBe('ghp_all');
    expect(gitTokenFor('docs', readSecrets({}).environment.tokens)).toBeUndefined();
  });

  test('are never shown', () => {
    expect(environment.secretValues).toEqual(['ghp_all', 'glpat-api']);
  });
});

test('other programs are told where things are, and no secret', () => {
  const { environment } = readSecrets({
    PATH: '/bin',
    HOME: '/home/me',
    SSH_AUTH_SOCK: '/run/agent',
    GIT_TOKEN: 'ghp_all',
    GIT_TOKEN_DOCS: 'ghp_docs',
    GIT_DIR: '/elsewhere',
    GIT_CONFIG_COUNT: '1',
    DATABASE_URL: 'postgres://me:secret@db/signpost',
  });
  expect(environment.forPrograms).toEqual({ PATH: '/bin', HOME: '/home/me', SSH_AUTH_SOCK: '/run/agent' });
});
