import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { isFields } from './fields.ts';
import type { Fields } from './fields.ts';

/** Arguments that the SDK sends as JSON within a form. */
const JSON_ARGUMENTS = new Set([
  'attachments',
  'blocks',
  'metadata',
  'prompts',
  'unfurls',
  'user_auth_blocks',
  'view',
]);
const BOOLEANS = new Set(
  'as_user include_all_metadata inclusive link_names mrkdwn reply_broadcast test unfurl_links unfurl_media'.split(
    ' ',
  ),
);

/** The arguments of a call, from a form or from JSON; undefined where they cannot be read. */
export async function readArguments(request: IncomingMessage): Promise<Fields | undefined> {
  const raw = await text(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return parsed(raw);
  return Object.fromEntries(
    Array.from(new URLSearchParams(raw), ([name, value]) => [name, decoded(name, value)]),
  );
}

function decoded(name: string, value: string): unknown {
  if (JSON_ARGUMENTS.has(name)) return json(value);
  return BOOLEANS.has(name) ? value === 'true' || value === '1' : value;
}

function parsed(raw: string): Fields | undefined {
  const value = json(raw === '' ? '{}' : raw);
  return isFields(value) ? value : undefined;
}

/** What is no JSON stays a string. */
function json(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return raw;
  }
}
