/** What a parser makes of a text; undefined where the text nests deeper than the stack, as nobody writes. */
export function withinStack<Result>(make: () => Result): Result | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
