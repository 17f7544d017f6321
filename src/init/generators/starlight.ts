import type { FindSites, FoundSite } from '../found-site.ts';
import { languageBesideDefault, languageTag } from '../languages.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf, within } from '../project-paths.ts';
import { readScript } from '../read-script.ts';
import { readSettings } from '../read-settings.ts';
import { argumentsOf, configIn, nameOfCall } from '../script-call.ts';
import { flagAt, listAt, recordAt, textAt, valueAt } from '../value-at.ts';

type Config = Readonly<Record<string, unknown>>;

const FILE = /\/astro\.config\.[cm]?[jt]s$/u;

/** Starlight, an integration of Astro; other sites of Astro are not known. */
export const starlightSites: FindSites = async (project) => {
  const sites: FoundSite[] = [];
  for (const file of filesNamed(project.files, FILE)) {
    const isOlder = await isOlderThanAstro6(project, folderOf(file));
    const config = configIn((await readScript(project, file))?.byDefault);
    const starlight = listAt(config, 'integrations').find((one) => nameOfCall(one) === 'starlight');
    if (config !== undefined && starlight !== undefined)
      sites.push(
        siteOf(project, { file, config, isOlder, options: configIn(argumentsOf(starlight)[0]) ?? {} }),
      );
  }
  return sites;
};

/** What is installed tells it better than the range that the project names; unknown counts as new. */
async function isOlderThanAstro6(project: Project, folder: string): Promise<boolean> {
  const versionIn = async (place: string): Promise<string | undefined> =>
    textAt(await readSettings(project, within(place, 'node_modules/astro/package.json')), 'version');
  const own = await readSettings(project, within(folder, 'package.json'));
  const named = textAt(own, 'dependencies', 'astro') ?? textAt(own, 'devDependencies', 'astro');
  const version = (await versionIn(folder)) ?? (await versionIn('')) ?? named ?? '';
  const [, major] = /^[~^>=v\s]*(\d+)\b/u.exec(version) ?? [];
  return major !== undefined && Number(major) < 6;
}

interface Settings {
  readonly file: string;
  readonly config: Config;
  /** Whether Astro makes ids as it did up to 5. */
  readonly isOlder: boolean;
  /** Those of Starlight. */
  readonly options: Config;
}

function siteOf(project: Project, { file, config, isOlder, options }: Settings): FoundSite {
  const folder = within(folderOf(file), `${textAt(config, 'srcDir') ?? 'src'}/content/docs`);
  const { locale, locales } = languagesOf(project, folder, options);
  const isFile = textAt(config, 'build', 'format') === 'file';
  const isTrimmed = isOlder && flagAt(config, 'experimental', 'headingIdCompat') !== true;
  return {
    generator: 'Starlight',
    file,
    title: titleOf(options, locale),
    url: textAt(config, 'site'),
    base: textAt(config, 'base') ?? '/',
    previewPort: 4321,
    build: within(folderOf(file), textAt(config, 'outDir') ?? 'dist'),
    collections: [
      {
        name: 'docs',
        folder,
        locale: languageBesideDefault(locale),
        locales,
        site: {
          preset: 'starlight',
          extension: isFile ? '.html' : undefined,
          trailingSlash: valueAt(config, 'trailingSlash') === 'never' ? false : undefined,
          anchors: isTrimmed ? { slug: 'astro-5' } : undefined,
        },
      },
    ],
    notes: [],
  };
}

function languagesOf(
  project: Project,
  folder: string,
  options: Config,
): { locale: string | undefined; locales: readonly string[] } {
  const all = recordAt(options, 'locales');
  const byDefault = textAt(options, 'defaultLocale') ?? ('root' in all ? 'root' : undefined);
  const locale = byDefault === 'root' ? languageTag(valueAt(all, 'root', 'lang')) : languageTag(byDefault);
  const locales = Object.keys(all).filter(
    (name) =>
      name !== 'root' &&
      name !== byDefault &&
      languageTag(name) === name &&
      project.has(within(folder, name.toLowerCase())),
  );
  return { locale, locales };
}

/** One a language, or one for all. */
function titleOf(options: Config, locale: string | undefined): string | undefined {
  return (
    textAt(options, 'title') ??
    textAt(options, 'title', locale ?? 'en') ??
    textAt(Object.values(recordAt(options, 'title')), 0)
  );
}
