import { Client } from '@modelcontextprotocol/client';
import type { Transport } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import type { Transport as OldTransport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { onTestFinished } from 'vitest';

const NAME = { name: 'test', version: '1.0.0' };

/** The official client of 2026-07-28, connected; it ends when the test is over. */
export async function connectNew(transport: Transport): Promise<Client> {
  const client = new Client(NAME, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
  return connected(client, () => client.connect(transport));
}

/** The same client, which asks a server which era it is of. */
export async function connectEither(transport: Transport): Promise<Client> {
  const client = new Client(NAME, { versionNegotiation: { mode: 'auto' } });
  return connected(client, () => client.connect(transport));
}

/** The official client of 2025-11-25, connected; it ends when the test is over. */
export async function connectOld(transport: OldTransport): Promise<OldClient> {
  const client = new OldClient(NAME);
  return connected(client, () => client.connect(transport));
}

async function connected<C extends { close(): Promise<void> }>(
  client: C,
  connect: () => Promise<void>,
): Promise<C> {
  await connect();
  onTestFinished(() => client.close());
  return client;
}
