/**
 * As `pymdownx.slugs.slugify(case="lower")` makes it (`pymdownx/slugs.py`): letters of any alphabet stay, marks do not, and each
 * space becomes one `-`. `\w` is Python's: what `str.isalnum` takes, and `_`.
 */
export function pymdownxSlug(text: string): string {
  return text
    .normalize('NFC')
    .replace(/<\/?[^>]*>/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .replace(/ /gu, '-');
}
