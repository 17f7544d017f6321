import { OverwriteType } from 'discord.js';
import type { APIOverwrite } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { everything, permissionsIn } from '../../../src/platforms/discord/permissions.ts';

// https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags
const [VIEW, SEND, HISTORY, ADMINISTRATOR] = [1n << 10n, 1n << 11n, 1n << 16n, 1n << 3n];
const [GUILD, BOT, ROLE, OTHER] = ['1', '2', '3', '4'];

/** What the bot may do with a role of its own, where everybody sees channels. */
function permissions(ofRole: bigint, overwrites: readonly APIOverwrite[]): bigint {
  const roles = [
    { id: GUILD, permissions: String(VIEW) },
    { id: ROLE, permissions: String(ofRole) },
    { id: OTHER, permissions: String(HISTORY) },
  ];
  return permissionsIn({ guildId: GUILD, userId: BOT, roles, memberRoles: [ROLE] }, overwrites);
}

function role(id: string, allow: bigint, deny: bigint): APIOverwrite {
  return { id, type: OverwriteType.Role, allow: String(allow), deny: String(deny) };
}

function member(id: string, allow: bigint, deny: bigint): APIOverwrite {
  return { id, type: OverwriteType.Member, allow: String(allow), deny: String(deny) };
}

describe('what the bot may do in a channel', () => {
  test.each<{ that: string; ofRole?: bigint; overwrites?: APIOverwrite[]; expected: bigint }>([
    { that: 'is what everybody and its roles may', ofRole: SEND, expected: VIEW | SEND },
    {
      that: 'is less where everybody may less',
      ofRole: SEND,
      overwrites: [role(GUILD, 0n, SEND)],
      expected: VIEW,
    },
    {
      that: 'is more where its role may more',
      overwrites: [role(ROLE, SEND, 0n), role(GUILD, 0n, SEND)],
      expected: VIEW | SEND,
    },
    {
      that: 'is decided by the bot’s own rule last',
      overwrites: [member(BOT, SEND, 0n), role(ROLE, 0n, SEND)],
      expected: VIEW | SEND,
    },
    {
      that: 'is not what other roles and people may',
      overwrites: [role(OTHER, SEND, 0n), member('9', SEND, 0n), member(ROLE, SEND, 0n)],
      expected: VIEW,
    },
    {
      that: 'is nothing where it cannot see it',
      ofRole: SEND,
      overwrites: [role(GUILD, 0n, VIEW)],
      expected: 0n,
    },
  ])('$that', ({ ofRole = 0n, overwrites = [], expected }) => {
    expect(permissions(ofRole, overwrites)).toBe(expected);
  });

  test('is everything for an administrator, whatever the channel says', () => {
    const granted = permissions(ADMINISTRATOR, [role(GUILD, 0n, VIEW)]);
    expect(granted & (VIEW | SEND | HISTORY)).toBe(VIEW | SEND | HISTORY);
  });
});

test('permissions without that of administrators stay as they are', () => {
  expect(everything(VIEW)).toBe(VIEW);
});
