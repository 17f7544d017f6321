import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { someSections, trySections } from '../app/try-sections.ts';
import { parseConfig } from '../config/load.ts';
import { LOCAL_CONFIG } from '../config/local-config.ts';
import { describeProblem } from '../core/problem.ts';
import { configText } from '../init/config-text.ts';
import type { ConfigProposal } from '../init/config-text.ts';
import type { FoundSite } from '../init/found-site.ts';
import { openProject } from '../init/project.ts';
import type { Project } from '../init/project.ts';
import { pathBetween, propose } from '../init/propose.ts';
import type { Questions } from '../init/questions.ts';
import { printable } from '../platforms/terminal/printable.ts';
import { EXIT } from './command-context.ts';
import type { CommandContext, ExitCode } from './command-context.ts';
import { docsLines, nextLines, sectionLines } from './init-report.ts';
import { docsProblems, prepare } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { start } from './start.ts';

export interface InitOptions {
  /** Of the repository, relative to the working directory. */
  readonly folder: string;
  /** The config file that is named on the command line. */
  readonly config: string | undefined;
  /** Whether nothing is asked. */
  readonly yes: boolean;
  /** Whether a config that is there is written anew. */
  readonly force: boolean;
  /** The folder of the built site, relative to the working directory. */
  readonly dist: string | undefined;
  /** Whether the server is started afterwards, and on which port. */
  readonly start: boolean;
  readonly port: number | undefined;
}

/** `signpost init`: writes a config for the docs of a repository, and shows what comes of it. */
export async function init(context: CommandContext, options: InitOptions): Promise<ExitCode> {
  const project = await openProject(resolve(options.folder));
  if (typeof project === 'string') return refuse(context, `${options.folder} cannot be read: ${project}`);
  const file = options.config ?? pathBetween('.', join(project.folder, LOCAL_CONFIG));
  const before = await readFile(file, 'utf8').catch(() => undefined);
  const questions = await questionsOf(context, options);
  const proposed = await propose({
    project,
    questions,
    dist: options.dist && pathBetween(project.folder, resolve(options.dist)),
    relative: (path) => pathBetween(resolve(dirname(file)), join(project.folder, path)),
    schema: await schemaFor(project, resolve(dirname(file))),
  });
  if (proposed.kind === 'ended') return refuse(context, 'nothing was written');
  if (proposed.kind === 'nothing')
    return refuse(context, [NO_DOCS, ...proposed.notes.map(printable)].join('\n'));
  const { proposal, site } = proposed;
  const text = checked(configText(proposal), file);
  show(context, { site, text, file });
  const writing = await mayWrite({ questions, force: options.force, before, text, file });
  if (typeof writing === 'string') return refuse(context, writing);
  if (writing) await write(file, text, project);
  return open({ ...context, configFile: file }, { site, proposal, options });
}

const NO_DOCS =
  'no docs were found: no Markdown, nor the config of a site generator that is known. Name another folder, or the built site with --dist FOLDER';

function refuse({ stderr }: CommandContext, reason: string): ExitCode {
  stderr.write(`signpost: ${reason}\n`);
  return EXIT.wrong;
}

async function questionsOf(
  { stdin: input, stdout: output }: CommandContext,
  { yes }: InitOptions,
): Promise<Questions | undefined> {
  if (yes || !input.isTTY || !output.isTTY) return undefined;
  // Loaded only where there is somebody to ask.
  const { terminalQuestions } = await import('../init/terminal-questions.ts');
  return terminalQuestions({ input, output });
}

/** Editors find the schema only where the package is installed. */
async function schemaFor(project: Project, folder: string): Promise<string | undefined> {
  const schema = join(project.folder, 'node_modules/signpost/config/signpost.schema.json');
  const isThere = (await stat(schema).catch(() => undefined))?.isFile() === true;
  return isThere ? pathBetween(folder, schema) : undefined;
}

