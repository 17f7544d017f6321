import slugify from '@sindresorhus/slugify';

/** `@mintlify/common/dist/slugify.js`: what is not ASCII stays percent-encoded, in the way of the ids that are counted. */
export function encodedMintlifySlug(text: string): string {
  const words = text
    .replace(/\p{Surrogate}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/\s+/gu, '-');
  const encoded = encodeURIComponent(words);
  const isEncoded = /%[0-9A-F]{2}/u.test(encoded);
  return slugify(encoded, {
    decamelize: false,
    preserveCharacters: isEncoded ? ['%', '_'] : ['_'],
    lowercase: !isEncoded,
  });
}

const PUNCTUATION = /[?,;:!'"()[\]{}]/gu;
const EMOJI =
  /\p{Emoji_Modifier}|\p{Emoji_Modifier_Base}|\p{Emoji_Presentation}|\p{Extended_Pictographic}|\u200D|\uFE0E|\uFE0F/gu;

/** `safeCleanHeadingId` of the same file: the id as it is in the page. */
export function cleanMintlifyId(id: string): string {
  const text = decoded(id.replace(/%(?![0-9A-Fa-f]{2})/gu, '%25'));
  return text === undefined ? id : text.replace(PUNCTUATION, '').replace(EMOJI, '');
}

/** The id that Mintlify makes of a heading: lower case, white space and dots as `-`; letters of all languages, `/` and `&` stay. */
export function mintlifySlug(text: string): string {
  const encoded = encodedMintlifySlug(text);
  return cleanMintlifyId(encoded) || encoded;
}

function decoded(id: string): string | undefined {
  try {
    return decodeURIComponent(id);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
