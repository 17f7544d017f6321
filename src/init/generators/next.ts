import type { FindSites, FoundSite } from '../found-site.ts';
import { languageBesideDefault, languageTag } from '../languages.ts';
import { nextSettings } from '../next-settings.ts';
import type { NextSettings } from '../next-settings.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf, within } from '../project-paths.ts';
import { argumentsOf, configIn, nameOfCall } from '../script-call.ts';
import { isRecord, textAt, textsAt, valueAt } from '../value-at.ts';

const FILE = /\/next\.config\.[cm]?[jt]s$/u;
const PAGE = /\.mdx?$/u;

/** Nextra, and docs in Markdown on Next.js itself. */
export const nextSites: FindSites = async (project) => {
  const sites: FoundSite[] = [];
  for (const file of filesNamed(project.files, FILE)) {
    const root = folderOf(file);
    const settings = await nextSettings(project, root);
    const isNextra = /\bnextra\b/u.test(settings.config?.source ?? '');
    const site = isNextra ? nextraSite(project, root, settings) : plainSite(project, root, settings);
    if (site !== undefined) sites.push({ ...site, file });
  }
  return sites;
};

type Site = Omit<FoundSite, 'file'>;

function common({ title, url, base }: NextSettings): Omit<Site, 'generator' | 'collections'> {
  return { title, url, base, previewPort: 3000, build: undefined, notes: [] };
}

function nextraSite(project: Project, root: string, settings: NextSettings): Site {
  const script = settings.config;
  const options = script === undefined ? undefined : nextraOptions(script.byDefault, script.source);
  const config = configIn(script?.byDefault);
  const locale = languageTag(valueAt(config, 'i18n', 'defaultLocale'));
  const folder =
    ['content', 'src/content', 'app', 'src/app', 'pages', 'src/pages']
      .map((one) => within(root, one))
      .find((one) => hasPages(project, one)) ?? within(root, 'content');
  const routeBase = textAt(options, 'contentDirBasePath')?.replace(/^\/+|\/+$/gu, '');
  return {
    ...common(settings),
    generator: 'Nextra',
    collections: [
      {
        name: 'docs',
        folder,
        locale: languageBesideDefault(locale),
        locales: textsAt(config, 'i18n', 'locales').filter(
          (one) => one !== locale && languageTag(one) === one && project.has(within(folder, one)),
        ),
        site: { preset: 'nextra', routeBase, trailingSlash: settings.trailingSlash },
      },
    ],
  };
}

/** `nextra({…})` gives the function that the config is handed to, so its options are only seen in the text. */
function nextraOptions(value: unknown, source: string): unknown {
  const wrapped = nameOfCall(value) === 'nextra' ? argumentsOf(value).find(isRecord) : undefined;
  const found = /contentDirBasePath:\s*(['"`])([^'"`$]*)\1/u.exec(source)?.[2];
  return found === undefined ? wrapped : { contentDirBasePath: found };
}

/** Folders of pages in `app/`, or docs that a page of the site's own reads. */
function plainSite(project: Project, root: string, settings: NextSettings): Site | undefined {
  const app = ['app', 'src/app'].map((one) => within(root, one)).find((one) => hasAppPages(project, one));
  if (app === undefined) return undefined;
  const site = { preset: 'nextjs', trailingSlash: settings.trailingSlash };
  return { ...common(settings), generator: 'Next.js', collections: [{ name: 'docs', folder: app, site }] };
}

function hasPages(project: Project, folder: string): boolean {
  return project.files.some((file) => file.startsWith(`${folder}/`) && PAGE.test(file));
}

function hasAppPages(project: Project, folder: string): boolean {
  return project.files.some((file) => file.startsWith(`${folder}/`) && /\/page\.mdx?$/u.test(file));
}
