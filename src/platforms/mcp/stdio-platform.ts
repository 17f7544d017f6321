import type { McpServer } from '@modelcontextprotocol/server';
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { PassThrough } from 'node:stream';
import type { Readable, Writable } from 'node:stream';
import type { Platform } from '../../core/platform.ts';
import type { Log } from '../../log.ts';
import { within } from '../within.ts';
import { PatientTransport } from './patient-transport.ts';
import type { Readiness } from './patient-transport.ts';

export interface StdioOptions {
  /** A server for one connection; another where the client changes its mind about the era. */
  readonly create: () => McpServer;
  readonly input: Readable;
  /** Carries the protocol, and nothing else. */
  readonly output: Writable;
  readonly ready: Readiness;
  readonly log: Log;
  /** Milliseconds that a request waits for the docs, and a client that sends no more for its answers. */
  readonly patience?: number;
  /** Milliseconds that the list of tools waits for the docs, so that it has the versions that they turn out to have. */
  readonly listPatience?: number;
}

export interface StdioPlatform extends Platform {
  /** Resolves once nobody asks any more: the client has gone, or the platform was stopped. */
  readonly done: Promise<void>;
}

const PATIENCE = 20_000;
/** Clients show that they connect as long as this takes. */
const LIST_PATIENCE = 3_000;

/** MCP over two streams, as assistants start it: a message a line, in either era of the protocol. */
export function createStdioPlatform(options: StdioOptions): StdioPlatform {
  const { create, input, output, ready, log, patience = PATIENCE } = options;
  const { listPatience = LIST_PATIENCE } = options;
  // The SDK drops what is unanswered when its input ends, which a pipe does right after the last question.
  const lasting = new PassThrough();
  const transport = new PatientTransport(new StdioServerTransport(lasting, output), {
    ready,
    patience,
    listPatience,
  });
  const closed = new Promise<void>((resolve) => lasting.once('close', resolve));
  let stopping: (() => Promise<void>) | undefined;
  const end = async (): Promise<void> => {
    await new Promise(setImmediate);
    await within(patience, transport.answered()).catch(() => undefined);
    lasting.destroy();
  };
  return {
    name: 'mcp',
    done: closed,
    start: async () => {
      const handle = serveStdio(create, {
        transport,
        onerror: (error) => log.warn({ err: error }, 'a message of MCP was not understood'),
      });
      void transport.closed.then(() => lasting.destroy());
      stopping = () => handle.close();
      input.pipe(lasting, { end: false });
      input.once('close', () => void end()).once('end', () => void end());
      if (input.readableEnded || input.destroyed) void end();
    },
    stop: async () => {
      input.unpipe(lasting).pause();
      await stopping?.();
      lasting.destroy();
    },
  };
}
