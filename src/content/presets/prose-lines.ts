import { fenceEnd, isFence } from '../../core/blocks.ts';

/** Whether each line stands outside of fenced code; the lines of a fence's marks are within. */
export function proseLines(lines: readonly string[]): boolean[] {
  // A fence may be indented by the list that it stands in.
  const bare = lines.map((line) => line.trimStart());
  const isProse = lines.map(() => true);
  for (let index = 0; index < lines.length; index += 1) {
    if (!isFence(bare[index] ?? '')) continue;
    const last = fenceEnd(bare, index);
    isProse.fill(false, index, last + 1);
    index = last;
  }
  return isProse;
}
