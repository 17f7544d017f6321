/** Where in lists and quotes a node stands. */
export interface Place {
  /** How many lists it is in. */
  readonly indent: number;
  readonly quoted: boolean;
  readonly depth: number;
}
