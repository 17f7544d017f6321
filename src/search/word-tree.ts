import SearchableMap from 'minisearch/SearchableMap';
import type { SimilarWord } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** More edits than this are no slip of the finger. */
const EDITS = 2;
const SHORTEST = 4;
/** Looking for a word takes time and memory by the square of its length. */
const LONGEST = 48;
const TWO_EDITS_FROM = 8;

const COMPLETIONS = 40;

/** The words of a vocabulary, to look for what is nearly there. */
export interface WordTree {
  /** Words that are spelt like this one, nearest first. */
  similar(word: string): readonly SimilarWord[];
  /** Ids of the terms whose words begin like this, the most frequent first, at most 40. */
  completions(start: string): readonly number[];
}

/** The tree itself is built at the first call: most questions need none. `idf` is 0 for what no page holds. */
export function createWordTree(vocabulary: Vocabulary, idf: (id: number) => number): WordTree {
  const tree = (): SearchableMap<number> => treeOf(vocabulary);
  return {
    similar(word) {
      if (word.length < SHORTEST || word.length > LONGEST || !/^\p{L}+$/u.test(word)) return [];
      const asked = word.toLowerCase();
      return Array.from(tree().fuzzyGet(asked, EDITS), ([found, [id]]) => ({
        word: found,
        id,
        distance: editDistance(asked, found),
      }))
        .filter(({ word: found, id, distance }) => idf(id) > 0 && isSlip(asked, found, distance))
        .sort((a, b) => a.distance - b.distance || idf(a.id) - idf(b.id));
    },
    completions(start) {
      const ids = new Set(tree().atPrefix(start.toLowerCase()).values());
      return [...ids]
        .filter((id) => idf(id) > 0)
        .sort((a, b) => idf(a) - idf(b))
        .slice(0, COMPLETIONS);
    },
  };
}

/** A vocabulary only grows, so an index and its successor share its tree, too. */
const trees = new WeakMap<Vocabulary, { readonly tree: SearchableMap<number>; words: number }>();

function treeOf(vocabulary: Vocabulary): SearchableMap<number> {
  const known = trees.get(vocabulary) ?? { tree: new SearchableMap<number>(), words: 0 };
  trees.set(vocabulary, known);
  if (known.words === vocabulary.words.size) return known.tree;
  let number = 0;
  for (const [word, id] of vocabulary.words) {
    number += 1;
    if (number > known.words) known.tree.set(word, id);
  }
  known.words = number;
  return known.tree;
}

function isSlip(asked: string, found: string, distance: number): boolean {
  const allowed = Math.min(asked.length, found.length) >= TWO_EDITS_FROM ? EDITS : 1;
  return distance <= allowed && (asked[0] === found[0] || asked.length >= TWO_EDITS_FROM);
}

/** Levenshtein's distance with swapped neighbours as one edit (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const plain = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      row.push(swapped ? Math.min(plain, (before[j - 2] ?? 0) + 1) : plain);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
