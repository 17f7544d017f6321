import { fenceEnd, isFence } from '../../core/blocks.ts';

/** What stands for other files, or for a title that is shown elsewhere. Source: https://rust-lang.github.io/mdBook/format/mdbook.html */
const HELPER = /(?<!\\)\{\{\s*#[^{}]*\}\}/gu;
const RUST = /^\s*(?:`{3,}|~{3,})\s*(?:rust|rs)\b/iu;

/** Leaves out `{{#include file}}` and the like, and in Rust the lines that mdBook hides. */
export function unifyMdbook(body: string): string {
  const lines = body.split('\n');
  const bare = lines.map((line) => line.trimStart());
  for (let index = 0; index < lines.length; index += 1) {
    const last = isFence(bare[index] ?? '') ? fenceEnd(bare, index) : index;
    const isRust = RUST.test(lines[index] ?? '');
    for (let at = index; at <= last; at += 1) {
      const line = (lines[at] ?? '').replace(HELPER, '');
      lines[at] = isRust && at > index && at < last ? shownLine(line) : line;
    }
    index = last;
  }
  return lines.join('\n');
}

/** `# use x;` is hidden, `## x` is shown as `# x`, and `#[test]` as it is. Source: `hide_lines_rust` of mdBook. */
function shownLine(line: string): string {
  const [, indent = '', next, rest = ''] = /^(\s*)#(.?)(.*)$/u.exec(line) ?? [];
  if (next === undefined) return line;
  if (next === '#') return `${indent}#${rest}`;
  return next === '' || next === ' ' ? '' : line;
}
