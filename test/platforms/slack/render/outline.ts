import type { Block } from '../../../../src/platforms/slack/render/message.ts';

/** Blocks as lines that a test can be read by: `*bold*`, `_italic_`, `~gone~`, `‹code›`, `[text](url)`, one line a block or a part of one. */
export function outline(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => blockLines(block));
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'rich_text':
      return block.elements.flatMap((part) => partLines(part));
    case 'actions':
      return [
        block.elements.map((one) => (one.type === 'button' ? `(${one.text.text})` : one.type)).join(' '),
      ];
    case 'divider':
      return ['———'];
    case 'header':
      return [`# ${block.text.text}`];
    default:
      return [block.type];
  }
}

type Part = Extract<Block, { type: 'rich_text' }>['elements'][number];
type Run = Extract<Part, { type: 'rich_text_section' }>['elements'][number];

function partLines(part: Part): string[] {
  const bar = 'border' in part && part.border === 1 ? '▏' : '';
  switch (part.type) {
    case 'rich_text_section':
      return [runsText(part.elements)];
    case 'rich_text_quote':
      return [`> ${runsText(part.elements)}`];
    case 'rich_text_preformatted':
      return [`${bar}\`\`\`${runsText(part.elements)}\`\`\``];
    case 'rich_text_list': {
      const { style, indent = 0, elements } = part;
      const offset = 'offset' in part ? Number(part.offset) : 0;
      return elements.map((item, number) => {
        const marker = style === 'ordered' ? `${offset + number + 1}.` : '•';
        return `${bar}${'  '.repeat(indent)}${marker} ${runsText(item.elements)}`;
      });
    }
  }
}

function runsText(runs: readonly Run[]): string {
  return runs.map((run) => runText(run)).join('');
}

function runText(run: Run): string {
  if (run.type !== 'text' && run.type !== 'link') return `{${run.type}}`;
  const shown = run.type === 'link' ? `[${run.text}](${run.url})` : run.text;
  const { code, strike, italic, bold } = run.style ?? {};
  const marks = [code && ['‹', '›'], strike && ['~', '~'], italic && ['_', '_'], bold && ['*', '*']];
  return marks.reduce<string>((text, mark) => (mark ? mark[0] + text + mark[1] : text), shown);
}
