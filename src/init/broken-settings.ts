import { TomlError, parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import type { Project } from './project.ts';
import { scriptFault } from './read-script.ts';

const SCRIPT =
  /(?:^|\/)(?:(?:docusaurus|astro|rspress|eleventy|source|next)\.config|\.eleventy|\.vitepress\/config(?:\/index)?)\.[cm]?[jt]s$/u;
const SETTINGS =
  /(?:^|\/)(?:(?:mkdocs|_config)\.ya?ml|book\.toml|hugo\.(?:toml|ya?ml|json)|(?:docs|mint)\.json)$/u;

/** Settings of generators that have a mistake, so that a site is not seen, or not as it is; a sentence each. */
export async function brokenSettings(
  project: Project,
  isAside: (file: string) => boolean,
): Promise<string[]> {
  const files = project.files.filter((file) => (SCRIPT.test(file) || SETTINGS.test(file)) && !isAside(file));
  const faults = await Promise.all(
    files.map(async (file) => {
      const fault = faultIn((await project.read(file)) ?? '', file);
      return fault === undefined ? [] : [`${file} has a mistake: ${fault}. Mend it, and run init again.`];
    }),
  );
  return faults.flat();
}

/** The mistake with its line, as the parser calls it. */
function faultIn(text: string, file: string): string | undefined {
  if (SCRIPT.test(file)) return scriptFault(text, file);
  return file.endsWith('.toml') ? tomlFault(text) : yamlFault(text);
}

/** JSON is YAML, too. */
function yamlFault(text: string): string | undefined {
  const [error] = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, merge: true }).errors;
  return error?.message.split('\n')[0]?.replace(/:\s*$/u, '');
}

function tomlFault(text: string): string | undefined {
  try {
    parseToml(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const what = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /u, '') ?? '';
    return `${what} at line ${error.line}, column ${error.column}`;
  }
}
