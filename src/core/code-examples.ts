/** Examples of code that come with the docs, in groups. */
export interface CodeExamples {
  /** Names of the groups, sorted; empty where there are none. */
  groups(): Promise<readonly string[]>;
  /** Undefined where no group is called so; upper and lower case are one. */
  read(group: string): Promise<CodeExampleGroup | undefined>;
}

export interface CodeExampleGroup {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  readonly files: readonly CodeExample[];
}

export interface CodeExample {
  /** Relative to the folder of all groups, with `/`. */
  readonly path: string;
  /** Name of its language, as in a fence of Markdown; empty where it is not known. */
  readonly language: string;
  readonly text: string;
}
