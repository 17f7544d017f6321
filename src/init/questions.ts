/** Asks a person; undefined is what somebody gives who ends it. */
export interface Questions {
  choose(message: string, options: readonly string[]): Promise<number | undefined>;
  /** `wrong` says what is wrong with an answer. */
  write(
    message: string,
    likely: string,
    wrong: (text: string) => string | undefined,
  ): Promise<string | undefined>;
  /** `likely` is what counts where somebody only presses Enter. */
  confirm(message: string, likely: boolean): Promise<boolean | undefined>;
}
