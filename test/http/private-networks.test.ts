import type { LookupFunction } from 'node:net';
import { describe, expect, test } from 'vitest';
import { addressOf, isPublicAddress, publicLookup } from '../../src/http/public-address.ts';
import { loopbackServer, redirecting, sending } from '../fakes/loopback-server.ts';
import { asking, lookupOf, reasonOf } from './asking.ts';

const PRIVATE = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:1.1.1.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
];

const PUBLIC = ['1.1.1.1', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2606:4700::1111', '64:ff9b::101:101'];

/** Stands for the internet in tests that need a server there; the rest of loopback is as private as ever. */
const OUTSIDE = '127.0.0.1';

function isOutside(address: string): boolean {
  return address === OUTSIDE || isPublicAddress(address);
}

describe('addresses', () => {
  test('are told from names', () => {
    expect(['[::1]', '127.0.0.1', 'localhost', 'a.example'].map(addressOf)).toEqual([
      '::1',
      '127.0.0.1',
      undefined,
      undefined,
    ]);
  });
});

describe('private networks', () => {
  test.each(PRIVATE)('have %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(PUBLIC)('do not have %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '2130706433',
    '0177.0.0.1',
    '127.0.0.1.',
    '１２７.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[0:0:0:0:0:ffff:7f00:1]',
    'me@127.0.0.1',
  ])('are not asked by the address http://%s', async (host) => {
    const { port, received } = await loopbackServer(sending('secret'));
    const reason = await reasonOf(asking()(`http://${host}:${port}/`, { allowPrivate: false }));
    expect(reason).toContain('leads into a private network (set private: true in its source');
    expect(received).toEqual([]);
  });

  test('are not asked by a name that leads to them', async () => {
    const { port, received } = await loopbackServer(sending('secret'));
    for (const lookup of [lookupOf('127.0.0.1'), lookupOf('::1', '127.0.0.1'), undefined]) {
      const ask = asking(lookup === undefined ? {} : { lookup });
      const reason = await reasonOf(ask(`http://localhost:${port}/`, { allowPrivate: false }));
      expect(reason).toContain('leads into a private network');
    }
    expect(received).toEqual([]);
  });

  test('are asked by a name where that is allowed, and by nobody else over the same connection', async () => {
    const { port, received } = await loopbackServer(sending('found'));
    const ask = asking({ lookup: lookupOf('127.0.0.1') });
    const url = `http://feeds.example:${port}/`;
    expect((await ask(url)).kind).toBe('ok');
    expect((await ask(url, { allowPrivate: false })).kind).toBe('failed');
    expect(received).toHaveLength(1);
  });

  test.each(['http://169.254.169.254/latest/meta-data/', 'http://[::ffff:127.0.0.1]/', 'http://0x7f.2/'])(
    'are not asked after a redirect to %s',
    async (location) => {
      const { port } = await loopbackServer(redirecting(location));
      const ask = asking({ isPublic: isOutside, lookup: lookupOf(OUTSIDE) });
      const answer = ask(`http://feeds.example:${port}/`, { allowPrivate: false });
      expect(await reasonOf(answer)).toContain('leads into a private network');
    },
  );

  test('are not asked after a redirect to a name that leads to them', async () => {
    const { port } = await loopbackServer(redirecting('http://inside.example/'));
    const answer = asking({ isPublic: isOutside, lookup: lookupByName })(`http://feeds.example:${port}/`, {
      allowPrivate: false,
    });
    expect(await reasonOf(answer)).toContain('leads into a private network');
  });

  test('are not reached by a second answer of the DNS', async () => {
    const asked: string[] = [];
    const changing: LookupFunction = (hostname, options, callback) => {
      asked.push(hostname);
      lookupOf(asked.length === 1 ? OUTSIDE : '127.0.0.2')(hostname, options, callback);
    };
    const { port, received } = await loopbackServer((_request, response) =>
      response.writeHead(302, { location: '/', connection: 'close' }).end(),
    );
    const ask = asking({ isPublic: isOutside, lookup: changing });
    const answer = ask(`http://feeds.example:${port}/`, { allowPrivate: false });
    expect(await reasonOf(answer)).toContain('leads into a private network');
    expect(asked).toHaveLength(2);
    expect(received).toHaveLength(1);
  });

  test('are left out of several answers, in either form of the lookup', async () => {
    const guarded = publicLookup(lookupOf('10.0.0.1', '1.1.1.1', '::1'), isPublicAddress);
    expect(await lookedUp(guarded, true)).toEqual([{ address: '1.1.1.1', family: 4 }]);
    expect(await lookedUp(guarded, false)).toBe('1.1.1.1');
  });
});

const lookupByName: LookupFunction = (hostname, options, callback) =>
  lookupOf(hostname === 'inside.example' ? '127.0.0.2' : OUTSIDE)(hostname, options, callback);

function lookedUp(lookup: LookupFunction, all: boolean): Promise<unknown> {
  return new Promise((resolve) => {
    lookup('feeds.example', { all }, (error, found) => resolve(error ?? found));
  });
}
