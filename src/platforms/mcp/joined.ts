/** The parts that are not empty, one paragraph after another unless told otherwise; without a rule that nothing follows. */
export function joined(parts: readonly string[], between = '\n\n'): string {
  const filled = parts.filter((part) => part !== '');
  return (filled.at(-1) === '---' ? filled.slice(0, -1) : filled).join(between);
}
