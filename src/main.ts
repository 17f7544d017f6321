#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { EXIT } from './commands/command-context.ts';
import type { CommandContext, ExitCode } from './commands/command-context.ts';
import { createContext } from './commands/create-context.ts';
import type { AskOptions } from './commands/ask.ts';
import type { LinksOptions } from './commands/check-links.ts';
import type { InitOptions } from './commands/init.ts';
import type { ManifestFlags } from './commands/manifest.ts';
import { LOCAL_CONFIG } from './config/local-config.ts';

/** A command with its options read, waiting for what every command is given. */
type Run = (context: CommandContext) => Promise<ExitCode>;

interface AskFlags {
  readonly json?: true;
  readonly batch?: true;
  readonly limit?: number;
  readonly collection: readonly string[];
  readonly docsVersion?: string;
  readonly locale?: string;
}

interface CheckFlags {
  readonly links?: true;
  readonly dist?: string;
  readonly limit?: number;
  readonly collection: readonly string[];
}

interface InitFlags {
  readonly yes?: true;
  readonly force?: true;
  readonly dist?: string;
  readonly start?: true;
  readonly port?: number;
}

interface ManifestOptions {
  readonly many?: true;
  readonly application?: string;
}

/** What the program takes from its own `package.json`. */
interface Manifest {
  readonly version: string;
  /** `config` is the config file where nobody names another. */
  readonly signpost: { readonly config: string };
}

/** How the program is told to end, and tells itself. */
type Ending = Pick<CommandContext, 'signal' | 'end'>;

/** How long the program may take to end once it is told to, in milliseconds. */
const GRACE = 4_000;

/** Every command, loaded when it is asked for: to load them all takes longer than most take to answer. */
const COMMANDS = {
  ask: async (context: CommandContext, options: AskOptions) =>
    (await import('./commands/ask.ts')).ask(context, options),
  check: async (context: CommandContext, links: LinksOptions | undefined) =>
    (await import('./commands/check.ts')).check(context, links),
  feeds: async (context: CommandContext, options: { dryRun: boolean }) =>
    (await import('./commands/feeds.ts')).feeds(context, options),
  init: async (context: CommandContext, options: InitOptions) =>
    (await import('./commands/init.ts')).init(context, options),
  manifest: async (context: CommandContext, flags: ManifestFlags) =>
    (await import('./commands/manifest.ts')).manifest(context, flags),
  mcp: async (context: CommandContext) => (await import('./commands/mcp.ts')).mcp(context),
  sections: async (context: CommandContext, options: { json: boolean }) =>
    (await import('./commands/sections.ts')).sections(context, options),
  start: async (context: CommandContext, options: { port: number | undefined }) =>
    (await import('./commands/start.ts')).start(context, options),
};

/** The command line; `choose` gets the command that was asked for. */
function commandLine({ version, signpost }: Manifest, choose: (run: Run) => void): Command {
  const program = new Command('signpost')
    .description('Answers questions from your docs, with the excerpt and a deep link to the section')
    .version(version)
    .option(
      '-c, --config <file>',
      `the config file (default: $SIGNPOST_CONFIG, else ${LOCAL_CONFIG} of this folder, else ${signpost.config})`,
    )
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(signpost --help shows how)')
    .exitOverride();
  program
    .command('start')
    .description('serve the chat page and its API, and follow changes of the docs')
    .option(
      '-p, --port <number>',
      'port of the chat page (default: $PORT, else 3000)',
      wholeNumber(0, 65_535),
    )
    .action(({ port }: { port?: number }) => choose((context) => COMMANDS.start(context, { port })));
  addAsk(program, choose);
  program
    .command('sections')
    .description('list every section with its address and id')
    .option('--json', 'as JSON lines')
    .action(({ json }: { json?: true }) =>
      choose((context) => COMMANDS.sections(context, { json: json === true })),
    );
  addCheck(program, choose);
  addInit(program, choose);
  program
    .command('feeds')
    .description('say how each changelog is, where it is posted, and what could not be delivered')
    .option('--dry-run', 'read the changelogs now, and say what would be posted where; nothing is')
    .action(({ dryRun }: { dryRun?: true }) =>
      choose((context) => COMMANDS.feeds(context, { dryRun: dryRun === true })),
    );
  program
    .command('mcp')
    .description('serve an AI assistant over stdio, as it is told to start it')
    .action(() => choose(COMMANDS.mcp));
  program
    .command('manifest <platform>')
    .description('print what the console of a platform needs: slack or discord')
    .option('--many', 'slack: for an app that many workspaces install')
    .option('--application <id>', 'discord: id of the application, where DISCORD_TOKEN is not set')
    .action((platform: string, { many, application }: ManifestOptions) =>
      choose((context) => COMMANDS.manifest(context, { platform, many: many === true, application })),
    );
  return program;
}

