import type { Code, RootContent } from 'mdast';
import { paragraph, strong, text } from './nodes.ts';

const TITLE =
  /(?:^|\s)(?:title|filename|file|name|label|tab)=(?:"([^"]*)"|'([^']*)'|\{["'`]([^"'`]*)["'`]\}|([^\s"'{}]+))/u;
/** As VitePress writes it: ```` ```js [config.js] ````. */
const BRACKETS = /(?:^|\s)\[([^\]]+)\]/u;

/** A code block under its title, without the settings of the site's highlighter. */
export function codeBlocks(code: Code): RootContent[] {
  const title = titleOf(code.meta ?? '');
  const plain: Code = { type: 'code', lang: languageOf(code.lang), meta: null, value: code.value };
  if (code.value.trim() === '') return [];
  return title === '' ? [plain] : [paragraph(strong(text(title))), plain];
}

function titleOf(meta: string): string {
  const found = TITLE.exec(meta) ?? BRACKETS.exec(meta);
  return (
    found
      ?.slice(1)
      .find((group) => group !== undefined)
      ?.trim() ?? ''
  );
}

/** `js{1,3}` and `js:line-numbers` are `js`. */
function languageOf(lang: string | null | undefined): string | null {
  const name = /^[\w+#.-]+/u.exec(lang ?? '')?.[0];
  return name === undefined || ['plain', 'text', 'txt', 'plaintext'].includes(name) ? null : name;
}
