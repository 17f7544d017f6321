/** Slack's tokens, Discord's, and addresses with a password. */
const SHAPES = [
  /\bx(?:ox[a-z]|app|wfp)-(?=[\w-]*\d)/,
  /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/,
  /\w:\/\/[^\s/@:]*:[^\s/@]+@/,
];

const NAMES = /token|secret|passw|credential|api_?-?key|(database|db|redis|postgres)_?-?ur[il]|signing/i;

/** Whether a text is, or holds, what nobody may read. */
export function looksSecret(text: string): boolean {
  return SHAPES.some((shape) => shape.test(text));
}

/** Whether a key is called as secrets are. */
export function namesSecret(key: string): boolean {
  return NAMES.test(key) || looksSecret(key);
}

/** Where in a value texts look like secrets. */
export function secretPaths(value: unknown): PropertyKey[][] {
  const seen = new Set<object>();
  const walk = (value: unknown, path: PropertyKey[]): PropertyKey[][] => {
    if (typeof value === 'string') return looksSecret(value) ? [path] : [];
    if (typeof value !== 'object' || value === null || seen.has(value)) return [];
    seen.add(value);
    if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, [...path, index]));
    return Object.entries(value).flatMap(([key, item]) => walk(item, [...path, key]));
  };
  return walk(value, []);
}
