import { writeContainers } from './write-containers.ts';
import type { Container } from './write-containers.ts';

/**
 * MyST's directives as `:::` directives and fenced code, its roles as what they show, and its targets and comments as nothing. Source:
 * https://myst-parser.readthedocs.io/en/latest/syntax/roles-and-directives.html
 */
export function unifyMyst(body: string): string {
  const lines = body.split('\n');
  const { directives, code } = mystDirectives(lines);
  const unified = lines.map((line, index) => (code.has(index) ? line : unifyLine(line)));
  restoreHtml(unified, lines);
  for (const directive of directives) writeDirective(unified, directive);
  writeContainers(
    unified,
    directives.filter(({ kind }) => kind === 'container'),
  );
  return unified.join('\n');
}

/** A directive, and how what stands in it is read. */
export interface MystDirective extends Container {
  /** `div`: a box without a directive, `:::`. */
  readonly kind: 'container' | 'code' | 'nothing' | 'div';
  /** Of code. */
  readonly language: string;
  /** The first line of its content, behind the options. */
  readonly content: number;
}

const OPENING = /^(\s*)(`{3,}|~{3,}|:{3,})\s*\{([\w:.+-]+)\}[ \t]*(.*)$/u;
const FENCE = /^(\s*)(`{3,}(?=[^`]*$)|~{3,})/u;
const CODE =
  /^(?:code|code-block|sourcecode|code-cell|code-example|prompt|parsed-literal|math|eval-rst|mermaid|graphviz|doctest|testcode)$/u;
/** Shown elsewhere, not at all, or made of other files. */
const NOTHING =
  /^(?:toctree|tableofcontents|contents|include|literalinclude|image|index|raw|bibliography|only|highlight|currentmodule|meta|auto.*|py:.*|js:.*|c:.*|cpp:.*|rst:.*)$/u;

interface Open {
  readonly directive: Omit<MystDirective, 'last'>;
  readonly mark: string;
}

export interface MystDirectives {
  /** In the order of their first lines. */
  readonly directives: readonly MystDirective[];
  /** Indices of the lines that are read as they are. */
  readonly code: ReadonlySet<number>;
  /** Indices of the lines that stand in a directive or box, which may never be closed. */
  readonly within: ReadonlySet<number>;
}

/** The directives of a text. */
export function mystDirectives(lines: readonly string[]): MystDirectives {
  const open: Open[] = [];
  const found: MystDirective[] = [];
  const code = new Set<number>();
  const within = new Set<number>();
  let fence: string | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (open.length > 0) within.add(index);
    const closed = open.findIndex(({ mark }) => closes(line, mark));
    if (closed !== -1) {
      const [ended] = open.splice(closed);
      if (ended !== undefined) found.push({ ...ended.directive, last: index });
      fence = undefined;
      continue;
    }
    if (fence !== undefined || isVerbatim(open.at(-1))) {
      code.add(index);
      if (fence !== undefined && closes(line, fence)) fence = undefined;
      continue;
    }
    const opening = openingAt(lines, index);
    if (opening !== undefined) {
      open.push(opening);
      within.add(index);
    } else fence = FENCE.exec(line)?.[2];
    if (fence !== undefined) code.add(index);
  }
  return { directives: found.sort((a, b) => a.first - b.first), code, within };
}

function isVerbatim(open: Open | undefined): boolean {
  return open !== undefined && (open.directive.kind === 'code' || open.directive.kind === 'nothing');
}

function closes(line: string, mark: string): boolean {
  const bare = line.trim();
  return bare.length >= mark.length && bare === (mark[0] ?? '').repeat(bare.length);
}

function openingAt(lines: readonly string[], first: number): Open | undefined {
  const line = lines[first] ?? '';
  const [, indent = '', mark, name = '', rest = ''] = OPENING.exec(line) ?? [];
  if (mark === undefined) return boxAt(line, first);
  const kind = CODE.test(name) ? 'code' : NOTHING.test(name) ? 'nothing' : 'container';
  const language = kind === 'code' && /^[\w+#-]+$/u.test(rest) ? rest : '';
  const label = kind === 'container' ? withoutRoles(rest).trim() : '';
  return {
    mark,
    directive: { first, indent, name, label, kind, language, content: contentFrom(lines, first + 1) },
  };
}

/** `:::` or `:::name`. */
function boxAt(line: string, first: number): Open | undefined {
  const [, indent = '', mark, name = ''] = /^(\s*)(:{3,})\s*([\w-]*)\s*$/u.exec(line) ?? [];
  if (mark === undefined) return undefined;
  return {
    mark,
    directive: { first, indent, name, label: '', kind: 'div', language: '', content: first + 1 },
  };
}

/** The first line behind a directive's options: `:key: value` lines, or YAML between `---`. */
function contentFrom(lines: readonly string[], first: number): number {
  let index = first;
  if (/^\s*-{3,}\s*$/u.test(lines[index] ?? '')) {
    const last = lines.findIndex((line, at) => at > index && /^\s*-{3,}\s*$/u.test(line));
    return last === -1 ? first : last + 1;
  }
  while (/^\s*:[\w-]+:(?:\s|$)/u.test(lines[index] ?? '')) index += 1;
  return index;
}

function writeDirective(
  lines: string[],
  { kind, first, last, content, indent, language }: MystDirective,
): void {
  lines.fill('', first + 1, Math.min(content, last));
  if (kind === 'nothing') lines.fill('', first, last + 1);
  if (kind !== 'code') return;
  const longest = Math.max(
    2,
    ...lines.slice(first + 1, last).map((line) => /`{3,}/u.exec(line)?.[0].length ?? 0),
  );
  lines[last] = `${indent}${'`'.repeat(longest + 1)}`;
  lines[first] = `${lines[last]}${language}`;
}

