import { Document, isMap, isScalar } from 'yaml';
import type { FoundCollection } from './found-site.ts';
import type { LikelyAddress } from './likely-address.ts';

/** What is written into a config. */
export interface ConfigProposal {
  readonly title: string;
  readonly address: LikelyAddress;
  readonly collections: readonly FoundCollection[];
  /** Who was seen, such as `Docusaurus`, and where. */
  readonly generator: string;
  readonly file: string;
  /** A path of the project, relative to the config's folder. */
  readonly relative: (path: string) => string;
  /** Where the schema is, relative to the config; undefined where there is none. */
  readonly schema: string | undefined;
}

/** The text of a config with only what differs from the defaults. */
export function configText(proposal: ConfigProposal): string {
  const { title, address, collections, relative, schema } = proposal;
  const document = new Document({
    title,
    data: relative('.signpost'),
    collections: collections.map((collection) => collectionOf(collection, proposal)),
  });
  comment(document, 'data', 'what Signpost keeps; nothing of it is committed');
  commentBefore(document, 'url', addressComment(address));
  const head = schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`;
  const seen = `# Written by signpost init from ${proposal.file} (${proposal.generator}); yours to change.\n`;
  return head + seen + document.toString({ lineWidth: 0, singleQuote: true });
}

function comment(document: Document, key: string, text: string): void {
  const node = document.get(key, true);
  if (isScalar(node)) node.comment = ` ${text}`;
}

/** On a line of its own before a key of the first site. */
function commentBefore(document: Document, key: string, text: string | undefined): void {
  const site = document.getIn(['collections', 0, 'site']);
  const found = isMap(site)
    ? site.items.find((pair) => isScalar(pair.key) && pair.key.value === key)
    : undefined;
  if (isScalar(found?.key) && text !== undefined) found.key.commentBefore = ` ${text}`;
}

function addressComment({ from, isSure }: LikelyAddress): string | undefined {
  if (isSure) return undefined;
  return from === 'preview'
    ? 'that of the preview: change it to where your docs are published'
    : `as ${from} makes likely: see that it is where your docs are published`;
}

type Keys = Readonly<Record<string, unknown>>;

function collectionOf(collection: FoundCollection, { address, relative }: ConfigProposal): Keys {
  const { name, folder, include, exclude, format, version, versions, locale, locales, site } = collection;
  return said({
    name,
    source: { folder: relative(folder) },
    include,
    exclude,
    format,
    version,
    versions,
    locale,
    locales,
    site: said({
      preset: site.preset === 'plain' ? undefined : site.preset,
      url: address.url,
      base: address.base === '' ? undefined : address.base,
      routeBase: site.routeBase,
      extension: site.extension,
      index: site.index,
      trailingSlash: site.trailingSlash,
      anchors: site.anchors,
    }),
  });
}

/** Without what says nothing: what is undefined, and lists that are empty, but for that of a site's indices. */
function said(keys: Keys): Keys {
  return Object.fromEntries(
    Object.entries(keys).filter(
      ([key, value]) =>
        value !== undefined && (key === 'index' || !(Array.isArray(value) && value.length === 0)),
    ),
  );
}
