import type { ChosenSection, TriedSection } from '../app/try-sections.ts';
import { LOCAL_CONFIG } from '../config/local-config.ts';
import type { Environment } from '../config/secrets.ts';
import type { Page } from '../core/page.ts';
import type { Problem } from '../core/problem.ts';
import type { FoundSite } from '../init/found-site.ts';
import { counted } from '../platforms/terminal/listing.ts';
import { printable } from '../platforms/terminal/printable.ts';

/** How much was read, and whether something is wrong with it. */
export function docsLines(pages: readonly Page[], problems: readonly Problem[]): string[] {
  const sections = pages.reduce((sum, page) => sum + page.sections.length, 0);
  const read = `${counted(pages.length, 'page')}, ${counted(sections, 'section')}.`;
  const found =
    problems.length === 0 ? '' : ` ${counted(problems.length, 'problem')}: signpost check lists them.`;
  return [`${read}${found}`];
}

/** Sections with their addresses; `dist` names the built site in which they were looked for. */
export function sectionLines(
  sections: readonly (ChosenSection | TriedSection)[],
  dist: string | undefined,
): string[] {
  const right = sections.filter((one) => !('differs' in one) || one.differs === '').length;
  const head =
    dist === undefined
      ? 'Open some of them, and see that they lead to the right place:'
      : `${right} of ${counted(sections.length, 'section')} found in ${printable(dist)}:`;
  return ['', head, ...sections.flatMap((one) => linesOf(one, dist !== undefined))];
}

function linesOf({ page, section, ...tried }: ChosenSection | TriedSection, isTried: boolean): string[] {
  const differs = 'differs' in tried ? tried.differs : '';
  const mark = isTried ? (differs === '' ? 'ok   ' : 'wrong') : '-';
  const title = section.heading === page.title ? page.title : `${page.title} › ${section.heading}`;
  const why = differs === '' ? [] : [`        ${printable(differs)}`];
  return [`  ${mark} ${printable(title)}`, `        ${printable(section.url)}`, ...why];
}

export interface Next {
  readonly site: FoundSite;
  /** The config's file, as it was written. */
  readonly config: string;
  readonly environment: Pick<Environment, 'configFile' | 'port'>;
  readonly dist: string | undefined;
  /** Of the chat page. */
  readonly port: number;
}

/** What to do next, in 80 columns where nobody's paths are long. */
export function nextLines({ site, config, environment, dist, port }: Next): string[] {
  const isFound = config === LOCAL_CONFIG && environment.configFile === undefined;
  const signpost = (command: string): string =>
    `    npx signpost ${command}${isFound ? '' : ` --config ${quoted(config)}`}`;
  const built = dist ?? site.build;
  return [
    'Next:',
    '',
    `  Ask in your browser, at http://localhost:${port}`,
    signpost(port === environment.port ? 'start' : `start --port ${port}`),
    '',
    '  Prove every link, here or in CI',
    signpost(built === undefined ? 'check --links' : `check --links --dist ${quoted(built)}`),
    '',
    '  Answer in Slack: make the app from what this prints, at',
    '  https://api.slack.com/apps, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN,',
    '  and start again',
    signpost('manifest slack'),
    '',
    '  Answer on Discord: set DISCORD_TOKEN from',
    '  https://discord.com/developers/applications, open the address that this',
    '  prints, and start again',
    signpost('manifest discord'),
  ];
}

function quoted(path: string): string {
  return /^[\w./@-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
