import type { ButtonState } from '../../../../src/platforms/discord/render/buttons.ts';
import type { Showing } from '../../../../src/platforms/discord/render/message.ts';
import { ENGLISH } from '../../../../src/platforms/words/english.ts';

/** How ana, who asked in private, is shown a reply. */
export function showing({ state, ...fields }: ShowingFields = {}): Showing {
  return {
    audience: 'private',
    command: '/docs',
    words: ENGLISH,
    voted: false,
    sharedBy: '',
    addressee: '',
    ...fields,
    state: { id: 'q1', section: '', offset: 0, asker: '80351110224678912', version: '', ...state },
  };
}

interface ShowingFields extends Partial<Omit<Showing, 'state'>> {
  readonly state?: Partial<ButtonState>;
}
