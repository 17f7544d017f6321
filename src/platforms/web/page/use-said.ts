import { useRef, useState } from 'react';

/** How long it is said what was done, in milliseconds. */
const SAID = 2_000;

export interface Said {
  /** What was done last; empty before, and a while after. */
  readonly said: string;
  readonly say: (what: string) => void;
}

/** Says for a while what was done; what is said anew has its own while. */
export function useSaid(): Said {
  const [said, setSaid] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = (what: string): void => {
    clearTimeout(timer.current);
    setSaid(what);
    timer.current = setTimeout(() => setSaid(''), SAID);
  };
  return { said, say };
}
