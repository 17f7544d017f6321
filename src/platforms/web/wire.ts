/** What the page and the server say to each other in JSON, beside the replies of the core. */

/** The body of `POST /api/ask`; without `offset` and `limit` the reply is as long as on any platform. */
export interface AskBody {
  readonly query: string;
  readonly page?: { readonly offset: number; readonly limit: number };
  /** Names of collections; empty for all. */
  readonly collections: readonly string[];
  /** The version of the docs that is asked; empty for the default. */
  readonly version: string;
  /** The language that is preferred, as a BCP 47 tag; empty for that of the request. */
  readonly locale: string;
}

/** The body of every refusal; `field` is empty where no single field is to blame. */
export interface Refusal {
  readonly error: { readonly field: string; readonly message: string };
}

/** The body of `GET /api/suggest`. */
export interface Suggestions {
  readonly suggestions: readonly Suggestion[];
}

/** A section that completes what somebody is typing. */
export interface Suggestion {
  readonly id: string;
  readonly heading: string;
  /** The titles above it, outermost first. */
  readonly trail: readonly string[];
  readonly url: string;
}

/** A platform whose view of a reply can be shown; the page finds a list of them in its HTML. */
export interface PreviewName {
  readonly name: string;
  readonly title: string;
}

export function refuse(field: string, message: string): Refusal {
  return { error: { field, message } };
}
