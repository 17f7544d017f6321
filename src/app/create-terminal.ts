import type { Config } from '../config/schema.ts';
import { createTerminalPlatform } from '../platforms/terminal/terminal-platform.ts';
import type { TerminalPlatform, TerminalPlatformOptions } from '../platforms/terminal/terminal-platform.ts';
import type { App } from './docs-app.ts';

export interface TerminalAppOptions extends Omit<TerminalPlatformOptions, 'core' | 'command' | 'docs'> {
  readonly app: App;
  readonly config: Config;
}

/** Answers on a terminal or a pipe. */
export function createTerminal({ app, config, ...options }: TerminalAppOptions): TerminalPlatform {
  const collections = [...config.collections, ...config.feeds].map(({ name }) => name);
  return createTerminalPlatform({
    ...options,
    docs: config.collections.map(({ name }) => name),
    core: app.core,
    command: { name: config.command, collections },
  });
}
