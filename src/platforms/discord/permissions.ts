import { OverwriteType, PermissionFlagsBits } from 'discord.js';
import type { APIOverwrite } from 'discord.js';

export interface MemberRoles {
  readonly guildId: string;
  readonly userId: string;
  /** All roles of the guild. */
  readonly roles: readonly { readonly id: string; readonly permissions: string }[];
  /** Ids of the roles that the member has. */
  readonly memberRoles: readonly string[];
}

/** What a bot may do in a channel: https://docs.discord.com/developers/topics/permissions#permission-overwrites */
export function permissionsIn(
  { guildId, userId, roles, memberRoles }: MemberRoles,
  overwrites: readonly APIOverwrite[],
): bigint {
  // The role of everybody has the guild's own id.
  const held = roles.filter(({ id }) => id === guildId || memberRoles.includes(id));
  const base = held.reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return everything(base);
  const ofRoles = overwrites.filter(({ type }) => type === OverwriteType.Role);
  const everybody = ofRoles.filter(({ id }) => id === guildId);
  const byRole = ofRoles.filter(({ id }) => id !== guildId && memberRoles.includes(id));
  const own = overwrites.filter(({ type, id }) => type === OverwriteType.Member && id === userId);
  const allowed = [everybody, byRole, own].reduce(overwritten, base);
  // Who cannot see a channel can do nothing there.
  return (allowed & PermissionFlagsBits.ViewChannel) === 0n ? 0n : allowed;
}

/** A set of permissions as it counts: administrators may do everything. */
export function everything(permissions: bigint): bigint {
  const isAdministrator = (permissions & PermissionFlagsBits.Administrator) !== 0n;
  return isAdministrator
    ? Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n)
    : permissions;
}

function overwritten(permissions: bigint, overwrites: readonly APIOverwrite[]): bigint {
  const allow = overwrites.reduce((sum, { allow: bits }) => sum | BigInt(bits), 0n);
  const deny = overwrites.reduce((sum, { deny: bits }) => sum | BigInt(bits), 0n);
  return (permissions & ~deny) | allow;
}
