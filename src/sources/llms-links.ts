import { parseUrl } from '../http/parse-url.ts';

export interface LlmsLink {
  readonly title: string;
  /** Absolute. */
  readonly url: string;
}

/** `- [Title](address): what it is about` */
const LINK = /^\s*[-*+]\s+(?:\*\*)?\[((?:[^[\]\\]|\\.)+)\]\(<?([^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)>?\)/u;

/** The links of an `llms.txt`, in its order: https://llmstxt.org */
export function readLlmsLinks(text: string, base: string): LlmsLink[] {
  return text.split(/\r?\n/u).flatMap((line) => {
    const [, title = '', address = ''] = LINK.exec(line) ?? [];
    const url = address === '' ? undefined : parseUrl(address, parseUrl(base));
    return url === undefined || !/^https?:$/u.test(url.protocol)
      ? []
      : [{ title: title.replace(/\\(?=[[\]\\`*_])/gu, '').trim(), url: url.href }];
  });
}
