const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** `<@U1>`, `<#C1|general>`, `<!here>`, `<https://a.example|label>`: https://docs.slack.dev/messaging/formatting-message-text */
const ANGLED = /<([@#!][^<>|]*|[a-z][a-z\d+.-]*:[^<>|]+)(?:\|([^<>]*))?>/giu;

/**
 * What a person typed, as plain text: links become their label or address, channels their name, and mentions of people
 * nothing, since they are no part of a question.
 */
export function plainText(typed: string): string {
  return typed
    .replace(ANGLED, (_whole, target: string, label: string | undefined) => plainTarget(target, label ?? ''))
    .replace(/&(?:lt|gt|amp);/gu, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** Whether a message mentions a user. */
export function mentions(text: string, user: string): boolean {
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`);
}

function plainTarget(target: string, label: string): string {
  if (/^[@!]/u.test(target)) return '';
  if (target.startsWith('#')) return label === '' ? '' : `#${label}`;
  return label === '' ? target.replace(/^mailto:/u, '') : label;
}
