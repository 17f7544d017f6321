import { parse as parseToml } from 'smol-toml';
import { parseDocument, visit } from 'yaml';
import type { Project } from './project.ts';
import { isRecord } from './value-at.ts';

/**
 * Reads settings in YAML, TOML or JSON; undefined where there are none, or they cannot be read. A tag of YAML that is not known, as
 * `!!python/name:…` is not, is kept: its value becomes an object with the tag under `!`, beside what is in it.
 */
export async function readSettings(
  project: Project,
  file: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const text = await project.read(file);
  if (text === undefined) return undefined;
  const value = file.endsWith('.toml') ? tomlOf(text) : yamlOf(text);
  return isRecord(value) ? value : undefined;
}

function tomlOf(text: string): unknown {
  try {
    return parseToml(text);
  } catch {
    // Whatever it is, it holds no settings that can be read.
    return undefined;
  }
}

/** JSON is YAML, too. */
function yamlOf(text: string): unknown {
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, merge: true });
  visit(document, {
    Node: (_key, node) => {
      const { tag } = node;
      if (tag === undefined || !/python/u.test(tag)) return undefined;
      delete node.tag;
      const inner: unknown = node.toJS(document);
      return document.createNode({ ...(isRecord(inner) ? inner : {}), '!': tag });
    },
  });
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch {
    return undefined;
  }
}
