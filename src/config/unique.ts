import { z } from 'zod';

export interface UniqueKey {
  /** Where the list stands in the config, such as `slack.channels`. */
  readonly list: string;
  /** The key whose texts must differ. */
  readonly key: string;
  readonly remedy: string;
}

/** A check of a list: no two of its maps have the same text at a key. It runs whatever else is wrong, so an item may be anything. */
export function reportRepeated({ list, key, remedy }: UniqueKey) {
  return (items: readonly unknown[], context: z.RefinementCtx): void => {
    const texts = items.map((item) => z.object({ [key]: z.string() }).safeParse(item).data?.[key]);
    for (const [number, text] of texts.entries()) {
      const first = texts.indexOf(text);
      if (text === undefined || first === number) continue;
      const message = `is ${JSON.stringify(text)}, as ${list}[${first}].${key} is`;
      context.addIssue({ code: 'custom', path: [number, key], message, params: { remedy } });
    }
  };
}
