import { isFields, objectsOf, textOf } from '../slack/fields.ts';
import type { Fields } from '../slack/fields.ts';
import { invalidForm, refusal } from './discord-error.ts';
import type { Complaint } from './discord-error.ts';

const V2 = 1 << 15;

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
const TYPE = {
  row: 1,
  button: 2,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  separator: 14,
  container: 17,
};
const KNOWN = new Set([1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17]);

function tooLong(at: string, text: unknown, most: number): Complaint[] {
  if (Array.from(textOf(text)).length <= most) return [];
  return [{ at, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${most} or fewer in length.` }];
}

function missing(at: string, text: unknown): Complaint[] {
  if (textOf(text) !== '') return [];
  return [{ at, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
}

/** Throws what Discord refuses a message with. `flags` are those that the message has then. */
export function requireMessage(body: Fields, flags: number): void {
  const found = (flags & V2) === 0 ? plainComplaints(body) : componentComplaints(body);
  const { nonce } = body;
  const all = [...found, ...tooLong('nonce', nonce, 25)];
  if (all.length > 0) throw invalidForm(all);
}

/** Throws for what would show nothing. */
export function requireSomething(body: Fields): void {
  const said = [body['content'], body['components'], body['embeds'], body['files']];
  if (said.every((one) => one === undefined || one === null || (one as string).length === 0))
    throw refusal('emptyMessage');
}

function plainComplaints(body: Fields): Complaint[] {
  const rows = objectsOf(body['components']);
  const strange = rows.flatMap(({ type }, index) =>
    type === TYPE.row ? [] : [badType(`components.${index}`, [TYPE.row])],
  );
  return [...tooLong('content', body['content'], 2_000), ...strange, ...nested(body)];
}

function componentComplaints(body: Fields): Complaint[] {
  const message = 'The MessageFlags.IS_COMPONENTS_V2 flag cannot be used with this field';
  const legacy = ['content', 'embeds', 'poll', 'sticker_ids'].filter((key) => {
    const value = body[key];
    return value !== undefined && value !== null && (value as string).length !== 0;
  });
  const texts = flat(body['components']).map(({ content }) => textOf(content));
  const total = texts.reduce((sum, text) => sum + Array.from(text).length, 0);
  const over = { at: 'components', code: 'COMPONENT_MAX_TOTAL_TEXT_LENGTH', message: `${total} > 4000` };
  return [
    ...legacy.map((at) => ({ at, code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message })),
    ...(total > 4_000 ? [over] : []),
    ...nested(body),
  ];
}

function isNumber(id: unknown): boolean {
  return Number.isInteger(id) && Number(id) >= 0 && Number(id) < 2 ** 31;
}

function nested(body: Fields): Complaint[] {
  const all = flat(body['components']);
  const ids = all.map(({ custom_id }) => custom_id).filter((id) => id !== undefined);
  const twice = {
    at: 'components',
    code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
    message: 'Component custom id cannot be duplicated',
  };
  const numbers = all.map(({ id }) => id).filter((id) => id !== undefined && id !== 0);
  const clash = {
    at: 'components',
    code: 'COMPONENT_ID_DUPLICATED',
    message: 'Component id cannot be duplicated',
  };
  const range = { at: 'components', code: 'NUMBER_TYPE_MAX', message: 'int32 value should be positive.' };
  const many = { at: 'components', code: 'COMPONENT_MAX_TOTAL', message: 'Must be 40 or fewer in total.' };
  return [
    ...(all.length > 40 ? [many] : []),
    ...(new Set(ids).size < ids.length ? [twice] : []),
    ...(new Set(numbers).size < numbers.length ? [clash] : []),
    ...(numbers.every(isNumber) ? [] : [range]),
    ...objectsOf(body['components']).flatMap((one, index) => complaints(one, `components.${index}`)),
  ];
}

/** A component and all within, in the order in which Discord numbers them. */
export function flat(components: unknown): Fields[] {
  return objectsOf(components).flatMap((one) => [one, ...flat(within(one))]);
}

function within({ components, accessory }: Fields): Fields[] {
  return [...objectsOf(components), ...(isFields(accessory) ? [accessory] : [])];
}

function badType(at: string, allowed: readonly number[]): Complaint {
  return {
    at: `${at}.type`,
    code: 'BASE_TYPE_CHOICES',
    message: `Value must be one of {${allowed.join(', ')}}.`,
  };
}

function complaints(component: Fields, at: string): Complaint[] {
  const { type } = component;
  if (typeof type !== 'number' || !KNOWN.has(type)) return [badType(at, [...KNOWN])];
  const own = kindComplaints(component, at);
  const inner = objectsOf(component['components']).flatMap((one, index) =>
    complaints(one, `${at}.components.${index}`),
  );
  const accessory = component['accessory'];
  return [...own, ...inner, ...(isFields(accessory) ? complaints(accessory, `${at}.accessory`) : [])];
}

function kindComplaints(component: Fields, at: string): Complaint[] {
  switch (component['type']) {
    case TYPE.button:
      return buttonComplaints(component, at);
    case TYPE.row:
      return lengthComplaints(component, at, 5);
    case TYPE.section:
      return lengthComplaints(component, at, 3);
    case TYPE.container:
      return lengthComplaints(component, at, 40);
    case TYPE.gallery:
      return galleryComplaints(component, at);
    case TYPE.text:
      return missing(`${at}.content`, component['content']);
    default:
      return [];
  }
}

function lengthComplaints({ components }: Fields, at: string, most: number): Complaint[] {
  const count = objectsOf(components).length;
  if (count >= 1 && count <= most) return [];
  return [
    {
      at: `${at}.components`,
      code: 'BASE_TYPE_BAD_LENGTH',
      message: `Must be between 1 and ${most} in length.`,
    },
  ];
}

/** `MediaGalleryItemRequest` of https://github.com/discord/discord-api-spec */
function galleryComplaints({ items }: Fields, at: string): Complaint[] {
  const all = objectsOf(items);
  const message = 'Must be between 1 and 10 in length.';
  const count = { at: `${at}.items`, code: 'BASE_TYPE_BAD_LENGTH', message };
  return [
    ...(all.length >= 1 && all.length <= 10 ? [] : [count]),
    ...all.flatMap((item, index) => itemComplaints(item, `${at}.items.${index}`)),
  ];
}

function itemComplaints({ media, description }: Fields, at: string): Complaint[] {
  const url = isFields(media) ? textOf(media['url']) : '';
  const isAddress = /^(?:https?|attachment):\/\/\S+$/u.test(url);
  const message = "Scheme must be one of ('http', 'https', 'attachment').";
  return [
    ...(isAddress ? [] : [{ at: `${at}.media.url`, code: 'URL_TYPE_INVALID_SCHEME', message }]),
    ...tooLong(`${at}.media.url`, url, 2_048),
    ...tooLong(`${at}.description`, description, 1_024),
    ...(description === '' ? missing(`${at}.description`, description) : []),
  ];
}

function buttonComplaints(button: Fields, at: string): Complaint[] {
  const { style, label, emoji, url, custom_id: id } = button;
  const bare = label === undefined && emoji === undefined ? missing(`${at}.label`, label) : [];
  const target =
    style === 5
      ? [...missing(`${at}.url`, url), ...tooLong(`${at}.url`, url, 512)]
      : [...missing(`${at}.custom_id`, id), ...tooLong(`${at}.custom_id`, id, 100)];
  return [...bare, ...tooLong(`${at}.label`, label, 80), ...target];
}

/** Throws what Discord refuses the choices of an autocomplete with. */
export function requireChoices(data: Fields): void {
  const choices = objectsOf(data['choices']);
  const found = choices.flatMap(({ name, value }, index) => {
    const at = `data.choices.${index}`;
    return [
      ...missing(`${at}.name`, name),
      ...tooLong(`${at}.name`, name, 100),
      ...tooLong(`${at}.value`, value, 100),
    ];
  });
  const many = {
    at: 'data.choices',
    code: 'BASE_TYPE_MAX_LENGTH',
    message: 'Must be 25 or fewer in length.',
  };
  const all = choices.length > 25 ? [many, ...found] : found;
  if (!Array.isArray(data['choices']))
    throw invalidForm([
      { at: 'data.choices', code: 'BASE_TYPE_REQUIRED', message: 'This field is required' },
    ]);
  if (all.length > 0) throw invalidForm(all);
}

/** Throws what Discord refuses commands with: https://docs.discord.com/developers/interactions/application-commands */
export function requireCommand(command: Fields, at: string): void {
  const { type = 1, name, description, options } = command;
  const text = textOf(name);
  const isGood =
    type === 1
      ? /^[-_'\p{L}\p{N}]{1,32}$/u.test(text) && text === text.toLowerCase()
      : text.length >= 1 && text.length <= 32;
  const wrong = {
    at: `${at}name`,
    code: 'APPLICATION_COMMAND_INVALID_NAME',
    message: 'Command name is invalid',
  };
  const found = [
    ...(isGood ? [] : [wrong]),
    ...(type === 1
      ? [...missing(`${at}description`, description), ...tooLong(`${at}description`, description, 100)]
      : []),
    ...objectsOf(options).flatMap((option, index) => optionComplaints(option, `${at}options.${index}`)),
    ...(sizeOf(command) > 8_000
      ? [
          {
            at: `${at}name`,
            code: 'APPLICATION_COMMAND_TOO_LARGE',
            message: 'Command exceeds 8000 characters',
          },
        ]
      : []),
  ];
  if (found.length > 0) throw invalidForm(found);
}

/**
 * Names, descriptions and values in the longest translation of each:
 * https://docs.discord.com/developers/interactions/application-commands#slash-commands
 */
function sizeOf({ options, choices, value, ...texts }: Fields): number {
  const inner = [...objectsOf(options), ...objectsOf(choices)];
  const own = ['name', 'description'].map((key) => {
    const translations = texts[`${key}_localizations`];
    const all = [texts[key], ...(isFields(translations) ? Object.values(translations) : [])];
    return Math.max(...all.map((text) => textOf(text).length));
  });
  return [...own, textOf(value).length, ...inner.map(sizeOf)].reduce((sum, size) => sum + size, 0);
}

function optionComplaints({ name, description, choices, options }: Fields, at: string): Complaint[] {
  const few = objectsOf(choices).length <= 25;
  const many = {
    at: `${at}.choices`,
    code: 'BASE_TYPE_MAX_LENGTH',
    message: 'Must be 25 or fewer in length.',
  };
  return [
    ...missing(`${at}.name`, name),
    ...tooLong(`${at}.name`, name, 32),
    ...missing(`${at}.description`, description),
    ...tooLong(`${at}.description`, description, 100),
    ...(few ? [] : [many]),
    ...objectsOf(options).flatMap((option, index) => optionComplaints(option, `${at}.options.${index}`)),
  ];
}
