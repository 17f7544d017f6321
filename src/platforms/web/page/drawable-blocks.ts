type Json = Readonly<Record<string, unknown>>;

/** Keys that change nothing in how a block looks, but would repeat an id of the page, open an address or ask something. */
const UNSEEN: ReadonlySet<string> = new Set(['action_id', 'block_id', 'confirm', 'value']);

/** The library draws lists that are deeper at the very left. */
const DEEPEST = 5;

/** Keeps the library from joining a sign with what follows, and is not seen: a word joiner. */
const APART = '\u2060';

/**
 * Blocks as slack-blocks-to-jsx 1.1 draws them rightly: it reads plain text and table cells as mrkdwn, decodes entities
 * before it looks for mentions, counts on from one list to the next, opens what buttons link to, and would load images
 * from elsewhere.
 */
export function drawableBlocks(blocks: readonly unknown[]): unknown[] {
  return blocks.map((block) => {
    const drawn = drawable(block);
    return isJson(drawn) && drawn['type'] === 'plain_text' ? { type: 'context', elements: [drawn] } : drawn;
  });
}

function drawable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => drawable(item));
  if (!isJson(value)) return value;
  switch (value['type']) {
    case 'plain_text':
      return plainText(decode(textOf(value)));
    case 'mrkdwn':
      return { type: 'mrkdwn', text: apart(textOf(value)) };
    case 'raw_text':
    case 'raw_number':
      return richText(textOf(value));
    case 'image':
      return plainText(`[${String(value['alt_text'] ?? 'image')}]`);
    case 'rich_text':
      return { type: 'rich_text', elements: numbered(elementsOf(value)).map((item) => drawable(item)) };
    case 'button':
      return withoutKeys(value, new Set([...UNSEEN, 'url']));
    default:
      return withoutKeys(value, UNSEEN);
  }
}

/** The library adds the items of lists before to a list's offset; in Slack the offset alone tells where it begins. */
function numbered(elements: readonly unknown[]): unknown[] {
  const before: number[] = [];
  return elements.map((element) => {
    if (!isJson(element) || element['type'] !== 'rich_text_list') {
      before.length = 0;
      return element;
    }
    const indent = Math.min(Number(element['indent'] ?? 0), DEEPEST);
    const count = before[indent] ?? 0;
    before.length = indent + 1;
    before[indent] = count + elementsOf(element).length;
    return { ...element, indent, offset: Number(element['offset'] ?? 0) - count };
  });
}

function withoutKeys(value: Json, keys: ReadonlySet<string>): Json {
  const entries = Object.entries(value).filter(([key]) => !keys.has(key));
  return Object.fromEntries(entries.map(([key, item]) => [key, drawable(item)]));
}

function elementsOf({ elements }: Json): readonly unknown[] {
  return Array.isArray(elements) ? elements : [];
}

function textOf(value: Json): string {
  return String(value['text'] ?? value['value'] ?? '');
}

function plainText(text: string): Json {
  return { type: 'plain_text', text: text.replace(/&(?=(?:lt|gt);)/gu, `&${APART}`), verbatim: true };
}

function richText(text: string): Json {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text: decode(text) }] };
  return { type: 'rich_text', elements: [section] };
}

/** Slack has three entities: https://docs.slack.dev/messaging/formatting-message-text#escaping */
function decode(text: string): string {
  return text.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&');
}

/** The same, where what comes out must not be read as mrkdwn. */
function apart(text: string): string {
  return text.replace(/&lt;/gu, `<${APART}`).replace(/&gt;/gu, `${APART}>`).replace(/&amp;/gu, `&${APART}`);
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
