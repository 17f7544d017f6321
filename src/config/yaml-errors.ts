import type { ErrorCode, YAMLError } from 'yaml';

interface Words {
  readonly message: string;
  readonly remedy: string;
}

const PLAIN: Words = {
  message: 'this line is not valid YAML',
  remedy: 'check its quotes, brackets and indentation, and those of the line above',
};

const NO_PAIR: Words = {
  message: 'this line is neither a key with a value nor an item of a list',
  remedy: 'write "key: value", with a space after the colon, or "- item"',
};

/** The parser's own messages quote the file, which may hold a secret, and tell nobody what to do. */
const WORDS: Partial<Record<ErrorCode, Words>> = {
  BAD_DQ_ESCAPE: {
    message: 'a backslash in double quotes stands before a letter that it cannot stand before',
    remedy: 'use single quotes, or write \\\\ for a backslash',
  },
  BAD_INDENT: {
    message: 'the indentation does not fit, or a bracket is not closed',
    remedy: 'close every [ and {, and indent keys of one map alike',
  },
  BAD_SCALAR_START: {
    message: 'a text starts with a character that means something in YAML',
    remedy: 'put the text in single quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'there is a second key in one value',
    remedy: 'put a text that holds ": " in quotes, and each key on a line of its own',
  },
  DUPLICATE_KEY: { message: 'this key stands in its map already', remedy: 'keep one of the two' },
  MISSING_CHAR: {
    message: 'a closing quote or a colon is missing',
    remedy: 'close the quotes, and write "key: value"',
  },
  MULTILINE_IMPLICIT_KEY: NO_PAIR,
  MULTIPLE_DOCS: { message: 'a second YAML document starts here', remedy: 'remove the line ---' },
  NON_STRING_KEY: { message: 'a key is not a text', remedy: 'write a plain word before the colon' },
  RESOURCE_EXHAUSTION: {
    message: 'the brackets are nested too deeply',
    remedy: 'close them, or remove them',
  },
  TAB_AS_INDENT: { message: 'a tab indents this line', remedy: 'indent with spaces' },
  TAG_RESOLVE_FAILED: {
    message: 'there is an unknown YAML tag, a word after !',
    remedy: 'put the text in quotes, or remove the tag',
  },
};

/** What the parser found, in words for people. */
export function yamlErrorInWords({ code, message }: YAMLError): Words {
  if (code === 'MISSING_CHAR' && message.startsWith('Implicit')) return NO_PAIR;
  return WORDS[code] ?? PLAIN;
}
