import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Seconds that a signed time may lie in the past or the future. */
const MOST_SKEW = 5 * 60;

/** How a signing token of GitLab begins; base64 of the key follows. */
const SIGNING_TOKEN = 'whsec_';

const HEX = /^[\da-f]{64}$/iu;

export interface SignedHook {
  readonly headers: IncomingHttpHeaders;
  readonly secret: string;
}

/**
 * Whether a webhook comes with a signature or token at all, and, where the token is the secret itself, whether it is
 * right. What does not need not be read.
 */
export function mayBeSigned({ headers, secret }: SignedHook): boolean {
  return headers['x-gitlab-token'] === undefined
    ? signaturesOf(headers).length > 0 || headers['webhook-signature'] !== undefined
    : isToken(headers, secret) || headers['webhook-signature'] !== undefined;
}

/**
 * Whether a webhook was signed with the secret, in one of the ways of
 * - GitHub, `X-Hub-Signature-256: sha256=<hex HMAC of the body>`:
 *   https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 * - Forgejo and Gitea, the same without `sha256=`: https://forgejo.org/docs/latest/user/webhooks
 * - GitLab, by sending the secret as `X-Gitlab-Token`, or with a signing token, as https://www.standardwebhooks.com:
 *   https://docs.gitlab.com/user/project/integrations/webhooks
 */
export function isSigned(body: Buffer, hook: SignedHook, now: Date): boolean {
  const { headers, secret } = hook;
  const right = createHmac('sha256', secret).update(body).digest();
  const isHmac = signaturesOf(headers).some((hex) => timingSafeEqual(Buffer.from(hex, 'hex'), right));
  return isHmac || isToken(headers, secret) || isStandard(body, hook, now);
}

function signaturesOf(headers: IncomingHttpHeaders): string[] {
  const github = one(headers, 'x-hub-signature-256');
  const others = ['x-forgejo-signature', 'x-gitea-signature'].map((name) => one(headers, name));
  return [github.startsWith('sha256=') ? github.slice('sha256='.length) : '', ...others].filter((hex) =>
    HEX.test(hex),
  );
}

function isToken(headers: IncomingHttpHeaders, secret: string): boolean {
  return isSame(one(headers, 'x-gitlab-token'), secret);
}

function isStandard(body: Buffer, { headers, secret }: SignedHook, now: Date): boolean {
  const time = one(headers, 'webhook-timestamp');
  const isFresh = Math.abs(now.getTime() / 1000 - Number(time)) <= MOST_SKEW;
  if (!secret.startsWith(SIGNING_TOKEN) || !/^\d+$/u.test(time) || !isFresh) return false;
  const key = Buffer.from(secret.slice(SIGNING_TOKEN.length), 'base64');
  const signed = createHmac('sha256', key)
    .update(`${one(headers, 'webhook-id')}.${time}.`)
    .update(body);
  const right = `v1,${signed.digest('base64')}`;
  return one(headers, 'webhook-signature')
    .split(' ')
    .some((signature) => isSame(signature, right));
}

/** In the same time for all that is sent: hashes have one length. */
function isSame(sent: string, right: string): boolean {
  const [one, other] = [sent, right].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

function one(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