function addAsk(program: Command, choose: (run: Run) => void): void {
  program
    .command('ask [question...]')
    .description('answer a question, or chat where there is none')
    .option('--json', 'the reply as JSON on one line')
    .option('--batch', 'read {"id","query"} as JSON lines, write replies as JSON lines, in order')
    .option('-n, --limit <number>', 'how many sections to show', wholeNumber(1, 1_000))
    .option('--collection <name>', 'search only this collection; may be given again', alsoTake, [])
    .option('--docs-version <name>', 'the version of the docs that is asked, such as v2')
    .option('--locale <tag>', 'the language that is preferred, such as de or pt-BR')
    .action((words: string[], flags: AskFlags) =>
      choose((context) => COMMANDS.ask(context, askOptions(words, flags))),
    );
}

function addCheck(program: Command, choose: (run: Run) => void): void {
  program
    .command('check')
    .description('say what is wrong with config, credentials, sources and links, and how to mend it')
    .option('--links', 'see whether every page and section is on the site where it is linked')
    .option('--dist <folder>', 'look at links in the folder of the built site, not on the web')
    .option('--collection <name>', 'look at links of this collection only; may be given again', alsoTake, [])
    .option(
      '-n, --limit <number>',
      'how many pages of the web to look at (default: 200)',
      wholeNumber(1, 1_000_000),
    )
    .action((flags: CheckFlags) => choose((context) => COMMANDS.check(context, linksOptions(flags))));
}

function addInit(program: Command, choose: (run: Run) => void): void {
  program
    .command('init [folder]')
    .description(`find the docs of a repository, and write ${LOCAL_CONFIG} for them`)
    .option('-y, --yes', 'ask nothing, and take what is likeliest')
    .option('--dist <folder>', 'try some links in the folder of the built site')
    .option('--force', 'write a config that is there already anew')
    .option('--start', 'start the chat page afterwards')
    .option('-p, --port <number>', 'with --start: port of the chat page', wholeNumber(0, 65_535))
    .action((folder: string | undefined, { yes, force, dist, start, port }: InitFlags) => {
      const { config } = program.opts<{ config?: string }>();
      const flags = { yes: yes === true, force: force === true, start: start === true };
      choose((context) => COMMANDS.init(context, { ...flags, folder: folder ?? '.', config, dist, port }));
    });
}

function askOptions(words: readonly string[], flags: AskFlags): AskOptions {
  const { json, batch, limit, collection, docsVersion = '', locale = '' } = flags;
  return {
    // An empty word is a question too: that of a script whose variable is empty, and which wants no chat.
    question: words.length === 0 ? undefined : words.join(' '),
    json: json === true,
    batch: batch === true,
    limit,
    collections: collection,
    version: docsVersion.trim(),
    locale: locale.trim(),
  };
}

/** Undefined where nobody asks for links; who says which ones does. */
function linksOptions({ links, dist, limit, collection }: CheckFlags): LinksOptions | undefined {
  const isAsked = links === true || dist !== undefined || limit !== undefined || collection.length > 0;
  return isAsked ? { dist, limit, collections: collection } : undefined;
}

function alsoTake(name: string, before: readonly string[]): string[] {
  return [...before, name];
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Use a whole number from ${least} to ${most}.`);
  };
}

/** Whether `--version v2` was meant as on Slack. */
function meansDocs(args: readonly string[]): boolean {
  const [ask, version] = [args.indexOf('ask'), args.indexOf('--version')];
  return ask !== -1 && version > ask && version < args.length - 1;
}

/** Runs the command line; resolves to the exit code. */
async function main(args: readonly string[], ending: Ending): Promise<ExitCode> {
  const root = join(import.meta.dirname, '..');
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;
  let chosen: Run | undefined;
  const program = commandLine(manifest, (run) => (chosen = run));
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.version' && meansDocs(args)) {
      process.stderr.write(
        'signpost: that is the version of Signpost; for one of the docs use --docs-version\n',
      );
      return EXIT.wrong;
    }
    return error.exitCode === 0 ? EXIT.good : EXIT.wrong;
  }
  const { config } = program.opts<{ config?: string }>();
  const byDefault = relative(process.cwd(), join(root, manifest.signpost.config));
  const context = createContext({ config, byDefault, version: manifest.version, ...ending });
  return chosen === undefined ? EXIT.wrong : await chosen(context);
}

/** Aborted when the program is told to end; a second signal ends it at once. */
function endings(): Ending {
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
    // What has not come to its end by then has had its time.
    setTimeout(() => process.exit(), GRACE).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  return { signal: ending.signal, end };
}

/** What a person did wrong is a value by now; this is ours, or the machine's, and its message says what to do. */
function fail(error: unknown): void {
  process.stderr.write(`signpost: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = EXIT.wrong;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `| head` has read enough; nothing is wrong.
  if (error.code !== 'EPIPE') fail(new Error(`cannot write to standard output: ${error.message}`));
  process.exit();
});
// A server whose log nobody reads any more still answers.
process.stderr.on('error', () => undefined);
process.once('uncaughtException', (error) => {
  fail(error);
  process.exit();
});
const ending = endings();
try {
  process.exitCode = await main(process.argv.slice(2), ending);
} catch (error) {
  fail(error);
}
// Docs that are still being read are not waited for.
if (ending.signal.aborted) process.exit();