/** What a generator's settings hold may be what no config takes. */
function checked(text: string, file: string): string {
  const result = parseConfig(text, file);
  if (result.kind === 'config') return text;
  const problems = result.problems.map(describeProblem).join('\n');
  throw new Error(
    `what was found makes no config that works; please write it by hand\n${problems}\n\n${text}`,
  );
}

interface Shown {
  readonly site: FoundSite;
  readonly text: string;
  readonly file: string;
}

function show({ stdout }: CommandContext, { site, text, file }: Shown): void {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${printable(line)}`);
  const notes = site.notes.map((note) => `Note: ${printable(note)}`);
  stdout.write(
    [`${site.generator}, in ${printable(site.file)}. ${file}:`, '', ...lines, '', ...notes, ''].join('\n'),
  );
}

interface Writing {
  readonly questions: Questions | undefined;
  readonly force: boolean;
  /** The text that is there already. */
  readonly before: string | undefined;
  readonly text: string;
  readonly file: string;
}

/** Whether the config is to be written; a text is why not. */
async function mayWrite({ questions, force, before, text, file }: Writing): Promise<boolean | string> {
  if (before === text) return false;
  const isReplaced = before !== undefined;
  if (questions === undefined)
    return isReplaced && !force ? `${file} is there already; --force writes it anew` : true;
  const question = isReplaced ? `${file} is there already. Write it anew?` : `Write ${file}?`;
  return (await questions.confirm(question, !isReplaced)) === true ? true : 'nothing was written';
}

/** Nothing of what is kept is committed. */
async function write(file: string, text: string, project: Project): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  const kept = join(project.folder, '.signpost');
  await mkdir(kept, { recursive: true });
  await writeFile(join(kept, '.gitignore'), '*\n');
}

interface Opening {
  readonly site: FoundSite;
  readonly proposal: ConfigProposal;
  readonly options: InitOptions;
}

/** Reads the docs with the config, shows some sections, and says what to do next. */
async function open(context: CommandContext, { site, proposal, options }: Opening): Promise<ExitCode> {
  const { stdout, environment } = context;
  const prepared = await prepare(context, { snapshot: false });
  if (prepared === undefined || !(await prepared.open())) return EXIT.wrong;
  const { pages } = prepared.app;
  if (pages.length === 0) return prepared.refuse();
  stdout.write(`${docsLines(pages, docsProblems(prepared.app)).join('\n')}\n`);
  const areRight = await showSections(context, prepared, options.dist);
  await prepared.app.close();
  const port = portBeside(proposal.address.url, options.port ?? environment.port);
  const shown = port === 0 ? environment.port : port;
  const next = { site, config: context.configFile, environment, dist: options.dist, port: shown };
  stdout.write(`\n${nextLines(next).join('\n')}\n`);
  if (!options.start) return areRight ? EXIT.good : EXIT.wrong;
  stdout.write('\n');
  return start(context, { port });
}

/** The preview of the docs needs its port itself. */
function portBeside(url: string, port: number): number {
  return url === `http://localhost:${port}` ? port + 1 : port;
}

const SHOWN = 10;

/** Whether all that are shown are where they are linked, as far as that was looked at. */
async function showSections(
  { stdout, signal }: CommandContext,
  { app, config }: Prepared,
  dist: string | undefined,
): Promise<boolean> {
  const chosen = someSections(app.pages, SHOWN);
  if (dist === undefined) {
    stdout.write(`${sectionLines(chosen, undefined).join('\n')}\n`);
    return true;
  }
  const { collections } = config;
  const tried = await trySections({
    collections,
    pages: app.pages,
    chosen,
    folder: resolve(dist),
    name: dist,
    signal,
  });
  if ('what' in tried) {
    stdout.write(
      `${sectionLines(chosen, undefined).join('\n')}\nNot tried: ${tried.what} (${tried.remedy})\n`,
    );
    return false;
  }
  stdout.write(`${sectionLines(tried, dist).join('\n')}\n`);
  return tried.every(({ differs }) => differs === '');
}
