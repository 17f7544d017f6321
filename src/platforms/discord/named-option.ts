import type { NamedWords } from '../words/command-words.ts';
import { ENGLISH } from '../words/english.ts';
import { localizations } from '../words/localizations.ts';
import type { Words } from '../words/words.ts';

/** The texts of an option or a subcommand. */
export interface NamedOption {
  name: string;
  name_localizations: Record<string, string>;
  description: string;
  description_localizations: Record<string, string>;
}

/** Name and description of an option in every language that there are words in. */
export function named(pick: (words: Words) => NamedWords): NamedOption {
  const { name, description } = pick(ENGLISH);
  return {
    name,
    name_localizations: localizations((words) => pick(words).name),
    description,
    description_localizations: localizations((words) => pick(words).description),
  };
}
