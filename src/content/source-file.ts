import { createHash } from 'node:crypto';
import { readFrontmatter } from './frontmatter.ts';
import type { Frontmatter } from './frontmatter.ts';

/** A file that was read. */
export interface SourceFile extends Frontmatter {
  /** Of its text. */
  readonly hash: string;
}

/** Parts a text, and remembers it by its hash. */
export function readSourceFile(text: string): SourceFile {
  return { ...readFrontmatter(text), hash: createHash('sha256').update(text).digest('base64url') };
}
