const STOP_WORDS = new Set(
  `a about above after again all also am an and any are aren't as at be because been before being below between both but by
  can can't cannot could couldn't did didn't do does doesn't doing don't down during each else ever few for from further
  had hadn't has hasn't have haven't having he her here hers him his how i i'd i'll i'm i've if in into is isn't it it's its
  itself just let's may me might more most must my myself no nor not of off on once only or other our ours out over own
  please same shall she should shouldn't so some such than that that's the their theirs them then there there's these they
  this those through to too under until up upon us very was wasn't we we're were weren't what what's when where where's
  which while who who's whom whose why will with won't would wouldn't you you'd you'll you're you've your yours
  anyone anybody someone somebody something anything thing things way hi hello hey thanks thank possible able`
    .split(/\s+/u)
    .map((word) => word.replaceAll("'", '')),
);

/** Words that a question is made of and that say nothing about its subject. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word.toLowerCase().replace(/['’]/gu, ''));
}
