import { Parser } from 'htmlparser2';

/** What links need to know of a page of the site. */
export interface PageFacts {
  /** Everything that a fragment can lead to. */
  readonly ids: ReadonlySet<string>;
  /** In document order. */
  readonly headings: readonly PageHeading[];
  /** Where the page sends everybody who opens it, as it is written there; empty where it does not. */
  readonly refresh: string;
  /** The address that the page gives itself, as it is written there; empty where it gives none. */
  readonly canonical: string;
}

export interface PageHeading {
  readonly text: string;
  /** 1 to 6. */
  readonly level: number;
  /** Its own, that of an element in it, or that of the section which it begins; empty where there is none. */
  readonly id: string;
}

/** What stands in these is not in the document, where scripts run. */
const INERT: ReadonlySet<string> = new Set(['noscript', 'template']);
const SECTION: ReadonlySet<string> = new Set(['article', 'div', 'section']);

/**
 * The ids of an HTML document, its headings, its own address, and whether it is only a signpost to another page. What a fragment leads to:
 * https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element
 */
export function pageFacts(html: string): PageFacts {
  const reader = new FactsReader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    onclosetag: (name) => reader.close(name),
    ontext: (text) => reader.read(text),
  });
  parser.end(html);
  return reader.facts();
}

type Attributes = Readonly<Record<string, string>>;

class FactsReader {
  readonly #ids = new Set<string>();
  readonly #headings: PageHeading[] = [];
  #refresh = '';
  #canonical = '';
  #inert = 0;
  /** The id of a section that no heading has begun yet. */
  #sectionId = '';
  /** The heading that is open. */
  #heading: { text: string; level: number; id: string } | undefined;

  open(name: string, attributes: Attributes): void {
    if (INERT.has(name)) this.#inert += 1;
    // Redirects are often there for those without scripts, too.
    if (name === 'meta') this.#refresh ||= refreshOf(attributes);
    if (this.#inert > 0) return;
    if (name === 'link') this.#canonical ||= canonicalOf(attributes);
    const id = attributes['id'] ?? '';
    const anchor = id === '' && name === 'a' ? (attributes['name'] ?? '') : id;
    if (anchor !== '') this.#ids.add(anchor);
    const level = levelOf(name);
    if (level > 0) this.#begin(level, anchor);
    else if (this.#heading !== undefined) this.#heading.id ||= anchor;
    else if (SECTION.has(name) && anchor !== '') this.#sectionId = anchor;
  }

  close(name: string): void {
    if (INERT.has(name)) this.#inert = Math.max(0, this.#inert - 1);
    if (levelOf(name) > 0) this.#end();
  }

  read(text: string): void {
    if (this.#heading !== undefined && this.#inert === 0) this.#heading.text += text;
  }

  facts(): PageFacts {
    this.#end();
    return { ids: this.#ids, headings: this.#headings, refresh: this.#refresh, canonical: this.#canonical };
  }

  #begin(level: number, id: string): void {
    this.#end();
    this.#heading = { text: '', level, id: id || this.#sectionId };
    this.#sectionId = '';
  }

  #end(): void {
    if (this.#heading !== undefined)
      this.#headings.push({ ...this.#heading, text: this.#heading.text.replace(/\s+/gu, ' ').trim() });
    this.#heading = undefined;
  }
}

function levelOf(name: string): number {
  return /^h[1-6]$/u.test(name) ? Number(name[1]) : 0;
}

function canonicalOf({ rel = '', href = '' }: Attributes): string {
  return rel.toLowerCase().split(/\s+/u).includes('canonical') ? href : '';
}

/** `<meta http-equiv="refresh" content="0; url=/there">`; one without an address only loads the page again. */
function refreshOf(attributes: Attributes): string {
  if (attributes['http-equiv']?.toLowerCase() !== 'refresh') return '';
  return (
    /^[\s\d.]*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/iu.exec(attributes['content'] ?? '')?.[1]?.trim() ?? ''
  );
}
