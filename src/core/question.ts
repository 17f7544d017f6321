/** What somebody asked, in plain text, with where, by whom, and how visible. */
export interface Question {
  /** What feedback refers to; empty where nobody will. */
  readonly id: string;
  readonly text: string;
  /** Name of the platform it came by: `slack`, `web`, … */
  readonly platform: string;
  /** The platform's own id of the workspace or guild; empty where there is none. */
  readonly workspace: string;
  /** The platform's own id of the channel or session; empty where there is none. */
  readonly place: string;
  /** The platform's own id of the person; empty where there is none. */
  readonly asker: string;
  readonly visibility: 'private' | 'public';
  /** Only these collections; empty for all. */
  readonly collections: readonly string[];
  /** The version of the docs that is asked for; empty for each collection's default. */
  readonly version: string;
  /** The asker's language, as a BCP 47 tag; empty where it is unknown. */
  readonly locale: string;
}

/** The longest question that is searched for, in UTF-16 units; what is longer is cut at a word. */
export const QUESTION_LIMIT = 1_000;

const CONTROLS = /[\p{Cc}\p{Co}\p{Cs}]+/gu;
/** Soft hyphens, bidi controls and the like stand inside words; the joiners are part of words and emoji. */
const INVISIBLE = /[^\P{Cf}\u200C\u200D]+/gu;

/** One line without control and formatting characters, at most `QUESTION_LIMIT` long. */
export function cleanQuestion(text: string): string {
  const line = text
    .slice(0, QUESTION_LIMIT * 8)
    .replace(INVISIBLE, '')
    .replace(CONTROLS, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= QUESTION_LIMIT) return line;
  const space = line.lastIndexOf(' ', QUESTION_LIMIT);
  const cut = line.slice(0, space > 0 ? space : QUESTION_LIMIT);
  // A character beyond the basic plane is two units, and the limit may fall between them.
  return cut.replace(CONTROLS, '').trimEnd();
}
