import { slug } from 'github-slugger';

/** As GitHub has it, by the library that most generators use: lower case, without punctuation, and each space as `-`. */
export function githubSlug(text: string): string {
  return slug(text);
}
