import { z } from 'zod';
import { readDiscord } from './discord-reader.ts';

/**
 * The rules of components V2 that Signpost's messages have to keep: https://docs.discord.com/developers/components/reference
 * — and Signpost's own, stricter ones: nothing pings but an addressee, texts from others mark nothing up, and nothing in
 * them turns or hides text.
 */
const COMPONENTS_V2 = 1 << 15;
/** `SUPPRESS_EMBEDS`, `EPHEMERAL` and `SUPPRESS_NOTIFICATIONS` may stand beside it. */
const FLAGS = COMPONENTS_V2 | (1 << 2) | (1 << 6) | (1 << 12);

const TEXT = 4_000;
const COMPONENTS = 40;

const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u;

/** Discord may look for invites within code, too. */
const INVITE = /discord(?:app)?\.(?:(?:gg|gift|me|li|io|new)\b|com\/+(?:invite|gifts|template|events)\b)/iu;

/** Kinds that nothing in a text of ours may be. */
const FORBIDDEN: ReadonlySet<string> = new Set(['emoji', 'spoiler', 'timestamp', 'underline', 'url']);

function words(most: number) {
  return z
    .string()
    .max(most)
    .refine((text) => /[^\s\p{Cf}]/u.test(text), 'is blank')
    .refine((text) => !/(?!\n)\p{Cc}/u.test(text), 'holds a control character')
    .refine((text) => !TURNING.test(text), 'holds a character that hides or turns text')
    .refine((text) => !/\p{Cs}/u.test(text), 'holds half a character');
}

const id = {
  id: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional(),
};
const snowflake = z.string().regex(/^\d{1,20}$/u);
const emoji = z.strictObject({
  id: snowflake.nullable().optional(),
  name: z.string().min(1).optional(),
  animated: z.boolean().optional(),
});
const look = { label: words(80).optional(), emoji: emoji.optional(), disabled: z.boolean().optional() };
const button = z
  .discriminatedUnion('style', [
    z.strictObject({
      type: z.literal(2),
      ...id,
      style: z.literal([1, 2, 3, 4]),
      custom_id: z.string().min(1).max(100),
      ...look,
    }),
    z.strictObject({
      type: z.literal(2),
      ...id,
      style: z.literal(5),
      url: z
        .string()
        .max(512)
        .regex(/^https?:\/\/\S+$/u),
      ...look,
    }),
  ])
  .refine((one) => one.label !== undefined || one.emoji !== undefined, 'has neither a label nor an emoji');

const row = z.strictObject({ type: z.literal(1), ...id, components: z.array(button).min(1).max(5) });
const text = z.strictObject({ type: z.literal(10), ...id, content: words(TEXT) });
const separator = z.strictObject({
  type: z.literal(14),
  ...id,
  divider: z.boolean().optional(),
  spacing: z.literal([1, 2]).optional(),
});
const gallery = z.strictObject({
  type: z.literal(12),
  ...id,
  items: z
    .array(
      z.strictObject({
        media: z.strictObject({ url: z.url({ protocol: /^https$/u }).max(2_048) }),
        description: words(1_024).optional(),
        spoiler: z.literal(false).optional(),
      }),
    )
    .min(1)
    .max(10),
});
const inner = z.discriminatedUnion('type', [row, text, separator, gallery]);
const container = z.strictObject({
  type: z.literal(17),
  ...id,
  accent_color: z.int().min(0).max(0xff_ff_ff).nullable().optional(),
  spoiler: z.literal(false).optional(),
  components: z.array(inner).min(1),
});
const component = z.discriminatedUnion('type', [container, row, text, separator, gallery]);

/** What a request to send or edit a message may hold beside; no content, embeds, poll or stickers with components V2. */
const request = z.strictObject({
  flags: z
    .int()
    .refine((flags) => (flags & COMPONENTS_V2) !== 0, 'lacks IS_COMPONENTS_V2')
    .refine((flags) => (flags & ~FLAGS) === 0, 'holds an unknown flag'),
  components: z.array(component).min(1),
  allowed_mentions: z.strictObject({
    parse: z.array(z.never()),
    users: z.array(snowflake).max(1).optional(),
    replied_user: z.literal(false).optional(),
  }),
  message_reference: z.unknown().optional(),
  nonce: z.union([z.string().max(25), z.int()]).optional(),
  enforce_nonce: z.boolean().optional(),
  tts: z.literal(false).optional(),
  attachments: z.array(z.unknown()).max(0).optional(),
});

type Component = z.infer<typeof component>;

/** Throws, with a word, for a message that Discord would refuse or that breaks a rule of Signpost's. */
export function checkMessage(message: unknown): void {
  const result = request.safeParse(message);
  if (!result.success) throw new Error(`Invalid Form Body: ${z.prettifyError(result.error)}`);
  const { components, allowed_mentions } = result.data;
  const all = components.flatMap((one) => withInner(one));
  const buttons = all.flatMap((one) => (one.type === 1 ? one.components : []));
  const contents = all.flatMap((one) => (one.type === 10 ? [one.content] : []));
  const count = all.length + buttons.length;
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  if (count > COMPONENTS) throw new Error(`${count} components, more than ${COMPONENTS}`);
  if (length > TEXT) throw new Error(`${length} characters of text, more than ${TEXT}`);
  const ids = buttons.flatMap((one) => ('custom_id' in one ? [one.custom_id] : []));
  if (new Set(ids).size < ids.length) throw new Error('COMPONENT_CUSTOM_ID_DUPLICATED: one custom_id twice');
  for (const content of contents) checkText(content, allowed_mentions.users ?? []);
}

/** Throws for a text in which something is parsed that only others could have written, or a fence stays open. */
export function checkText(content: string, addressees: readonly string[]): void {
  for (const { kind, text: said } of readDiscord(content)) {
    if (FORBIDDEN.has(kind)) throw new Error(`a text holds a ${kind}: ${said.slice(0, 80)}`);
    const isAddressee = addressees.some((one) => said === `<@${one}>`);
    if (kind === 'mention' && !isAddressee) throw new Error(`a text mentions ${said}`);
  }
  if (INVITE.test(content)) throw new Error('a text holds an invite');
  if (content.split('```').length % 2 === 0) throw new Error('a fence is not closed');
}

function withInner(one: Component): Component[] {
  return one.type === 17 ? [one, ...one.components] : [one];
}
