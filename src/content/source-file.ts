import { createHash } from 'node:crypto';
import { readFrontmatter } from './frontmatter.ts';
import type { Frontmatter } from './frontmatter.ts';
import { readHtmlFile } from './html-file.ts';
import { isHtmlFile } from './html-site.ts';

/** A file that was read. */
export interface SourceFile {
  /** Of its text. */
  readonly hash: string;
  /** Parted when it is first asked for: a start from a snapshot never does. */
  readonly frontmatter: Frontmatter;
}

/** Remembers a text by its hash. */
export function readSourceFile(file: string, text: string): SourceFile {
  let parted: Frontmatter | undefined;
  return {
    hash: createHash('sha256').update(text).digest('base64url'),
    get frontmatter() {
      return (parted ??= isHtmlFile(file) ? readHtmlFile(text) : readFrontmatter(text));
    },
  };
}
