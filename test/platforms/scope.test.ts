import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../src/platforms/scope.ts';
import type { ScopeRules } from '../../src/platforms/scope.ts';

const RULES: ScopeRules = {
  collections: ['docs', 'api', 'internal', 'acme'],
  workspaces: [
    { id: 'T1', collections: ['internal'] },
    { id: 'T2', collections: ['acme'] },
    { id: 'E1', collections: ['internal', 'acme'] },
  ],
  channels: [
    { id: 'C1', collections: ['api'] },
    { id: 'C2', collections: ['internal'] },
    { id: 'C3', collections: [] },
  ],
};

function scope(workspace: string, channel = '', organisation = ''): readonly string[] {
  return scopeOf(RULES, { workspaces: [workspace, organisation], channel });
}

describe('a place sees', () => {
  test('what is meant for no workspace, and what is meant for its own', () => {
    expect(scope('T1')).toEqual(['docs', 'api', 'internal']);
    expect(scope('T2')).toEqual(['docs', 'api', 'acme']);
  });

  test('nothing that is meant for other workspaces, also when nobody configured it', () => {
    expect(scope('T9')).toEqual(['docs', 'api']);
    expect(scope('')).toEqual(['docs', 'api']);
  });

  test('what its organisation sees', () => {
    expect(scope('T9', '', 'E1')).toEqual(['docs', 'api', 'internal', 'acme']);
  });

  test('in a channel with names, no others', () => {
    expect(scope('T1', 'C1')).toEqual(['api']);
    expect(scope('T1', 'C3')).toEqual(['docs', 'api', 'internal']);
  });

  test('nothing where a channel names what its workspace may not see', () => {
    expect(scope('T2', 'C2')).toEqual([]);
  });
});
