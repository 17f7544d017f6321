import type { CollectionHelp } from '../../core/reply.ts';
import { LONGEST_VERSION, versionChoices, versionsOf } from '../version-named.ts';
import type { McpOptions } from './mcp-options.ts';
import type { TextArgument } from './tool-arguments.ts';

/** The versions and languages that can be asked for. */
export interface Choices {
  /** Empty where there are not two. */
  readonly versions: readonly string[];
  /** BCP 47 tags; empty where there are not two. */
  readonly locales: readonly string[];
}

/** The most that a description tells of each. */
const TOLD = 20;

/** What the docs have to choose from, as far as it is known. */
export function choicesOf(options: McpOptions): Choices {
  const collections = docsOf(options);
  const locales = [...new Set(collections.flatMap((collection) => collection.locales))];
  return { versions: versionChoices(collections), locales: locales.length < 2 ? [] : locales };
}

/** The arguments that choose; where there is nothing to choose they are not declared. */
export function editionArguments({ versions, locales }: Choices): Record<keyof Edition, TextArgument> {
  const version = `Version of the docs: ${told(versions)}; the default, ${versions[0] ?? ''}, where left out. Only where the user means that version`;
  const locale = `Language of the docs: ${told(locales)}; where there is nothing in it, the default`;
  return {
    version: { kind: 'text', required: false, description: versions.length === 0 ? '' : version },
    locale: { kind: 'text', required: false, description: locales.length === 0 ? '' : locale },
  };
}

export interface Edition {
  readonly version: string;
  readonly locale: string;
}

/** Every version of a collection, or of all; also where there is but one. */
export function versionsIn(collection: string, options: McpOptions): readonly string[] {
  return versionsOf(docsOf(options).filter(({ name }) => collection === '' || name === collection));
}

/** What to do where there is no version so called. */
export function noSuchVersion(version: string, versions: readonly string[]): string {
  const shown = version.replaceAll(/[`\p{Cc}]/gu, ' ').slice(0, LONGEST_VERSION);
  return `There is no version \`${shown}\` of the docs. Leave \`version\` out for the default, or use one of: ${told(versions)}.`;
}

/** The core knows more of them than the config, once the docs are read. */
function docsOf({ core, collections }: McpOptions): readonly CollectionHelp[] {
  const names = new Set(collections.map(({ name }) => name));
  return core.help().collections.filter(({ name }) => names.has(name));
}

/** A list of names, cut where there are many. */
export function told(names: readonly string[]): string {
  return [...names.slice(0, TOLD), ...(names.length > TOLD ? ['…'] : [])].join(', ');
}
