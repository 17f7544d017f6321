import { isFields, objectsOf, textOf } from './fields.ts';
import type { Fields } from './fields.ts';

/** https://docs.slack.dev/reference/block-kit/blocks */
const KNOWN = new Set(
  'actions context context_actions divider file header image input markdown rich_text section table video'.split(
    ' ',
  ),
);

/** Pictures that this Slack can load. */
const LOADABLE = /^https:\/\/(?!missing\.)/u;

/** Characters of JSON; undocumented: https://github.com/slackapi/bolt-js/issues/2509 */
export const TOO_LONG = 13_000;

/** What Slack has against blocks, in its words or near them; empty where it takes them. */
export function complaints(blocks: unknown, most: number): string[] {
  if (!Array.isArray(blocks) || !blocks.every(isFields))
    return ['must be an array of objects [json-pointer:/blocks]'];
  const count = blocks.length > most ? [`no more than ${most} items allowed [json-pointer:/blocks]`] : [];
  const ids = blocks.map(({ block_id }) => block_id).filter((id) => id !== undefined);
  const twice = new Set(ids).size < ids.length ? ['`block_id` already exists [json-pointer:/blocks]'] : [];
  return [
    ...count,
    ...twice,
    ...blocks.flatMap((block, index) => blockComplaints(block, `/blocks/${index}`)),
  ];
}

function blockComplaints(block: Fields, at: string): string[] {
  const type = textOf(block['type']);
  if (!KNOWN.has(type)) return [`unsupported type: ${type} [json-pointer:${at}/type]`];
  const own = longerThan(block['block_id'], 255, `${at}/block_id`);
  switch (type) {
    case 'header':
      return [...own, ...textComplaints(block['text'], 150, `${at}/text`)];
    case 'section':
      return [...own, ...sectionComplaints(block, at)];
    case 'actions':
      return [...own, ...elementComplaints(block, 25, at)];
    case 'context':
      return [...own, ...elementComplaints(block, 10, at)];
    case 'input':
      return [...own, ...textComplaints(block['label'], 2_000, `${at}/label`)];
    case 'table':
      return [...own, ...tableComplaints(block, at)];
    case 'image':
      return [...own, ...imageComplaints(block, at)];
    case 'rich_text':
      return [...own, ...(objectsOf(block['elements']).length === 0 ? [missing('elements', at)] : [])];
    default:
      return own;
  }
}

function sectionComplaints({ text, fields, accessory }: Fields, at: string): string[] {
  const parts = objectsOf(fields);
  if (text === undefined && parts.length === 0) return [missing('text', at)];
  return [
    ...(text === undefined ? [] : textComplaints(text, 3_000, `${at}/text`)),
    ...(parts.length > 10 ? [`no more than 10 items allowed [json-pointer:${at}/fields]`] : []),
    ...parts.flatMap((field, index) => textComplaints(field, 2_000, `${at}/fields/${index}`)),
    ...(isFields(accessory) ? controlComplaints(accessory, `${at}/accessory`) : []),
  ];
}

function elementComplaints(block: Fields, most: number, at: string): string[] {
  const elements = objectsOf(block['elements']);
  if (elements.length === 0) return [`no fewer than 1 items allowed [json-pointer:${at}/elements]`];
  const ids = elements.map(({ action_id }) => action_id).filter((id) => id !== undefined);
  return [
    ...(elements.length > most ? [`no more than ${most} items allowed [json-pointer:${at}/elements]`] : []),
    ...(new Set(ids).size < ids.length ? [`\`action_id\` already exists [json-pointer:${at}]`] : []),
    ...elements.flatMap((element, index) => controlComplaints(element, `${at}/elements/${index}`)),
  ];
}

function controlComplaints(element: Fields, at: string): string[] {
  const { type, text, action_id, value, url } = element;
  if (type === 'plain_text' || type === 'mrkdwn') return textComplaints(element, 3_000, at);
  if (type !== 'button') return longerThan(action_id, 255, `${at}/action_id`);
  return [
    ...textComplaints(text, 75, `${at}/text`),
    ...longerThan(action_id, 255, `${at}/action_id`),
    ...longerThan(value, 2_000, `${at}/value`),
    ...longerThan(url, 3_000, `${at}/url`),
  ];
}

/** https://docs.slack.dev/reference/block-kit/blocks/image-block; Slack loads the picture before it takes the message. */
function imageComplaints({ image_url, alt_text }: Fields, at: string): string[] {
  if (textOf(alt_text) === '') return [missing('alt_text', at)];
  const url = textOf(image_url);
  return [
    ...longerThan(alt_text, 2_000, `${at}/alt_text`),
    ...longerThan(url, 3_000, `${at}/image_url`),
    ...(LOADABLE.test(url) ? [] : [`downloading image failed [json-pointer:${at}/image_url]`]),
  ];
}

function tableComplaints({ rows }: Fields, at: string): string[] {
  if (!Array.isArray(rows) || rows.length === 0) return [missing('rows', at)];
  const isWide = rows.some((row) => Array.isArray(row) && row.length > 20);
  return [
    ...(rows.length > 100 ? [`no more than 100 items allowed [json-pointer:${at}/rows]`] : []),
    ...(isWide ? [`no more than 20 items allowed [json-pointer:${at}/rows]`] : []),
  ];
}

function textComplaints(value: unknown, most: number, at: string): string[] {
  if (!isFields(value)) return [`must be an object [json-pointer:${at}]`];
  const text = textOf(value['text']);
  if (text === '') return [`must be more than 0 characters [json-pointer:${at}/text]`];
  return longerThan(text, most, `${at}/text`);
}

function longerThan(value: unknown, most: number, at: string): string[] {
  if (value === undefined) return [];
  return textOf(value).length > most ? [`must be less than ${most + 1} characters [json-pointer:${at}]`] : [];
}

function missing(field: string, at: string): string {
  return `missing required field: ${field} [json-pointer:${at}]`;
}
