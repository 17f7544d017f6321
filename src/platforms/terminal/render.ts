import type { Answer, FailureReply, HelpReply, Reply, ResultsReply } from '../../core/reply.ts';
import { blockLines, textLines } from './markdown.ts';
import { printable, printableUrl } from './printable.ts';
import { styled } from './styled.ts';
import type { Canvas, Style } from './styled.ts';

export interface TerminalOptions {
  /** Columns of the terminal; text is wrapped to it, code and addresses are not. */
  readonly width: number;
  /** Whether escape sequences may be written at all. */
  readonly color: boolean;
  /** Whether titles and links can be clicked (OSC 8); without it, addresses are written out. */
  readonly hyperlinks?: boolean;
  /** What to do to see more, said where there is more. */
  readonly moreHint?: string;
}

/** Lines wider than this are hard to read, however wide the terminal is. */
const WIDEST = 100;
const NARROWEST = 20;

const FAILURES: Readonly<Record<FailureReply['reason'], string>> = {
  'not-ready': 'The docs are still being read. Try again in a moment.',
  gone: 'That section is no longer in the docs.',
  failed: 'Something went wrong; the log says what.',
};

/** A reply as text for a terminal, without a line break at the end. Pure; nothing from the docs can steer the terminal. */
export function renderTerminal(reply: Reply, options: TerminalOptions): string {
  const canvas = canvasOf(options);
  switch (reply.kind) {
    case 'results':
      return joined(resultsParts(reply, canvas, options.moreHint ?? ''));
    case 'section':
      return joined([answerLines(reply.answer, canvas)]);
    case 'help':
      return joined(helpParts(reply, canvas));
    case 'failure':
      return joined([say(FAILURES[reply.reason], canvas)]);
  }
}

/** How to draw on a terminal with these options. */
export function canvasOf({ width, color, hyperlinks = false }: TerminalOptions): Canvas {
  const columns = Number.isFinite(width) ? Math.min(WIDEST, Math.max(NARROWEST, Math.trunc(width))) : WIDEST;
  return { width: columns, color, hyperlinks: color && hyperlinks };
}

function resultsParts(reply: ResultsReply, canvas: Canvas, moreHint: string): string[][] {
  const isAnswer = reply.outcome !== 'nothing';
  const [best, ...others] = reply.answers;
  const listed = isAnswer ? others : reply.answers;
  return [
    verdict(reply, canvas),
    reply.didYouMean === '' ? [] : say(`Did you mean: ${reply.didYouMean}`, canvas),
    isAnswer && best !== undefined ? answerLines(best, canvas) : [],
    isAnswer && listed.length > 0 ? say('Also in the docs:', canvas, 'dim') : [],
    ...listed.map((answer) => headLines(answer, canvas)),
    reply.more && moreHint !== '' ? say(moreHint, canvas, 'dim') : [],
  ];
}

function verdict({ outcome, answers }: ResultsReply, canvas: Canvas): string[] {
  if (outcome === 'answered') return [];
  if (outcome === 'unsure') return say('Not sure, but this may help:', canvas);
  const closest = answers.length > 0 ? ' The closest headings:' : '';
  return say(`The docs do not seem to answer that.${closest}`, canvas);
}

function answerLines(answer: Answer, canvas: Canvas): string[] {
  const excerpt = blockLines(answer.excerpt.root.children, canvas);
  const rest = answer.excerpt.truncated ? ['', ...say('… more at the address above', canvas, 'dim')] : [];
  return [...headLines(answer, canvas), ...(excerpt.length > 0 ? ['', ...excerpt] : []), ...rest];
}

function headLines({ title, trail, url }: Answer, canvas: Canvas): string[] {
  const address = printableUrl(url) ?? printable(url);
  const heading = { ...styled(printable(title), 'bold'), url: address };
  const above = trail.map((part) => printable(part)).join(' › ');
  return [
    ...textLines([heading], canvas),
    ...say(above, canvas, 'dim'),
    ...textLines([{ ...styled(address, 'link'), url: address }], canvas),
  ];
}

function helpParts({ collections }: HelpReply, canvas: Canvas): string[][] {
  return [
    say('Ask a question about the docs:', canvas),
    ...collections.map(({ title, url, examples }) => [
      ...say(title, canvas, 'bold'),
      ...textLines([styled(printableUrl(url) ?? printable(url), 'link')], canvas),
      ...examples.map((example) => `  signpost ask ${quoted(printable(example))}`),
    ]),
  ];
}

/** As a POSIX shell takes it for one word. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function say(text: string, canvas: Canvas, ...styles: readonly Style[]): string[] {
  return textLines([styled(printable(text), ...styles)], canvas);
}

/** Parts with a blank line between two; empty ones are left out. */
function joined(parts: readonly (readonly string[])[]): string {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
