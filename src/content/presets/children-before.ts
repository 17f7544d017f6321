import type { PhrasingContent } from 'mdast';
import { trimmed } from '../whitespace.ts';

/** What of a heading's content stands before a place in the text that it was parsed from. */
export function childrenBefore(children: readonly PhrasingContent[], offset: number): PhrasingContent[] {
  const before = children.filter(({ position }) => (position?.start.offset ?? 0) < offset);
  const last = before.at(-1);
  if (last?.type !== 'text' || (last.position?.end.offset ?? 0) <= offset) return trimmed(before);
  // Counted from its end, since an escape or entity before it is longer in the text.
  const value = last.value.slice(0, last.value.length - ((last.position?.end.offset ?? 0) - offset));
  return trimmed([...before.slice(0, -1), { ...last, value }]);
}
