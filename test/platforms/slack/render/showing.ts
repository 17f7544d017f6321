import type { ButtonState } from '../../../../src/platforms/slack/render/buttons.ts';
import type { Showing } from '../../../../src/platforms/slack/render/message.ts';

/** How ana, who asked in private, is shown a reply. */
export function showing({ state, ...fields }: ShowingFields = {}): Showing {
  return {
    audience: 'private',
    command: '/docs',
    voted: false,
    ...fields,
    state: {
      id: 'q1',
      section: '',
      offset: 0,
      asker: 'U1',
      thread: '',
      sharedBy: '',
      collections: [],
      version: '',
      question: 'What has stripes?',
      ...state,
    },
  };
}

interface ShowingFields extends Partial<Omit<Showing, 'state'>> {
  readonly state?: Partial<ButtonState>;
}
