import slugify from '@sindresorhus/slugify';

/** As Eleventy's `slugify` makes it (`src/Filters/Slugify.js`): what is not Latin is transliterated or left out, `&` becomes `and`. */
export function eleventySlug(text: string): string {
  return slugify(text, { decamelize: false });
}
