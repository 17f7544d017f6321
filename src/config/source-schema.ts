import { z } from 'zod';
import { DEFAULTS } from './defaults.ts';
import { listed } from './listed.ts';
import { packageName } from './package-name.ts';
import { text } from './text.ts';
import { webAddress } from './web-address.ts';

type Source = {
  /** CSS selector of what is the docs on an HTML page; empty for what is found by itself. */
  main: string;
} & (
  | { kind: 'folder'; folder: string }
  | {
      kind: 'package';
      package: string;
      /** Folder within the package. */
      path: string;
    }
  | ({
      kind: 'git';
      /** Of the repository. */
      url: string;
      /** A branch, tag or commit; empty for the repository's default. */
      ref: string;
      /** Folder within the repository. */
      path: string;
    } & Remote)
  | ({
      kind: 'sitemap';
      url: string;
      /** Globs of the paths that are read; empty for all. */
      paths: string[];
      limit: number;
    } & Remote)
  | ({ kind: 'llms'; url: string; limit: number } & Remote)
);

interface Remote {
  /** Minutes from one reading to the next. */
  every: number;
  /** Whether addresses of private networks are allowed. */
  private: boolean;
}

const FORMS = ['folder', 'package', 'git', 'sitemap', 'llms'] as const;
type Form = (typeof FORMS)[number];

/** What may stand beside each form. */
const BESIDE = {
  path: ['package', 'git'],
  ref: ['git'],
  every: ['git', 'sitemap', 'llms'],
  private: ['git', 'sitemap', 'llms'],
  main: ['folder', 'package', 'git', 'sitemap'],
  paths: ['sitemap'],
  limit: ['sitemap', 'llms'],
} as const satisfies Readonly<Record<string, readonly Form[]>>;

const forms = z.strictObject({
  folder: text()
    .optional()
    .meta({
      description: 'A folder on this machine, relative to the config file',
      examples: ['../docs'],
    }),
  package: packageName()
    .optional()
    .meta({ description: 'An installed npm package', examples: ['@acme/docs'] }),
  git: webAddress({
    example: 'https://github.com/acme/docs.git; for files of this machine use folder',
    secretRemedy: 'put the token into the environment as GIT_TOKEN, and leave only the address here',
  })
    .optional()
    .meta({
      description:
        'Address of a git repository; a token for it stands in the environment, as GIT_TOKEN, and never here',
      examples: ['https://github.com/acme/docs.git'],
    }),
  sitemap: webAddress({ example: 'https://docs.acme.com/sitemap.xml' })
    .optional()
    .meta({
      description: 'Address of the sitemap of a site whose pages are read, for docs that are not in Markdown',
      examples: ['https://docs.acme.com/sitemap.xml'],
    }),
  llms: webAddress({ example: 'https://docs.acme.com/llms-full.txt' })
    .optional()
    .meta({
      description: 'Address of the `llms-full.txt` or `llms.txt` of a site',
      examples: ['https://docs.acme.com/llms-full.txt'],
    }),
  path: text()
    .optional()
    .meta({
      description: 'With `package` and `git`: the folder within it',
      default: DEFAULTS.source.path,
      examples: ['docs'],
    }),
  ref: z
    .string()
    .optional()
    .meta({
      description: 'With `git`: a branch, tag or commit; empty for the repository’s default',
      default: DEFAULTS.gitSource.ref,
      examples: ['main'],
    }),
  every: z
    .int()
    .min(1)
    .max(10_080)
    .optional()
    .meta({
      description: 'With `git` (15), `sitemap` and `llms` (60): minutes from one reading to the next',
      examples: [15],
    }),
  private: z.boolean().optional().meta({
    description:
      'With `git`, `sitemap` and `llms`: whether the address may lead into a private network, or to this machine',
    default: DEFAULTS.gitSource.private,
  }),
  main: z
    .string()
    .optional()
    .meta({
      description:
        'Of HTML pages: CSS selector of what is the docs on a page; empty where it is found by itself',
      default: DEFAULTS.source.main,
      examples: ['main article'],
    }),
  paths: z
    .array(text())
    .optional()
    .meta({
      description: 'With `sitemap`: globs of the paths of pages that are read; empty for all',
      default: DEFAULTS.sitemapSource.paths,
      examples: [['/docs/**']],
    }),
  limit: z.int().min(1).max(100_000).optional().meta({
    description: 'With `sitemap` and `llms`: the most pages that are read',
    default: DEFAULTS.sitemapSource.limit,
  }),
});

type Forms = z.output<typeof forms>;

/** Where a collection's files are: exactly one of five forms. */
export const source = forms
  .meta({
    examples: [{ folder: '../docs' }],
    oneOf: FORMS.map((form) => ({ required: [form] })),
  })
  .transform((given, context): Source => {
    const chosen = FORMS.filter((form) => given[form] !== undefined);
    const wrong = wrongWith(given, chosen);
    const found = wrong === undefined ? sourceOf(given) : undefined;
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', ...(wrong ?? NONE), input: given });
    return z.NEVER;
  });

interface Complaint {
  readonly message: string;
  readonly params: { readonly remedy: string };
}

const NONE: Complaint = {
  message: `has none of ${listed(FORMS, 'or')}`,
  params: {
    remedy:
      "add folder: ../docs for files of this machine, package: '@acme/docs' for an npm package, or git: https://github.com/acme/docs.git for a repository",
  },
};

function wrongWith(given: Forms, [first, second]: readonly Form[]): Complaint | undefined {
  if (first === undefined) return NONE;
  if (second !== undefined) {
    const isWithin = first === 'folder' && (second === 'package' || second === 'git');
    const remedy = isWithin
      ? `keep one of them; the folder within ${second === 'git' ? 'a repository' : 'a package'} is path`
      : 'keep one of them';
    return { message: `has both ${first} and ${second}`, params: { remedy } };
  }
  for (const [key, allowed] of Object.entries(BESIDE) as [keyof typeof BESIDE, readonly Form[]][]) {
    if (given[key] === undefined || allowed.includes(first)) continue;
    const remedy =
      key === 'path' && first === 'folder'
        ? 'write the whole path in folder, and remove path'
        : `remove ${key}`;
    return {
      message: `has ${key} beside ${first}, but ${key} goes with ${listed(allowed, 'or')} only`,
      params: { remedy },
    };
  }
  return undefined;
}

function sourceOf(given: Forms): Source | undefined {
  const { folder, package: name, git, sitemap, llms } = given;
  const { path = DEFAULTS.source.path, main = DEFAULTS.source.main } = given;
  if (folder !== undefined) return { kind: 'folder', folder, main };
  if (name !== undefined) return { kind: 'package', package: name, path, main };
  if (git !== undefined)
    return {
      kind: 'git',
      main,
      url: git,
      path,
      ref: given.ref ?? DEFAULTS.gitSource.ref,
      ...remote(given, DEFAULTS.gitSource),
    };
  if (sitemap !== undefined)
    return {
      kind: 'sitemap',
      main,
      url: sitemap,
      paths: given.paths ?? DEFAULTS.sitemapSource.paths,
      limit: given.limit ?? DEFAULTS.sitemapSource.limit,
      ...remote(given, DEFAULTS.sitemapSource),
    };
  if (llms !== undefined)
    return {
      kind: 'llms',
      main,
      url: llms,
      limit: given.limit ?? DEFAULTS.llmsSource.limit,
      ...remote(given, DEFAULTS.llmsSource),
    };
  return undefined;
}

function remote(given: Forms, byDefault: Remote): Remote {
  return { every: given.every ?? byDefault.every, private: given.private ?? byDefault.private };
}
