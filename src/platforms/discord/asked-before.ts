import type { QuestionLog } from '../../core/store.ts';
import type { Log } from '../../log.ts';
import { within } from '../within.ts';
import type { ButtonState } from './render/buttons.ts';

/** What a button cannot hold of its question. */
export interface EarlierQuestion {
  readonly text: string;
  /** Names of the collections that were asked for; empty for all. */
  readonly collections: readonly string[];
  /** The version that was asked for; empty for the default. */
  readonly version: string;
  /** The asker's language, as a BCP 47 tag; empty where it was not known, undefined where it is not remembered. */
  readonly locale: string | undefined;
}

/** Questions that are remembered in memory; most buttons are pressed soon. */
const KEPT = 10_000;

/** How long the store may take, in milliseconds; Discord waits three seconds, also for what is done with the question. */
const PATIENCE = 1_000;

export interface AskedBeforeOptions {
  readonly questions: QuestionLog;
  readonly log: Log;
}

/** The questions that buttons refer to: in memory, and in the store after a restart and on other replicas. */
export class AskedBefore {
  readonly #recent = new Map<string, EarlierQuestion>();
  readonly #options: AskedBeforeOptions;

  constructor(options: AskedBeforeOptions) {
    this.#options = options;
  }

  remember(id: string, question: EarlierQuestion): void {
    this.#recent.set(id, question);
    if (this.#recent.size <= KEPT) return;
    const [oldest] = this.#recent.keys();
    if (oldest !== undefined) this.#recent.delete(oldest);
  }

  /** The version of a question in memory; empty where it is not there. */
  versionOf(id: string): string {
    return this.#recent.get(id)?.version ?? '';
  }

  /** The question of a button; undefined where nobody knows it, or the store does not answer in time. */
  async find({ id, version }: Pick<ButtonState, 'id' | 'version'>): Promise<EarlierQuestion | undefined> {
    const recent = this.#recent.get(id);
    if (recent !== undefined) return recent;
    const { questions, log } = this.#options;
    try {
      const stored = await within(PATIENCE, questions.find(id));
      return stored && { version, locale: undefined, ...stored };
    } catch (error) {
      log.warn({ err: error }, 'the store does not say what a button is about');
      return undefined;
    }
  }
}
