/** So many of some values, evenly over all of them, in their order, the first always among them; all where there are fewer. */
export function evenlySpread<T>(values: readonly T[], most: number): readonly T[] {
  if (values.length <= most) return values;
  return Array.from({ length: most }, (_, at) => values[Math.floor((at * values.length) / most)]).filter(
    (value) => value !== undefined,
  );
}
