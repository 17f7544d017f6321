import type { Root } from 'mdast';
import { firstLine } from './first-line.ts';
import { Markdown } from './markdown.tsx';

/** The first line of an excerpt, which opens the rest; nothing where it says nothing. */
export function ExcerptPreview({ root }: { root: Root }) {
  const line = firstLine(root);
  if (line === '') return;
  return (
    <details className="preview">
      <summary>
        <span className="line">{line}</span>
        <span className="less">Hide the excerpt</span>
      </summary>
      <div className="markdown">
        <Markdown root={root} />
      </div>
    </details>
  );
}