/** HTML goes on until a blank line, and a comment until its end: nothing may come into them. */
function restoreHtml(unified: string[], lines: readonly string[]): void {
  let isHtml = false;
  let isComment = false;
  lines.forEach((line, index) => {
    isComment ||= /^ {0,3}<!--/u.test(line);
    isHtml = isComment || (line.trim() !== '' && (isHtml || /^ {0,3}<[/a-z!]/iu.test(line)));
    if (isHtml) unified[index] = line;
    if (line.includes('-->')) isComment = false;
  });
}

/** Stands for what is not shown: it ends a paragraph or list as that does. */
export const MYST_NOTHING = '<!---->';

/** `(target)=`, comments, breaks of blocks, and attributes of the block below. */
const UNSEEN = /^\s*(?:\([^()\n]+\)=|%.*|\+{3}.*|\{[#.][^{}]*\})\s*$/u;

function unifyLine(line: string): string {
  return UNSEEN.test(line) ? line.replace(/\S.*/u, MYST_NOTHING) : withoutRoles(line);
}

const ROLE = /\{([A-Za-z][\w:.+-]*)\}(`+)([^`]+)\2/gu;
const AS_CODE =
  /^(?:code|command|file|kbd|program|samp|literal|envvar|option|(?:py|js|c|cpp|rst):.*|func|class|meth|mod|attr|exc|obj|data|const)$/u;

/** `{ref}`text <target>`` as what it shows. */
export function withoutRoles(text: string): string {
  if (!text.includes('}`')) return text;
  // oxlint-disable-next-line max-params -- String.replace passes each group as a parameter
  return text.replace(ROLE, (_whole, name: string, ticks: string, content: string) => {
    const shown = /^(.*?\S)\s*<[^<>]*>$/u.exec(content)?.[1] ?? content.replace(/^[~!]/u, '');
    return AS_CODE.test(name) ? `${ticks}${shown}${ticks}` : shown;
  });
}
