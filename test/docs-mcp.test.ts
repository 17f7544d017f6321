import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { builtSignpost } from './built-signpost.ts';
import { CONFIG, folderWith, ZEBRA } from './folders.ts';

const PAGE = await readFile('docs/mcp.md', 'utf8');

/** The text below each heading of the third level, which are the assistants. */
const SECTIONS = new Map(
  Array.from(PAGE.matchAll(/^### (.+)\n([\s\S]*?)(?=^##)/gmu), ([, title = '', text = '']) => [title, text]),
);

const ARGUMENTS = ['mcp', '--config', '/path/to/acme.yaml'];
const ADDRESS = z.string().regex(/^(?:http:\/\/127\.0\.0\.1:3000|https:\/\/signpost\.acme\.com)\/mcp$/u);

const stdio = {
  command: z.literal('node'),
  args: z.tuple([z.literal('/path/to/signpost/dist/main.js'), ...ARGUMENTS.map((word) => z.literal(word))]),
};
const bearer = (variable: string) => z.strictObject({ Authorization: z.literal(`Bearer ${variable}`) });

const local = z.strictObject(stdio);

/** One server, whatever it is called. */
const serverOf = <Server extends z.ZodType>(server: Server) => z.strictObject({ 'acme-docs': server });

const mcpServers = <Server extends z.ZodType>(server: Server) =>
  z.strictObject({ mcpServers: serverOf(server) });

/** What the docs of each assistant say that its config looks like, in the order of our page. */
const SHAPES: Readonly<Record<string, readonly z.ZodType[]>> = {
  'Claude Code': [
    mcpServers(z.strictObject({ type: z.literal('http'), url: ADDRESS, headers: bearer('${MCP_TOKEN}') })),
  ],
  'Claude Desktop': [
    mcpServers(local),
    mcpServers(
      z.strictObject({
        command: z.literal('npx'),
        args: z.tuple([
          z.literal('-y'),
          z.literal('mcp-remote'),
          ADDRESS,
          z.literal('--header'),
          z.literal('Authorization:${AUTHORIZATION}'),
        ]),
        env: z.strictObject({ AUTHORIZATION: z.string().regex(/^Bearer \S+$/u) }),
      }),
    ),
  ],
  Cursor: [
    mcpServers(local),
    mcpServers(z.strictObject({ url: ADDRESS, headers: bearer('${env:MCP_TOKEN}') })),
  ],
  'VS Code': [
    z.strictObject({ servers: serverOf(z.strictObject({ type: z.literal('stdio'), ...stdio })) }),
    z.strictObject({
      inputs: z.tuple([
        z.strictObject({
          type: z.literal('promptString'),
          id: z.literal('mcp-token'),
          description: z.string(),
          password: z.literal(true),
        }),
      ]),
      servers: serverOf(
        z.strictObject({ type: z.literal('http'), url: ADDRESS, headers: bearer('${input:mcp-token}') }),
      ),
    }),
  ],
  Windsurf: [
    mcpServers(local),
    mcpServers(z.strictObject({ serverUrl: ADDRESS, headers: bearer('${env:MCP_TOKEN}') })),
  ],
};

function blocks(language: string, text: string): string[] {
  return Array.from(
    text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gmu')),
    ([, block = '']) => block,
  );
}

test.each(Object.entries(SHAPES))('the config of %s has the shape that it reads', (assistant, shapes) => {
  const snippets = blocks('json', SECTIONS.get(assistant) ?? '').map((text) => JSON.parse(text) as unknown);
  expect(snippets).toHaveLength(shapes.length);
  for (const [index, snippet] of snippets.entries())
    expect(shapes[index]?.safeParse(snippet).error).toBeUndefined();
});

test('no other JSON stands on the page', () => {
  const known = Object.keys(SHAPES).flatMap((assistant) => blocks('json', SECTIONS.get(assistant) ?? ''));
  expect(blocks('json', PAGE)).toEqual(known);
});

/** Whatever starts Signpost: in the configs, and in the commands of a shell. */
const STARTED = [
  ...Array.from(PAGE.matchAll(/"args": (\["[^"]*\/dist\/main\.js".*?\])/gu), ([, list = '']) =>
    z.array(z.string()).parse(JSON.parse(list)).slice(1),
  ),
  ...Array.from(PAGE.matchAll(/(?:npx signpost|node \S+\/dist\/main\.js) ([^`\n]+)/gu), ([, words = '']) =>
    words.split(' '),
  ),
];

/** A line each. */
const CLAUDE = blocks('sh', SECTIONS.get('Claude Code') ?? '').flatMap((block) => block.trim().split('\n'));

test('the commands of Claude Code are in the order that it wants', () => {
  expect(CLAUDE).toHaveLength(4);
  for (const line of CLAUDE)
    expect(line).toMatch(
      /^claude mcp add (?:--transport stdio(?: --scope user)? acme-docs -- (?:node|npx) .+|--transport http --scope user acme-docs https?:\/\/\S+\/mcp(?: --header "Authorization: Bearer \$MCP_TOKEN")?)$/u,
    );
});

const signpost = builtSignpost();

test('whatever the page starts is a command of Signpost, with options that it has', async () => {
  expect(STARTED.filter(([command]) => command === 'mcp').length).toBeGreaterThan(5);
  expect(STARTED).toContainEqual(ARGUMENTS);
  for (const command of new Set(STARTED.map(([command = '']) => command))) {
    const { code, stdout } = await signpost.run([command, '--help']);
    const used = STARTED.filter(([first]) => first === command).flat();
    const options = used.filter((word) => word.startsWith('-'));
    // Help for a command that is not there is help for the program.
    expect([code, stdout.slice(0, stdout.indexOf(' ['))]).toEqual([0, `Usage: signpost ${command}`]);
    expect(options.filter((option) => !stdout.includes(option))).toEqual([]);
  }
});

const TOOLS = z.object({
  id: z.literal(2),
  result: z.object({
    tools: z.array(
      z.object({
        name: z.string(),
        inputSchema: z.object({
          properties: z.record(z.string(), z.unknown()),
          required: z.array(z.string()),
        }),
      }),
    ),
  }),
});

/** What the server says to a client that asks which tools there are. */
async function toolsOf(folder: string): Promise<z.output<typeof TOOLS>['result']['tools']> {
  const clientInfo = { name: 'test', version: '1' };
  const messages = [
    {
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo },
    },
    { method: 'notifications/initialized' },
    { id: 2, method: 'tools/list' },
  ];
  const input = messages.map((message) => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`).join('');
  const { stdout } = await signpost.run(['mcp', '--config', join(folder, 'signpost.yaml')], { input });
  const reply = stdout.split('\n').find((line) => line.includes('"id":2'));
  return TOOLS.parse(JSON.parse(reply ?? '')).result.tools;
}

/** The tool, argument and meaning of each row of the table of arguments. */
const ROWS = Array.from(
  PAGE.matchAll(/^\| (\S*) +\| `(\w+)` +\| (.+?) +\|$/gmu),
  ([, tool = '', name = '', meaning = '']) => ({
    tool,
    name,
    meaning,
  }),
);

test('the table of arguments names those of each tool, and which are required', async () => {
  const tools = await toolsOf(await folderWith({ 'signpost.yaml': CONFIG, 'docs/zebra.md': ZEBRA }));
  const [own, shared] = [ROWS.slice(0, -2), ROWS.slice(-2)];
  const told = tools.map(({ name }) => {
    const start = own.findIndex(({ tool }) => tool === `\`${name}\``);
    const rest = own.slice(start + 1).findIndex(({ tool }) => tool !== '');
    const rows = own.slice(start, rest < 0 ? undefined : start + 1 + rest);
    return [name, rows.concat(shared)] as const;
  });
  expect(told.map(([name, rows]) => [name, rows.map((row) => row.name).sort()])).toEqual(
    tools.map(({ name, inputSchema }) => [name, Object.keys(inputSchema.properties).sort()]),
  );
  expect(
    told.map(([, rows]) =>
      rows.filter(({ meaning }) => meaning.startsWith('required')).map((row) => row.name),
    ),
  ).toEqual(tools.map(({ inputSchema }) => inputSchema.required));
});
