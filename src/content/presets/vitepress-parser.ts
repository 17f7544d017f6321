import { componentPlugin } from '@mdit-vue/plugin-component';
import MarkdownIt from 'markdown-it';
import type { StateBlock, StateCore, Token } from 'markdown-it';
import attributes from 'markdown-it-attrs';
import container from 'markdown-it-container';
import { full as emoji } from 'markdown-it-emoji';

const CONTAINERS = ['tip', 'info', 'warning', 'danger', 'details', 'v-pre', 'raw', 'code-group'];

/** VitePress' own parser, as far as it decides what a heading is and what is in it, with or without `{#id}`. */
export function vitepressParser(hasAttributes: boolean): MarkdownIt {
  return hasAttributes ? ATTRIBUTED : PLAIN;
}

function createParser(hasAttributes: boolean): MarkdownIt {
  const parser = new MarkdownIt({ html: true, linkify: true });
  parser.linkify.set({ fuzzyLink: false });
  parser.core.ruler.at('text_join', joinTexts);
  parser.use(componentPlugin);
  parser.block.ruler.before('fence', 'snippet', readSnippet);
  // The types of these two are those of markdown-it as CommonJS, which are others than those of the module.
  for (const name of CONTAINERS) Reflect.apply(container, undefined, [parser, name]);
  if (hasAttributes) Reflect.apply(attributes, undefined, [parser]);
  return parser.use(emoji);
}

const ATTRIBUTED = createParser(true);
const PLAIN = createParser(false);

/** VitePress' `restoreEntities`: an entity beside other text stays as it was typed, so that it is slugged as `amp` or `lt`. */
function joinTexts({ tokens }: StateCore): void {
  for (const { children } of tokens) {
    if (children === null) continue;
    const kinds = children.map(({ type }) => type.startsWith('text'));
    for (const [index, token] of children.entries()) {
      const isAlone = kinds[index - 1] !== true && kinds[index + 1] !== true;
      if (token.type !== 'text_special') continue;
      Object.assign(token, { type: 'text', content: isAlone ? token.content : typed(token) });
    }
  }
}

function typed({ info, markup, content }: Token): string {
  if (info === 'entity') return markup;
  return info === 'escape' && content === '&' ? '&amp;' : content;
}

/** `<<< @/snippet.js` is a line of code. */
// oxlint-disable-next-line max-params -- markdown-it calls it so
function readSnippet(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (!state.src.slice(start, state.eMarks[startLine]).startsWith('<<<')) return false;
  if (silent) return true;
  state.line = startLine + 1;
  state.push('fence', 'code', 0).map = [startLine, startLine + 1];
  return true;
}
