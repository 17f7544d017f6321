import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from './run-program.ts';

/** A generator's own starter project. */
export interface Starter {
  readonly name: string;
  /** A program that has to be there; undefined where npm brings it. */
  readonly needs: string | undefined;
  /** Creates the project in an empty folder, as the generator's docs say. */
  create(folder: string): Promise<void>;
  /** Builds it; the folder of the site, relative to the project. */
  build(folder: string): Promise<string>;
  /** What its docs answer, and a word of the heading that does. */
  readonly question: string;
}

const VERSIONS = {
  docusaurus: '3.10.2',
  vitepress: '1.6.4',
  // The newest for Node 20.
  astro: '5.18.2',
  starlight: '0.37.7',
  sharp: '0.34.5',
} as const;

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/** https://docusaurus.io/docs/installation */
const docusaurus: Starter = {
  name: 'Docusaurus',
  needs: undefined,
  create: async (folder) => {
    const starter = `create-docusaurus@${VERSIONS.docusaurus}`;
    await run('npx', ['--yes', starter, '.', 'classic', '--javascript', '--skip-install'], folder);
    await run('npm', ['install', ...QUIET], folder);
  },
  build: async (folder) => {
    await run('npm', ['run', 'build'], folder);
    return 'build';
  },
  question: 'How do I translate a doc?',
};

/** What `npx vitepress init` does with the answers that it is given: https://vitepress.dev/guide/getting-started */
const SCAFFOLD = `import { ScaffoldThemeType, scaffold } from 'vitepress';
scaffold({ root: './docs', title: 'My Awesome Project', description: 'A VitePress Site', theme: ScaffoldThemeType.Default, useTs: true, injectNpmScripts: true });
`;

const vitepress: Starter = {
  name: 'VitePress',
  needs: undefined,
  create: async (folder) => {
    await write(folder, {
      'package.json': '{ "private": true, "type": "module" }',
      'scaffold.mjs': SCAFFOLD,
    });
    await run('npm', ['install', ...QUIET, '--save-dev', `vitepress@${VERSIONS.vitepress}`], folder);
    await run('node', ['scaffold.mjs'], folder);
  },
  build: async (folder) => {
    await run('npm', ['run', 'docs:build'], folder);
    return 'docs/.vitepress/dist';
  },
  question: 'How do I access site, theme and page data?',
};

/**
 * `create-astro --template starlight` fetches these from GitHub, which need not be reachable: `examples/basics` of withastro/starlight,
 * without its picture.
 */
const STARLIGHT = {
  'package.json': JSON.stringify({
    name: 'starlight',
    type: 'module',
    version: '0.0.1',
    scripts: { build: 'astro build' },
    dependencies: {
      '@astrojs/starlight': VERSIONS.starlight,
      astro: VERSIONS.astro,
      sharp: VERSIONS.sharp,
    },
  }),
  'astro.config.mjs': `// @ts-check
import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';

// https://astro.build/config
export default defineConfig({
	integrations: [
		starlight({
			title: 'My Docs',
			social: [{ icon: 'github', label: 'GitHub', href: 'https://github.com/withastro/starlight' }],
			sidebar: [
				{
					label: 'Guides',
					items: [
						// Each item here is one entry in the navigation menu.
						{ label: 'Example Guide', slug: 'guides/example' },
					],
				},
				{
					label: 'Reference',
					autogenerate: { directory: 'reference' },
				},
			],
		}),
	],
});
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = {
	docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
};
`,
  'src/content/docs/index.mdx': `---
title: Welcome to Starlight
description: Get started building your docs site with Starlight.
template: splash
hero:
  tagline: Congrats on setting up a new Starlight project!
  actions:
    - text: Example Guide
      link: /guides/example/
      icon: right-arrow
    - text: Read the Starlight docs
      link: https://starlight.astro.build
      icon: external
      variant: minimal
---

import { Card, CardGrid } from '@astrojs/starlight/components';

## Next steps

<CardGrid stagger>
	<Card title="Update content" icon="pencil">
		Edit \`src/content/docs/index.mdx\` to see this page change.
	</Card>
	<Card title="Add new content" icon="add-document">
		Add Markdown or MDX files to \`src/content/docs\` to create new pages.
	</Card>
	<Card title="Configure your site" icon="setting">
		Edit your \`sidebar\` and other config in \`astro.config.mjs\`.
	</Card>
	<Card title="Read the docs" icon="open-book">
		Learn more in [the Starlight Docs](https://starlight.astro.build/).
	</Card>
</CardGrid>
`,
  'src/content/docs/guides/example.md': `---
title: Example Guide
description: A guide in my new Starlight docs site.
---

Guides lead a user through a specific task they want to accomplish, often with a sequence of steps.
Writing a good guide requires thinking about what your users are trying to do.

## Further reading

- Read [about how-to guides](https://diataxis.fr/how-to-guides/) in the Diátaxis framework
`,
  'src/content/docs/reference/example.md': `---
title: Example Reference
description: A reference page in my new Starlight docs site.
---

Reference pages are ideal for outlining how things work in terse and clear terms.
Less concerned with telling a story or addressing a specific use case, they should give a comprehensive outline of what you're documenting.

## Further reading

- Read [about reference](https://diataxis.fr/reference/) in the Diátaxis framework
`,
  'tsconfig.json': '{ "extends": "astro/tsconfigs/strict" }\n',
} as const;

/** https://starlight.astro.build/getting-started/ */
const starlight: Starter = {
  name: 'Starlight',
  needs: undefined,
  create: async (folder) => {
    await write(folder, STARLIGHT);
    await run('npm', ['install', ...QUIET], folder);
  },
  build: async (folder) => {
    await run('npm', ['run', 'build'], folder);
    return 'dist';
  },
  question: 'Where can I read about how-to guides?',
};

/** https://www.mkdocs.org/getting-started/ */
const mkdocs: Starter = {
  name: 'MkDocs',
  needs: 'mkdocs',
  create: (folder) => run('mkdocs', ['new', '.'], folder),
  build: async (folder) => {
    await run('mkdocs', ['build', '--quiet'], folder);
    return 'site';
  },
  question: 'Which command creates a new project?',
};

export const STARTERS: readonly Starter[] = [mkdocs, vitepress, starlight, docusaurus];

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}
