import { z } from 'zod';
import { DEFAULTS } from './defaults.ts';
import { packageName } from './package-name.ts';
import { webAddress } from './web-address.ts';
import { text } from './text.ts';

type FeedSource =
  | {
      kind: 'url';
      url: string;
      /** Whether addresses of private networks are allowed. */
      private: boolean;
    }
  | {
      kind: 'file';
      /** A file or a folder, relative to the config file. */
      file: string;
    }
  | {
      kind: 'package';
      package: string;
      /** A file or a folder within the package. */
      path: string;
    };

const forms = z.strictObject({
  url: webAddress()
    .optional()
    .meta({
      description: 'The address of a feed or file; it holds no user, password or token',
      examples: ['https://github.com/acme/sdk/releases.atom'],
    }),
  private: z.boolean().optional().meta({
    description: 'With `url`: whether it may lead into a private network, or to this machine',
    default: DEFAULTS.feedSource.private,
  }),
  file: text()
    .optional()
    .meta({
      description:
        'A file on this machine, relative to the config file; or a folder, for all its `.md` or `.json` files',
      examples: ['../CHANGELOG.md'],
    }),
  package: packageName()
    .optional()
    .meta({ description: 'An installed npm package', examples: ['@acme/sdk'] }),
  path: text()
    .optional()
    .meta({
      description: 'With `package`: the file or folder within it',
      default: DEFAULTS.feedSource.path,
      examples: ['docs/releases.json'],
    }),
});

type Forms = z.output<typeof forms>;

/** Where a changelog is: exactly one of three forms. */
export const feedSource = forms
  .meta({
    examples: [{ url: 'https://github.com/acme/sdk/releases.atom' }],
    oneOf: [{ required: ['url'] }, { required: ['file'] }, { required: ['package'] }],
  })
  .transform((source, context): FeedSource => {
    const wrong = wrongWith(source);
    const form = wrong === undefined ? formOf(source) : undefined;
    if (form !== undefined) return form;
    context.addIssue({ code: 'custom', ...(wrong ?? NONE), input: source });
    return z.NEVER;
  });

interface Complaint {
  readonly message: string;
  readonly params: { readonly remedy: string };
}

const NONE: Complaint = {
  message: 'has neither url nor file nor package',
  params: {
    remedy:
      "add url: https://github.com/acme/sdk/releases.atom, file: ../CHANGELOG.md, or package: '@acme/sdk' for an npm package",
  },
};

function formOf({ url, private: isPrivate, file, package: name, path }: Forms): FeedSource | undefined {
  if (url !== undefined) return { kind: 'url', url, private: isPrivate ?? DEFAULTS.feedSource.private };
  if (file !== undefined) return { kind: 'file', file };
  if (name !== undefined) return { kind: 'package', package: name, path: path ?? DEFAULTS.feedSource.path };
  return undefined;
}

function wrongWith({ url, private: isPrivate, file, package: name, path }: Forms): Complaint | undefined {
  const given = Object.entries({ url, file, package: name }).filter(([, value]) => value !== undefined);
  const [first, second] = given.map(([key]) => key);
  if (first === undefined) return NONE;
  if (second !== undefined) return complaint(`has both ${first} and ${second}`, 'keep one of them');
  if (path !== undefined && name === undefined)
    return complaint(
      `has path beside ${first}, but path goes with package only`,
      `write the whole path in ${first}, and remove path`,
    );
  if (isPrivate !== undefined && url === undefined)
    return complaint(
      `has private beside ${first}, but private goes with url only`,
      'remove private, since what is on this machine is read anyway',
    );
  return undefined;
}

function complaint(message: string, remedy: string): Complaint {
  return { message, params: { remedy } };
}
