import type { Answer, FailureReply, HelpReply, Reply, ResultsReply } from '../../core/reply.ts';
import { failureText } from '../failure-text.ts';
import { shownVersion, versionList } from '../version-list.ts';
import { versionChoices } from '../version-named.ts';
import { ENGLISH } from '../words/english.ts';
import { entriesParts, entryParts, newsParts } from './entries.ts';
import { excerptLines, headingLines, hung, say } from './lines.ts';
import { textLines } from './markdown.ts';
import { printable, printableUrl } from './printable.ts';
import { styled } from './styled.ts';
import type { Canvas } from './styled.ts';

export interface TerminalOptions {
  /** Columns of the terminal; text is wrapped to it, code and addresses are not. */
  readonly width: number;
  /** Whether escape sequences may be written at all. */
  readonly color: boolean;
  /** Whether titles and links can be clicked (OSC 8); without it, addresses are written out. */
  readonly hyperlinks?: boolean;
  /** What to do to see more, said where there is more. */
  readonly moreHint?: string;
  /** Whether one can type on: then sections have numbers to open them by, and help says what to type there. */
  readonly chat?: boolean;
}

/** Lines wider than this are hard to read, however wide the terminal is. */
const WIDEST = 100;
const NARROWEST = 20;

const FAILURES: Readonly<Record<Exclude<FailureReply['reason'], 'no-version'>, string>> = {
  'not-ready': 'The docs are still being read. Try again in a moment.',
  gone: 'That section is no longer in the docs.',
  failed: 'Something went wrong; the log says what.',
};

/** A reply as text for a terminal, without a line break at the end. Pure; nothing from the docs can steer the terminal. */
export function renderTerminal(reply: Reply, options: TerminalOptions): string {
  const canvas = canvasOf(options);
  switch (reply.kind) {
    case 'results':
      return joined(resultsParts(reply, canvas, options));
    case 'section':
      return joined([answerLines(reply.answer, canvas)]);
    case 'help':
      return joined(helpParts(reply, canvas, options));
    case 'failure':
      return joined([say(failureOf(reply), canvas)]);
    case 'entries':
      return joined(entriesParts(reply, canvas));
    case 'entry':
      return joined([entryParts(reply.entry, canvas)]);
  }
}

function failureOf(reply: FailureReply): string {
  return reply.reason === 'no-version' ? failureText(reply, ENGLISH) : FAILURES[reply.reason];
}

/** How to draw on a terminal with these options. */
export function canvasOf({ width, color, hyperlinks = false }: TerminalOptions): Canvas {
  const columns = Number.isFinite(width) ? Math.min(WIDEST, Math.max(NARROWEST, Math.trunc(width))) : WIDEST;
  return { width: columns, color, hyperlinks: color && hyperlinks };
}

/** A remark of the program's own, without a line break at the end. */
export function renderNotice(text: string, options: TerminalOptions): string {
  return joined([say(text, canvasOf(options), 'dim')]);
}

function resultsParts(
  reply: ResultsReply,
  canvas: Canvas,
  { moreHint = '', chat = false }: TerminalOptions,
): string[][] {
  const isAnswer = reply.outcome !== 'nothing' && reply.offset === 0;
  const leads = reply.answers.map((_, index) => (chat ? `${reply.offset + index + 1}. ` : ''));
  const [best] = reply.answers;
  const heads = reply.answers.map((answer, index) => headLines(answer, canvas, leads[index]));
  const news = reply.offset === 0 ? newsParts(reply.news, canvas) : [];
  return [
    ...(reply.offset === 0 ? verdict(reply, canvas) : []),
    isAnswer && best !== undefined ? answerLines(best, canvas, leads[0]) : [],
    ...(isAnswer ? news : []),
    isAnswer && heads.length > 1 ? say('Also in the docs:', canvas, 'dim') : [],
    ...heads.slice(isAnswer ? 1 : 0),
    ...(isAnswer ? [] : news),
    reply.more && moreHint !== '' ? say(moreHint, canvas, 'dim') : [],
  ];
}

/** How sure it is, what may have been meant, and what the headings below are, in that order. */
function verdict({ outcome, answers, didYouMean }: ResultsReply, canvas: Canvas): string[][] {
  const meant = didYouMean === '' ? [] : say(`Did you mean: ${didYouMean}`, canvas);
  switch (outcome) {
    case 'answered':
      return [meant];
    case 'unsure':
      return [meant, say('Not sure, but this may help:', canvas)];
    case 'nothing': {
      const closest = answers.length > 0 ? say('The closest headings:', canvas, 'dim') : [];
      return [say('The docs do not seem to answer that.', canvas), meant, closest];
    }
  }
}

function answerLines(answer: Answer, canvas: Canvas, lead = ''): string[] {
  return [...headLines(answer, canvas, lead), ...excerptLines(answer.excerpt, answer.url, canvas)];
}

/** Title, version where it is not the default, trail and address; what leads in the title, such as its number, hangs out to the left. */
function headLines({ title, trail, version, url }: Answer, canvas: Canvas, lead = ''): string[] {
  const place = trail.map(printable).join(' › ');
  const below = [shownVersion(version), place].filter((part) => part !== '').join(' · ');
  return hung(lead, canvas, (inner) => headingLines({ title, below, url }, inner));
}

function helpParts(
  { collections }: HelpReply,
  canvas: Canvas,
  { chat = false }: TerminalOptions,
): string[][] {
  const typed = chat ? printable : (example: string) => `signpost ask ${quoted(printable(example))}`;
  return [
    say('Ask a question about the docs:', canvas),
    ...collections.map(({ title, url, versions, examples }) => [
      ...say(title, canvas, 'bold'),
      ...(versions.length === 0
        ? []
        : say(ENGLISH.help.versions(versionList(versions, ENGLISH)), canvas, 'dim')),
      ...textLines([styled(printableUrl(url) ?? printable(url), 'link')], canvas),
      ...examples.map((example) => `  ${typed(example)}`),
    ]),
    chat ? chatHelp(versionChoices(collections)) : [],
  ];
}

function chatHelp([, version]: readonly string[]): string[] {
  const isVersioned = version !== undefined;
  return [
    'more      the next sections',
    '2         open the second section',
    'in:NAME   before a question: only that collection',
    ...(isVersioned
      ? [`${`${shownVersion(version)}:`.padEnd(9)} before a question: that version of the docs`]
      : []),
    'exit      leave; so do Ctrl-D and Ctrl-C',
  ];
}

/** As a POSIX shell takes it for one word. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Parts with a blank line between two; empty ones are left out. */
function joined(parts: readonly (readonly string[])[]): string {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
