/** Lower case; each run of what is no a–z or 0–9 becomes one `-`, and none stands at an end. */
export function asciiSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
