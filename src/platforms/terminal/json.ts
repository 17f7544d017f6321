import type { AnnouncedEntry, Answer, FailureReply, Outcome, Reply } from '../../core/reply.ts';

/** What `ask --json` prints on one line. */
export interface JsonReply {
  readonly query: string;
  readonly outcome: Outcome;
  readonly confidence: number;
  readonly hits: readonly JsonHit[];
  readonly took_ms: number;
  /** Only of sections: what was announced about the same. */
  readonly news?: readonly JsonNews[];
  /** Only where the reply is entries of changelogs, and `hits` is empty. */
  readonly entries?: readonly JsonEntry[];
  /** Only where there is no reply. */
  readonly error?: FailureReply['reason'];
  /** Only where there is no version so called: those that there are. */
  readonly versions?: readonly string[];
}

export interface JsonHit {
  /** From 1. */
  readonly rank: number;
  readonly score: number;
  readonly collection: string;
  readonly file: string;
  /** Only where the docs have versions. */
  readonly version?: string;
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly trail: readonly string[];
  /** Markdown. */
  readonly excerpt: string;
}

export interface JsonNews {
  /** What people call it. */
  readonly feed: string;
  readonly title: string;
  /** Empty where it has none. */
  readonly url: string;
  /** ISO 8601, in UTC; null where the feed does not say. */
  readonly at: string | null;
}

export interface JsonEntry extends JsonNews {
  /** Empty where it has none. */
  readonly version: string;
  /** Markdown. */
  readonly excerpt: string;
}

/**
 * A reply to `query` as plain data; what is no list of results is "nothing", so that a batch keeps its shape. `docs` is what the
 * docs say where entries of changelogs are the reply: its hits stand beside them.
 */
export function toJson(reply: Reply, query: string, docs?: Reply): JsonReply {
  const nothing = { query, outcome: 'nothing', confidence: 0, hits: [], took_ms: 0 } as const;
  switch (reply.kind) {
    case 'results':
      return {
        query: reply.query,
        outcome: reply.outcome,
        confidence: rounded(reply.confidence),
        hits: hitsOf(reply),
        took_ms: rounded(reply.tookMs),
        ...(reply.news.length === 0 ? {} : { news: reply.news.map(newsOf) }),
      };
    case 'section':
      return { ...nothing, outcome: 'answered', confidence: 1, hits: [hitOf(reply.answer, 1)] };
    case 'entries':
      return { ...nothing, hits: hitsOf(docs), ...entriesOf(reply.entries) };
    case 'entry':
      return { ...nothing, ...entriesOf([reply.entry]) };
    case 'help':
      return nothing;
    case 'failure':
      return {
        ...nothing,
        error: reply.reason,
        ...('versions' in reply ? { versions: reply.versions } : {}),
      };
  }
}

const STEERING = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** JSON on one line; characters that a terminal would obey are escaped, which means the same. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    STEERING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function hitsOf(reply: Reply | undefined): JsonHit[] {
  if (reply?.kind !== 'results') return [];
  return reply.answers.map((answer, index) => hitOf(answer, reply.offset + index + 1));
}

function hitOf(answer: Answer, rank: number): JsonHit {
  const { score, collection, file, version, id, url, title, trail, excerpt } = answer;
  const from = { collection, file, ...(version === '' ? {} : { version }) };
  return { rank, score: rounded(score), ...from, id, url, title, trail, excerpt: excerpt.markdown };
}

function entriesOf(
  entries: readonly AnnouncedEntry[],
): Pick<JsonReply, 'outcome' | 'confidence' | 'entries'> {
  const isFound = entries.length > 0;
  return {
    outcome: isFound ? 'answered' : 'nothing',
    confidence: isFound ? 1 : 0,
    entries: entries.map((entry) => ({
      ...newsOf(entry),
      version: entry.version,
      excerpt: entry.excerpt.markdown,
    })),
  };
}

function newsOf({ feed, title, url, at }: AnnouncedEntry): JsonNews {
  const isKnown = at !== undefined && !Number.isNaN(at.getTime());
  return { feed, title, url, at: isKnown ? at.toISOString() : null };
}

/** To a thousandth. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
