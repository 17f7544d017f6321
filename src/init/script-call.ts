import { isRecord } from './value-at.ts';

const NAME = Symbol('name of a call');

/** A call in a script that is not run: what it gives is not known, but who is called with what. */
export interface ScriptCall {
  readonly [NAME]: string;
  readonly args: readonly unknown[];
}

export function scriptCall(name: string, args: readonly unknown[]): ScriptCall {
  return { [NAME]: name, args };
}

/** The name of what is called; undefined for any other value. */
export function nameOfCall(value: unknown): string | undefined {
  return isCall(value) ? value[NAME] : undefined;
}

/** The arguments of a call; empty for any other value. */
export function argumentsOf(value: unknown): readonly unknown[] {
  return isCall(value) ? value.args : [];
}

/**
 * The object that a config is, also where it is wrapped in calls, as in `defineConfig({…})` and `withMermaid(defineConfig({…}))`, or
 * given back by a function.
 */
export function configIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (isCall(value)) {
    for (const one of value.args) {
      const config = configIn(one);
      if (config !== undefined) return config;
    }
    return undefined;
  }
  return isRecord(value) ? value : undefined;
}

function isCall(value: unknown): value is ScriptCall {
  return typeof value === 'object' && value !== null && NAME in value;
}
