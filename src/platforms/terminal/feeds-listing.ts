import type { DeadPost } from '../../core/changelog-store.ts';
import { clipped } from '../literal.ts';
import { hung, say } from './lines.ts';
import { counted } from './listing.ts';
import { textLines } from './markdown.ts';
import { printable } from './printable.ts';
import { relativeTime } from './relative-time.ts';
import { canvasOf } from './render.ts';
import type { TerminalOptions } from './render.ts';
import { styled } from './styled.ts';
import type { Canvas, Styled } from './styled.ts';

/** What `signpost feeds` prints. */
export interface FeedsReport {
  /** In the config's order. */
  readonly feeds: readonly FeedRow[];
  /** Newest first. */
  readonly dead: readonly DeadPost[];
  readonly now: Date;
}

export interface FeedRow {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** Address or path. */
  readonly source: string;
  /** How many are kept. */
  readonly entries: number;
  /** When it was last read without failure; undefined where it never was. */
  readonly readAt: Date | undefined;
  /** When it is read next; undefined where that is not known. */
  readonly nextAt: Date | undefined;
  /** In a row; 0 while all is well. */
  readonly failures: number;
  /** Why the last reading failed; empty while all is well. */
  readonly error: string;
  readonly subscriptions: readonly SubscriptionRow[];
}

export interface SubscriptionRow {
  /** Which channel, and where: `slack C024BE91L`. */
  readonly channel: string;
  /** What it gets, and when. */
  readonly what: string;
  /** How many entries wait for it. */
  readonly waiting: number;
  /** Why nothing is posted any more, and what to do; empty while all is well. */
  readonly paused: string;
}

/** So many characters of what a platform did not take are shown. */
const PAYLOAD = 1_000;

/** Each feed with its state and its channels, then what could not be delivered. */
export function renderFeeds({ feeds, dead, now }: FeedsReport, options: TerminalOptions): string {
  const canvas = canvasOf(options);
  const letters = dead.flatMap((post) => ['', ...deadLines(post, now, canvas)]);
  const parts = [
    ...feeds.map((feed) => feedLines(feed, now, canvas)),
    letters.length === 0 ? [] : [...labelled(ERROR, 'could not be delivered:', canvas), ...letters],
  ].filter((lines) => lines.length > 0);
  if (parts.length === 0)
    return say('There are no feeds: name some under feeds in the config.', canvas).join('\n');
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

/** A feed's title, and its name where that differs. */
export function feedTitle({ name, title }: Pick<FeedRow, 'name' | 'title'>, canvas: Canvas): string[] {
  const beside = title === name ? [] : [styled(` (${printable(name)})`, 'dim')];
  return textLines([styled(printable(title), 'bold'), ...beside], canvas);
}

/** What stands before a sentence. */
export const ERROR = styled('error: ', 'error', 'bold');
export const WARNING = styled('warning: ', 'warning', 'bold');
const PAUSED = styled('paused: ', 'warning', 'bold');

/** A sentence behind such a word. */
export function labelled(label: Styled, text: string, canvas: Canvas): string[] {
  return textLines([label, styled(printable(text))], canvas);
}

/** `1 entry`, `2 entries`. */
export function countedEntries(number: number): string {
  return number === 1 ? '1 entry' : `${number} entries`;
}

function feedLines(feed: FeedRow, now: Date, canvas: Canvas): string[] {
  const { source, failures, error, subscriptions } = feed;
  const failed = failures > 1 ? `${failures} readings in a row have failed: ${error}` : error;
  return [
    ...feedTitle(feed, canvas),
    ...textLines([styled(printable(source), 'link')], canvas),
    ...say(stateOf(feed, now), canvas),
    ...(error === '' ? [] : labelled(ERROR, failed, canvas)),
    ...(subscriptions.length === 0 ? say('It is posted in no channel.', canvas, 'dim') : []),
    ...subscriptions.flatMap((row) => hung('  • ', canvas, (inner) => subscriptionLines(row, inner))),
  ];
}

function stateOf({ entries, readAt, nextAt }: FeedRow, now: Date): string {
  const read = readAt === undefined ? 'never read' : `read ${relativeTime(readAt, now)}`;
  const parts = [countedEntries(entries), read, ...(nextAt === undefined ? [] : [nextReading(nextAt, now)])];
  return parts.join(' · ');
}

function nextReading(nextAt: Date, now: Date): string {
  return nextAt <= now ? 'due now' : `next ${relativeTime(nextAt, now)}`;
}

function subscriptionLines({ channel, what, waiting, paused }: SubscriptionRow, canvas: Canvas): string[] {
  const count = waiting === 0 ? [] : [styled(` · ${waiting} waiting`, 'dim')];
  const head = [styled(printable(channel), 'bold'), styled(`: ${printable(what)}`), ...count];
  return [...textLines(head, canvas), ...(paused === '' ? [] : labelled(PAUSED, paused, canvas))];
}

function deadLines(
  { place, feed, titles, reason, payload, at }: DeadPost,
  now: Date,
  canvas: Canvas,
): string[] {
  const [title = 'a post', ...others] = titles;
  const what = others.length === 0 ? title : `${title} and ${counted(others.length, 'other')}`;
  const facts = `${feed} · ${place.platform} ${place.channel} · ${relativeTime(at, now)}`;
  return [
    ...say(what, canvas, 'bold'),
    ...say(facts, canvas, 'dim'),
    ...say(reason, canvas),
    ...(payload === '' ? [] : hung('    ', canvas, (inner) => say(clipped(payload, PAYLOAD), inner, 'code'))),
  ];
}
