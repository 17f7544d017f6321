import { z } from 'zod';
import { DEFAULTS } from './defaults.ts';
import { packageName } from './package-name.ts';
import { text } from './text.ts';

type Source =
  | { kind: 'folder'; folder: string }
  | {
      kind: 'package';
      package: string;
      /** Folder within the package. */
      path: string;
    };

/** Where a collection's files are: exactly one of two forms. */
export const source = z
  .strictObject({
    folder: text()
      .optional()
      .meta({
        description: 'A folder on this machine, relative to the config file',
        examples: ['../docs'],
      }),
    package: packageName()
      .optional()
      .meta({ description: 'An installed npm package, instead of a folder', examples: ['@acme/docs'] }),
    path: text()
      .optional()
      .meta({
        description: 'With `package`: the folder within it',
        default: DEFAULTS.source.path,
        examples: ['docs'],
      }),
  })
  .meta({
    examples: [{ folder: '../docs' }],
    oneOf: [{ required: ['folder'] }, { required: ['package'] }],
  })
  .transform((source, context): Source => {
    const { folder, package: name, path } = source;
    if (folder !== undefined && name === undefined && path === undefined) return { kind: 'folder', folder };
    if (folder === undefined && name !== undefined) {
      return { kind: 'package', package: name, path: path ?? DEFAULTS.source.path };
    }
    context.addIssue({ code: 'custom', ...complaint(source), input: source });
    return z.NEVER;
  });

interface Forms {
  readonly folder?: string | undefined;
  readonly package?: string | undefined;
}

function complaint({ folder, package: name }: Forms): { message: string; params: { remedy: string } } {
  if (folder === undefined) {
    const remedy =
      "add folder: ../docs for files of this machine, or package: '@acme/docs' for an npm package";
    return { message: 'has neither folder nor package', params: { remedy } };
  }
  return name === undefined
    ? {
        message: 'has path beside folder, but path goes with package only',
        params: { remedy: 'write the whole path in folder, and remove path' },
      }
    : { message: 'has both folder and package', params: { remedy: 'keep one of them' } };
}
