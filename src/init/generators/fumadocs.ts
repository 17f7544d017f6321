import type { FindSites, FoundCollection, FoundSite } from '../found-site.ts';
import { languageBesideDefault } from '../languages.ts';
import { nextSettings } from '../next-settings.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf, within } from '../project-paths.ts';
import { readScript } from '../read-script.ts';
import { argumentsOf, configIn, nameOfCall } from '../script-call.ts';
import { listAt, textAt, textsAt, valueAt } from '../value-at.ts';

const FILE = /\/source\.config\.[cm]?[jt]sx?$/u;

/** Fumadocs: each `defineDocs` of `source.config.ts` is a collection, and `loader` says where it is published. */
export const fumadocsSites: FindSites = async (project) => {
  const sites: FoundSite[] = [];
  for (const file of filesNamed(project.files, FILE)) {
    const script = await readScript(project, file);
    const docs = [...(script?.named ?? [])].filter(([, value]) => isDocs(nameOfCall(value)));
    if (docs.length > 0) sites.push(await siteOf(project, file, new Map(docs)));
  }
  return sites;
};

function isDocs(name: string | undefined): boolean {
  return name === 'defineDocs' || name === 'defineCollections';
}

async function siteOf(
  project: Project,
  file: string,
  docs: ReadonlyMap<string, unknown>,
): Promise<FoundSite> {
  const root = folderOf(file);
  const next = await nextSettings(project, root);
  const loaders = await loadersOf(project, root);
  const language = await languageOf(project, root);
  const collections = [...docs].map(([name, value]): FoundCollection => {
    const options = configIn(argumentsOf(value)[0]);
    const routeBase = loaders.find(({ uses }) => uses === name)?.baseUrl ?? loaders[0]?.baseUrl ?? '/docs';
    return {
      name: docs.size === 1 ? 'docs' : name.toLowerCase().replace(/[^a-z0-9]+/gu, '-'),
      folder: within(root, textAt(options, 'dir') ?? 'content/docs'),
      locale: languageBesideDefault(language.locale),
      site: {
        preset: 'fumadocs',
        routeBase: withLanguage(routeBase, language.path),
        trailingSlash: next.trailingSlash,
      },
    };
  });
  return {
    generator: 'Fumadocs',
    file,
    title: next.title,
    url: next.url,
    base: next.base,
    previewPort: 3000,
    build: undefined,
    collections,
    notes:
      language.others.length === 0
        ? []
        : [`Only ${language.locale} is read, not ${language.others.join(', ')}.`],
  };
}

function withLanguage(routeBase: string, language: string): string | undefined {
  const path = [language, routeBase.replace(/^\/+|\/+$/gu, '')].filter((part) => part !== '').join('/');
  return path === 'docs' ? undefined : path;
}

interface Loader {
  readonly baseUrl: string;
  /** The name of the docs that it loads; empty where that is not seen. */
  readonly uses: string;
}

/** The calls of `loader` in `lib/source.ts`. */
async function loadersOf(project: Project, root: string): Promise<readonly Loader[]> {
  for (const file of besideSource(project, root, 'source')) {
    const script = await readScript(project, file);
    const text = script?.source ?? '';
    const found = [...(script?.named.values() ?? [])].flatMap((value): Loader[] => {
      const [first, second] = argumentsOf(value);
      const baseUrl = textAt(second, 'baseUrl') ?? textAt(first, 'baseUrl');
      return nameOfCall(value) === 'loader' && baseUrl !== undefined
        ? [{ baseUrl, uses: usedAt(text, baseUrl) }]
        : [];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** The docs that are named nearest to a base: `source: api.toFumadocsSource()`. */
function usedAt(text: string, baseUrl: string): string {
  const pieces = text.split(/\bloader\s*\(/u).filter((piece) => /baseUrl:\s*['"`]/u.test(piece));
  const own = pieces.find((piece) => piece.includes(`'${baseUrl}'`) || piece.includes(`"${baseUrl}"`)) ?? '';
  return /\b(\w+)\s*\.toFumadocsSource/u.exec(own)?.[1] ?? '';
}

interface Language {
  readonly locale: string | undefined;
  readonly others: readonly string[];
  /** What stands in front of paths; empty for nothing. */
  readonly path: string;
}

/** The default language, which stands in front of all paths unless it is told to be hidden. */
async function languageOf(project: Project, root: string): Promise<Language> {
  for (const file of besideSource(project, root, 'i18n')) {
    const script = await readScript(project, file);
    for (const value of script?.named.values() ?? []) {
      const config = configIn(value);
      const locale = textAt(config, 'defaultLanguage');
      if (locale === undefined) continue;
      const others = textsAt(listAt(config, 'languages')).filter((one) => one !== locale);
      const isHidden = ['default-locale', 'always'].includes(textAt(valueAt(config, 'hideLocale')) ?? '');
      return { locale, others, path: isHidden ? '' : locale };
    }
  }
  return { locale: undefined, others: [], path: '' };
}

function besideSource(project: Project, root: string, name: string): readonly string[] {
  const paths = ['lib', 'src/lib', 'app', 'src/app', '.', 'src'].flatMap((folder) =>
    ['ts', 'tsx', 'js', 'mjs'].flatMap((end) => [
      within(root, `${folder}/${name}.${end}`),
      within(root, `${folder}/${name}/index.${end}`),
    ]),
  );
  return paths.filter((path) => project.files.includes(path));
}
