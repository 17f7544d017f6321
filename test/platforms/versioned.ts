import type { Editions } from '../../src/core/editions.ts';
import type { QueryCore } from '../../src/core/query.ts';
import type { Question } from '../../src/core/question.ts';
import { page } from '../fakes/search-engine.ts';
import { coreOf, SITE } from './example.ts';

/** `docs` in three versions, of which v3 is the default, in English and German; `api` and `internal` are as they are everywhere. */
export const EDITIONS: readonly Editions[] = [
  { collection: 'docs', versions: ['v3', 'v2', 'v1'], locales: ['en', 'de'] },
];

/** As many pages about quotas in each version and language, so that there are more than one reply shows. */
const QUOTAS = ['v3', 'v2', 'v1'].flatMap((version) =>
  ['en', 'de'].flatMap((locale) =>
    Array.from({ length: 7 }, (_, number) => quota({ version, locale, number: number + 1 })),
  ),
);

interface Quota {
  readonly version: string;
  readonly locale: string;
  readonly number: number;
}

/** Default editions are named by nothing, as everywhere. */
function quota({ version, locale, number }: Quota) {
  const edition = [version === 'v3' ? '' : version, locale === 'en' ? '' : locale];
  const path = [...edition, `quota-${number}.mdx`].filter((part) => part !== '').join('/');
  const says = locale === 'de' ? 'Das quota ist' : 'The quota is';
  const fields = { file: path, path, version, locale, title: `Quota ${number}`, trail: ['Limits'] };
  return page({ ...fields, url: `${SITE}/${path.replace('.mdx', '')}` }, [
    { markdown: `${says} ${number} in ${version}.` },
  ]);
}

export const VERSIONED_PAGES = [
  ...QUOTAS,
  page({ collection: 'api', file: 'quotas.mdx', title: 'GET /quota', url: `${SITE}/api/quota` }, [
    { markdown: 'Gets a quota.' },
  ]),
];

/** A core with docs in versions and languages, that keeps what it was asked. */
export function versionedCore(asked: Question[] = []): QueryCore {
  return coreOf(VERSIONED_PAGES, asked, EDITIONS);
}
