import { useEffect, useMemo, useRef, useState } from 'react';
import type { CollectionHelp } from '../../../core/reply.ts';
import type { Suggestion } from '../wire.ts';
import { Composer } from './composer.tsx';
import { readTyped, versionOf, wordsOf } from './conversation.ts';
import { DefaultVersions } from './default-versions.ts';
import { readAddress } from './address.ts';
import { readPreviews } from './previews.ts';
import { TurnView } from './turn-view.tsx';
import { useCollections } from './use-collections.ts';
import { useConversation } from './use-conversation.ts';
import { useView } from './use-view.ts';
import type { View } from './use-view.ts';
import { VersionSelect } from './version-select.tsx';
import { ViewSwitch } from './view-switch.tsx';

const PREVIEWS = readPreviews();

/** The chat: what was said so far, and the field to ask below it. */
export function App({ title }: { title: string }) {
  const { turns, say, retry } = useConversation(title);
  const view = useView(PREVIEWS);
  const input = useSlashToFocus();
  const collections = useCollections(turns.filter(({ response }) => response !== undefined).length);
  const defaults = useMemo(() => defaultsOf(collections), [collections]);
  const [version, setVersion] = useState(() => versionOf(readAddress()));
  const asked = turns.map((turn) => wordsOf(turn.asked)).filter((words) => words !== '');

  const ask = (text: string): void => {
    const last = turns.at(-1);
    const asked = readTyped(text, version, last);
    if (asked.kind !== 'help' || last?.asked.kind !== 'help') say(asked);
    makeRoom(input.current);
  };
  const pick = ({ id, heading }: Suggestion): void => {
    say({ kind: 'section', id, title: heading });
    makeRoom(input.current);
  };

  return (
    <DefaultVersions value={defaults}>
      <Header title={title} view={view} onHelp={() => ask('')} />
      <main>
        <div className="conversation" role="log" aria-live="polite" aria-label="Conversation">
          {turns.map((turn) => (
            <TurnView
              key={turn.id}
              turn={turn}
              preview={view.shown}
              onAsk={ask}
              onRetry={() => retry(turn)}
            />
          ))}
        </div>
      </main>
      <Composer
        input={input}
        asked={asked}
        version={version}
        versions={<VersionSelect collections={collections} version={version} onChoose={setVersion} />}
        onAsk={ask}
        onPick={pick}
      />
    </DefaultVersions>
  );
}

function defaultsOf(collections: readonly CollectionHelp[]): ReadonlyMap<string, string> {
  return new Map(collections.map(({ name, versions: [first = ''] }) => [name, first]));
}

/** Ready for the next question; but a phone's keyboard would hide the reply. */
function makeRoom(input: HTMLInputElement | null): void {
  if (matchMedia('(hover: hover)').matches) input?.focus();
  else input?.blur();
}

interface HeaderProps {
  readonly title: string;
  readonly view: View;
  readonly onHelp: () => void;
}

function Header({ title, view, onHelp }: HeaderProps) {
  return (
    <header className="bar">
      <div className="bar-inner">
        <img src="./favicon.svg" alt="" width="22" height="22" />
        <h1>{title}</h1>
        <ViewSwitch previews={PREVIEWS} view={view} />
        <button type="button" className="quiet" onClick={onHelp}>
          How to ask
        </button>
      </div>
    </header>
  );
}

/** Focuses the field at first, and whenever `/` is pressed outside of a field. */
function useSlashToFocus() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const inField = event.target instanceof HTMLInputElement && event.target.type === 'text';
      if (event.key !== '/' || inField || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    input.current?.focus({ preventScroll: true });
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return input;
}
