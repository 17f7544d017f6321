import type { IncomingHttpHeaders } from 'node:http';

/** What a webhook tells, as far as it matters. */
export type HookEvent =
  | {
      readonly kind: 'push';
      /** Addresses of the repository that was pushed to, over https and ssh. */
      readonly urls: readonly string[];
      /** `refs/heads/main`. */
      readonly ref: string;
      /** Empty where it is not told. */
      readonly defaultBranch: string;
    }
  | { readonly kind: 'other' };

/** Names of headers that say what has happened. Those of Forgejo and Gitea are beside that of GitHub. */
const EVENT_HEADERS = ['x-github-event', 'x-forgejo-event', 'x-gitea-event', 'x-gitlab-event'] as const;

/** A push of commits or tags; GitLab's system hooks say in the body which of both it is. */
const PUSHES: ReadonlySet<string> = new Set(['push', 'Push Hook', 'Tag Push Hook', 'System Hook']);

/** Keys of a repository's addresses, of GitHub, Forgejo, Gitea and GitLab. */
const URLS = [
  'clone_url',
  'ssh_url',
  'html_url',
  'git_http_url',
  'git_ssh_url',
  'web_url',
  'http_url',
] as const;

/** Reads the body of a webhook that is signed; undefined where it is no JSON. */
export function readHookEvent(headers: IncomingHttpHeaders, body: Buffer): HookEvent | undefined {
  const payload = parsed(isForm(headers) ? formPayload(body) : body.toString('utf8'));
  if (payload === undefined) return undefined;
  const name = EVENT_HEADERS.map((header) => headers[header]).find((value) => value !== undefined);
  const fields = fieldsOf(payload);
  const ref = textOf(fields, 'ref');
  if (!PUSHES.has(String(name)) || !ref.startsWith('refs/')) return { kind: 'other' };
  // GitLab has both, and the addresses over ssh and https in the project.
  const places = ['project', 'repository'].map((key) => fieldsOf(fields.get(key)));
  const urls = places.flatMap((place) => URLS.map((key) => textOf(place, key))).filter((url) => url !== '');
  const branches = places.map((place) => textOf(place, 'default_branch'));
  return { kind: 'push', urls, ref, defaultBranch: branches.find((branch) => branch !== '') ?? '' };
}

/** GitHub's other content type, with the JSON as `payload`. */
export function isForm(headers: IncomingHttpHeaders): boolean {
  return /^application\/x-www-form-urlencoded\b/iu.test(headers['content-type'] ?? '');
}

function formPayload(body: Buffer): string {
  return new URLSearchParams(body.toString('utf8')).get('payload') ?? '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function textOf(fields: ReadonlyMap<string, unknown>, key: string): string {
  const value = fields.get(key);
  return typeof value === 'string' ? value : '';
}
