/** Where in lists and quotes a node stands. */
export interface Place {
  /** How many lists it is in. */
  readonly indent: number;
  /** Discord has quotes of one level only. */
  readonly quoted: boolean;
  readonly depth: number;
  /** Whether the next text follows the one before without an empty line. */
  readonly joins: boolean;
}
