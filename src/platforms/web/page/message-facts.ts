/** What can be said of a message beside drawing it. */
export interface MessageFacts {
  /** How much of what the platform allows is used, such as `7 of 50 blocks`. */
  readonly sizes: readonly string[];
  /** Where else the message can be looked at; undefined where it cannot. */
  readonly tool: { readonly title: string; readonly url: string } | undefined;
}
