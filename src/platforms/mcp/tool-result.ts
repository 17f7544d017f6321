import type { CallToolResult, ContentBlock } from '@modelcontextprotocol/server';

export interface ToolReply {
  readonly markdown: string;
  /** As the tool's output schema has it. Complete: some clients show a model nothing else (anthropics/claude-code#79944). */
  readonly structured: Readonly<Record<string, unknown>>;
  readonly links: readonly ResourceLink[];
}

/** A page as a resource, or the address of what can be read on the web. */
export interface ResourceLink {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly mimeType: string;
}

/** The most links of a reply. */
const LINKS = 10;

export function toolResult({ markdown, structured, links }: ToolReply): CallToolResult {
  const content: ContentBlock[] = [
    { type: 'text', text: markdown },
    ...firstOfEach(links)
      .slice(0, LINKS)
      .map((link) => ({ type: 'resource_link' as const, ...link })),
  ];
  return { content, structuredContent: { ...structured } };
}

/** What a model reads where there is no answer: what is wrong, and what to do next. */
export function toolError(markdown: string): CallToolResult {
  return { content: [{ type: 'text', text: markdown }], isError: true };
}

function firstOfEach(links: readonly ResourceLink[]): readonly ResourceLink[] {
  return links.filter(({ uri }, index) => links.findIndex((other) => other.uri === uri) === index);
}
