import { z } from 'zod';

/**
 * The rules of Block Kit that Signpost's messages have to keep: https://docs.slack.dev/reference/block-kit/blocks — and
 * Signpost's own, stricter ones: all text is literal (no `mrkdwn`, no emoji, no mention but of channels, and of people
 * where nobody else sees it, which pings nobody), nothing in it is invisible, and there is no `table`, which Slack may refuse.
 */
export type Surface = 'message' | 'home' | 'unfurl';

interface SurfaceRules {
  readonly blocks: number;
  readonly inputs: boolean;
  /** Of JSON; Slack fails near 13,000 with `msg_blocks_too_long`: https://github.com/slackapi/bolt-js/issues/2509 */
  readonly total: number;
}

const SURFACES: Readonly<Record<Surface, SurfaceRules>> = {
  message: { blocks: 50, inputs: false, total: 10_000 },
  unfurl: { blocks: 50, inputs: false, total: 10_000 },
  home: { blocks: 100, inputs: true, total: 250_000 },
};

const UNSEEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u;

function words(most: number) {
  return z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !/(?!\n)\p{Cc}/u.test(text), 'holds a control character')
    .refine((text) => !UNSEEN.test(text), 'holds a character that hides or turns text')
    .refine((text) => !/\p{Cs}/u.test(text), 'holds half a character');
}

/** Slack refuses texts of white space only, but for empty items. */
function visible(most: number) {
  return words(most).refine((text) => text.trim() !== '', 'is blank');
}

const address = z
  .string()
  .max(3_000)
  .regex(/^(?:https?:\/\/[^\s"<>|\\]+|mailto:[^\s"<>|\\]+)$/iu, 'is no address');
const id = z.string().min(1).max(255);
const blockId = { block_id: id.optional() };

const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
});
const text = z.strictObject({ type: z.literal('text'), text: words(3_000), style: style.optional() });
const link = z.strictObject({
  type: z.literal('link'),
  url: address,
  text: visible(3_000).optional(),
  style: style.optional(),
});
/** Of both, Slack shows the name. */
const channel = z.strictObject({ type: z.literal('channel'), channel_id: z.string().regex(/^[A-Z\d]+$/u) });
const user = z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[A-Z\d]+$/u) });
const run = z.discriminatedUnion('type', [text, link, channel, user]);
const border = { border: z.union([z.literal(0), z.literal(1)]).optional() };
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(run).min(1) });
const richText = z.strictObject({
  type: z.literal('rich_text'),
  ...blockId,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          ...border,
          elements: z.array(section).min(1),
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), ...border, elements: z.array(run).min(1) }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          ...border,
          elements: z.array(run).min(1),
        }),
      ]),
    )
    .min(1),
});

function plain(most: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: visible(most),
    emoji: z.boolean().optional(),
  });
}

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: words(2_000).optional(),
  url: address.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: visible(75).optional(),
});

const input = z
  .strictObject({
    type: z.literal('input'),
    ...blockId,
    label: plain(2_000),
    hint: plain(2_000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: z.strictObject({
      type: z.literal('plain_text_input'),
      action_id: id,
      placeholder: plain(150).optional(),
      initial_value: words(3_000).optional(),
      multiline: z.boolean().optional(),
      min_length: z.int().min(0).max(3_000).optional(),
      max_length: z.int().min(1).max(3_000).optional(),
      focus_on_load: z.boolean().optional(),
      dispatch_action_config: z
        .strictObject({
          trigger_actions_on: z
            .array(z.enum(['on_enter_pressed', 'on_character_entered']))
            .min(1)
            .max(2),
        })
        .optional(),
    }),
  })
  .refine(
    ({ element: { initial_value = '', max_length = 3_000 } }) => initial_value.length <= max_length,
    'begins with more than it takes',
  );

const block = z.discriminatedUnion('type', [
  richText,
  input,
  z.strictObject({ type: z.literal('divider'), ...blockId }),
  z.strictObject({
    type: z.literal('image'),
    ...blockId,
    image_url: address.refine((url) => url.startsWith('https:'), 'is not https'),
    alt_text: visible(2_000),
  }),
  z.strictObject({ type: z.literal('header'), ...blockId, text: plain(150) }),
  z.strictObject({
    type: z.literal('section'),
    ...blockId,
    text: plain(3_000),
    accessory: button.optional(),
  }),
  z.strictObject({ type: z.literal('context'), ...blockId, elements: z.array(plain(3_000)).min(1).max(10) }),
  z.strictObject({
    type: z.literal('actions'),
    ...blockId,
    elements: z
      .array(button)
      .min(1)
      .max(25)
      .refine((all) => isUnique(all.map(({ action_id }) => action_id)), 'has one action id twice'),
  }),
]);

const fallback = z
  .string()
  .max(40_000)
  .refine((said) => !/[<>]/u.test(said), 'holds raw < or >')
  .refine((said) => !/&(?!(?:amp|lt|gt);)/u.test(said), 'holds a raw &')
  .refine((said) => !/(?!\n)\p{Cc}|\p{Cs}/u.test(said), 'holds a control character or half a character');

/** Throws, with a word, for a message or a home view that Slack would refuse or that breaks a rule of Signpost's. */
export function checkMessage(message: unknown): void {
  const {
    type,
    response_type,
    text: said,
    blocks,
  } = parsed(
    z.object({
      type: z.string().optional(),
      response_type: z.string().optional(),
      text: fallback.optional(),
      blocks: z.array(z.unknown()).optional(),
    }),
    message,
  );
  const isHome = type === 'home';
  if (blocks === undefined && (said ?? '') === '') throw new Error('no_text: neither text nor blocks');
  if (blocks?.length === 0 && (said ?? '') === '') throw new Error('no_text: no block, and no text');
  if (blocks !== undefined && !isHome && (said ?? '').trim() === '')
    throw new Error('a message with blocks has no text for notifications');
  checkBlocks(blocks ?? [], isHome ? 'home' : 'message', response_type === 'ephemeral');
}

/** The same for blocks alone, such as those of an unfurl. */
export function checkBlocks(blocks: readonly unknown[], surface: Surface, isPrivate = false): void {
  const rules = SURFACES[surface];
  const known = parsed(z.array(block), blocks);
  const size = JSON.stringify(blocks).length;
  if (known.length > rules.blocks) throw new Error(`${known.length} blocks, more than ${rules.blocks}`);
  if (size >= rules.total) throw new Error(`msg_blocks_too_long: ${size} characters of JSON`);
  if (!rules.inputs && known.some((one) => one.type === 'input')) throw new Error(`an input in a ${surface}`);
  if (!isPrivate && JSON.stringify(blocks).includes('"type":"user"'))
    throw new Error('a person is mentioned where others see it');
  const ids = known.flatMap((one) => ('block_id' in one && one.block_id !== undefined ? [one.block_id] : []));
  if (!isUnique(ids)) throw new Error('one block id twice');
}

function parsed<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`invalid_blocks: ${z.prettifyError(result.error)}`);
}

function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
