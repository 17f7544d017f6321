import { parseConfig } from '../../src/config/load.ts';
import type { ConfigResult } from '../../src/config/load.ts';
import type { Config } from '../../src/config/schema.ts';
import { describeProblem } from '../../src/core/problem.ts';

/** The least that a config needs. */
export const LEAST = `title: Acme docs
collections:
  - name: docs
    source: {folder: ../docs}
    site: {url: https://docs.acme.com}
`;

export function problemsOf(result: ConfigResult): string[] {
  if (result.kind !== 'problems') throw new Error('expected problems, got a config');
  return result.problems.map(describeProblem);
}

export function problemsIn(text: string): string[] {
  return problemsOf(parseConfig(text, 'c'));
}

export function configIn(text: string): Config {
  const result = parseConfig(text, 'c');
  if (result.kind !== 'config') throw new Error(problemsOf(result).join('\n'));
  return result.config;
}

/** A config with one collection; the lines of its site start at line 6. */
export function withSite(lines: string): string {
  return `title: A\ncollections:\n  - name: docs\n    source: {folder: a}\n    site:\n${lines}`;
}

/** A config with one collection, whose source stands in line 5. */
export function withSource(source: string): string {
  return `title: A\ncollections:\n  - name: docs\n    site: {url: https://a.b}\n    source: ${source}\n`;
}

/** A source of a feed. */
export const URL_SOURCE = '{url: https://a.b/feed/}';

/** A config with one feed, named in line 7; more lines of it start at line 9. */
export function withFeed(lines = '', source = URL_SOURCE): string {
  return `${LEAST}feeds:\n  - name: releases\n    source: ${source}\n${lines}`;
}

/** A config whose feed has one subscription, in line 10. */
export function withSubscription(keys: string): string {
  return withFeed(`    subscriptions:\n      - {${keys}}\n`);
}
