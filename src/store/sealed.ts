import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { StoreError } from './store-error.ts';

const CIPHER = 'aes-256-gcm';
/** Tells how the rest is to be read, for when the key or the cipher changes. */
const VERSION = 1;
/** Bytes, as NIST SP 800-38D has them: a nonce of 96 bits, a tag of 128. */
const NONCE_AT = 1;
const TAG_AT = NONCE_AT + 12;
const TEXT_AT = TAG_AT + 16;

/** Text encrypted under a key of 32 bytes: base64 of version, nonce, tag and ciphertext. It opens only with the same `about`. */
export function seal(text: string, key: Buffer, about: readonly string[]): string {
  const nonce = randomBytes(TAG_AT - NONCE_AT);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(authenticated(about));
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), encrypted]).toString('base64');
}

/** The text that was sealed. Throws a `StoreError` when key, `about` or the sealed text is another one. */
export function unseal(sealed: string, key: Buffer, about: readonly string[]): string {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes[0] !== VERSION) throw new StoreError('it was encrypted by another version of Signpost');
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(NONCE_AT, TAG_AT), { authTagLength: 16 });
    decipher.setAAD(authenticated(about)).setAuthTag(bytes.subarray(TAG_AT, TEXT_AT));
    return Buffer.concat([decipher.update(bytes.subarray(TEXT_AT)), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new StoreError('ENCRYPTION_KEY is not the one that it was saved with, or it was changed since', {
      cause: error,
    });
  }
}

function authenticated(about: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([VERSION, ...about]));
}
