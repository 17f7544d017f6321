import { slug } from 'github-slugger';

/** As GitHub has it, but in the case that the heading is in: Docusaurus with `markdown.anchors.maintainCase`. */
export function githubCaseSlug(text: string): string {
  return slug(text, true);
}
