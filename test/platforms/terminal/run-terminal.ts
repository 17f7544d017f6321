import { Readable, Writable } from 'node:stream';
import { createQueryCore } from '../../../src/core/query.ts';
import type { QueryCore } from '../../../src/core/query.ts';
import type { TerminalOutcome } from '../../../src/platforms/terminal/session.ts';
import { createTerminalPlatform } from '../../../src/platforms/terminal/terminal-platform.ts';
import type {
  TerminalMode,
  TerminalPlatformOptions,
} from '../../../src/platforms/terminal/terminal-platform.ts';
import { parse } from '../../core/markdown.ts';
import { createFakeEngine, page } from '../../fakes/search-engine.ts';

/** Twelve pages about zebras in `docs`, and one in `api`; everything else the docs do not say. */
export function createZebraCore(): QueryCore {
  const zebras = Array.from({ length: 12 }, (_, number) =>
    page({ file: `zebra-${number + 1}.mdx`, title: `Zebra ${number + 1}` }, [
      { markdown: 'A zebra has stripes.' },
    ]),
  );
  const api = page({ collection: 'api', file: 'api.mdx', title: 'GET /zebra' }, [
    { markdown: 'Gets a zebra.' },
  ]);
  const engine = createFakeEngine([...zebras, api]);
  return createQueryCore({
    engine: () => engine,
    parse,
    clock: () => 0,
    settings: { answered: 0.8, unsure: 0.4, shown: 3, excerpt: 500 },
    collections: [
      {
        name: 'docs',
        title: 'Zebras',
        url: 'https://docs.example',
        versions: [],
        locales: ['en'],
        examples: ["What's a zebra?"],
      },
      {
        name: 'api',
        title: 'API',
        url: 'https://docs.example/api',
        versions: [],
        locales: ['en'],
        examples: [],
      },
    ],
    entries: () => undefined,
    feeds: [],
    now: () => new Date(0),
    newsDays: 90,
    onError: (error) => {
      throw error;
    },
    record: () => {},
  });
}

export interface Ran {
  readonly text: string;
  readonly outcome: TerminalOutcome;
}

type Input = string | Buffer | readonly (string | Buffer)[];

/** Runs a terminal until it is done, and gives what it wrote. */
export async function runTerminal(
  mode: TerminalMode,
  input: Input = [],
  fields: Partial<TerminalPlatformOptions> = {},
): Promise<Ran> {
  const output = new Collecting();
  const chunks = typeof input === 'string' || Buffer.isBuffer(input) ? [input] : input;
  const terminal = createTerminalPlatform(
    optionsOf(mode, { input: Readable.from(chunks.map((chunk) => Buffer.from(chunk))), output, ...fields }),
  );
  await terminal.start();
  const outcome = await terminal.done;
  await terminal.stop();
  return { outcome, text: output.text };
}

export function optionsOf(
  mode: TerminalMode,
  fields: Partial<TerminalPlatformOptions>,
): TerminalPlatformOptions {
  return {
    core: createZebraCore(),
    mode,
    input: Readable.from([]),
    output: new Collecting(),
    collections: [],
    version: '',
    locale: '',
    limit: undefined,
    render: { width: 80, color: false },
    command: { name: 'docs', collections: ['docs', 'api'] },
    docs: ['docs', 'api'],
    ...fields,
  };
}

/** Keeps what is written to it; `read` makes the reader slow, or leave. */
export class Collecting extends Writable {
  text = '';
  readonly #read: (text: string) => Promise<void> | undefined;

  constructor(read: (text: string) => Promise<void> | undefined = () => undefined) {
    super({ highWaterMark: 1_024 });
    this.#read = read;
  }

  override _write(chunk: Buffer, _encoding: string, callback: (error?: Error) => void): void {
    const written = (): void => {
      this.text += chunk.toString();
      callback();
    };
    Promise.resolve(this.#read(chunk.toString())).then(written, callback);
  }
}

/** What a pipe says when its reader has left. */
export function brokenPipe(code = 'EPIPE'): Error {
  return Object.assign(new Error(`write ${code}`), { code });
}
