/** One tag of a Hugo shortcode. Source: https://gohugo.io/content-management/shortcodes/ */
export interface ShortcodeTag {
  readonly start: number;
  readonly end: number;
  /** `{{%`: what it makes is read as Markdown of the page; `{{<`: it is put into the page afterwards. */
  readonly isMarkdown: boolean;
  /** Whether its inside is a comment: it only shows how a shortcode is written. */
  readonly isShown: boolean;
  readonly isClosing: boolean;
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly positional: readonly string[];
}

/** An opening tag, and the tag that closes it where there is one. */
export interface Shortcode {
  readonly open: ShortcodeTag;
  readonly close: ShortcodeTag | undefined;
}

const TAG =
  /\{\{([<%])(\/\*)?\s*(\/)?\s*([\w][\w./-]*)?((?:"(?:\\.|[^"\\])*"|`[^`]*`|[^"`{}])*?)\/?\s*(?:\*\/)?[>%]\}\}/gu;
const PARAMETER = /(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|`([^`]*)`|([^\s"`]+))/gu;

/** The tags of a text, in its order. */
export function shortcodeTags(text: string): ShortcodeTag[] {
  return [...text.matchAll(TAG)].map((match) => {
    const [whole, mark, comment, slash, name = '', rest = ''] = match;
    const read = [...rest.matchAll(PARAMETER)].map(
      ([, key, quoted, raw, bare]): readonly [string, string] => [
        key ?? '',
        quoted?.replace(/\\(.)/gu, '$1') ?? raw ?? bare ?? '',
      ],
    );
    return {
      start: match.index,
      end: match.index + whole.length,
      isMarkdown: mark === '%',
      isShown: comment !== undefined,
      isClosing: slash !== undefined,
      name,
      parameters: new Map(read.filter(([key]) => key !== '')),
      positional: read.filter(([key]) => key === '').map(([, value]) => value),
    };
  });
}

/** Pairs opening tags with what closes them, in the order of the opening ones. */
export function pairShortcodes(tags: readonly ShortcodeTag[]): Shortcode[] {
  const closes = new Map<ShortcodeTag, ShortcodeTag>();
  const open: ShortcodeTag[] = [];
  for (const tag of tags) {
    if (tag.isShown) continue;
    if (!tag.isClosing) open.push(tag);
    else {
      const index = open.findLastIndex(({ name }) => name === tag.name);
      const [opening] = index === -1 ? [] : open.splice(index);
      if (opening !== undefined) closes.set(opening, tag);
    }
  }
  return tags
    .filter(({ isShown, isClosing }) => !isShown && !isClosing)
    .map((tag) => ({ open: tag, close: closes.get(tag) }));
}
