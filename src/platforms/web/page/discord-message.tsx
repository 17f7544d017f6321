import { Fragment, createElement } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { TEXT_DISPLAY, componentsOf } from './discord-facts.ts';
import type { Component } from './discord-facts.ts';
import { DiscordText } from './discord-text.tsx';
import type { Message } from './server.ts';
import './styles/discord.css';

/** The numbers of a button's style: https://docs.discord.com/developers/components/reference#button */
const BUTTON_STYLES: Readonly<Record<string, string>> = { 1: 'primary', 3: 'success', 4: 'danger' };

/**
 * Components V2 as Discord draws them, but for pictures, menus and sections, which are named only. Its buttons do nothing
 * here, and say so. No kept library draws containers and text displays.
 */
export function DiscordMessage({ message }: { message: Message }) {
  const { content } = message;
  return (
    <div className="discord-message">
      {typeof content === 'string' && content !== '' ? <TextDisplay text={content} /> : undefined}
      {childrenOf(message)}
    </div>
  );
}

/** The components as static children, so that they need no keys. */
function childrenOf(parent: Component): ReactNode {
  return createElement(Fragment, null, ...componentsOf(parent).map((one) => render(one)));
}

function render(component: Component): ReactNode {
  switch (component['type']) {
    case 1:
      return <div className="row">{childrenOf(component)}</div>;
    case 2:
      return <Button button={component} />;
    case TEXT_DISPLAY:
      return <TextDisplay text={String(component['content'] ?? '')} />;
    case 14:
      return <Separator separator={component} />;
    case 17:
      return (
        <div className="container" style={accent(component['accent_color'])}>
          {childrenOf(component)}
        </div>
      );
    default:
      return <p className="unknown">[component of type {String(component['type'])}]</p>;
  }
}

function TextDisplay({ text }: { text: string }) {
  return (
    <div className="text">
      <DiscordText text={text} />
    </div>
  );
}

function Separator({ separator }: { separator: Component }) {
  const size = separator['spacing'] === 2 ? 'large' : 'small';
  if (separator['divider'] === false) return <div className={`space ${size}`} />;
  return <hr className={size} />;
}

function Button({ button }: { button: Component }) {
  const style = BUTTON_STYLES[String(button['style'])] ?? 'secondary';
  const emoji = componentOf(button['emoji'])?.['name'];
  return (
    <button type="button" className={style} disabled title="Works in Discord only">
      {typeof emoji === 'string' ? <span>{emoji}</span> : undefined}
      {typeof button['label'] === 'string' ? <span>{button['label']}</span> : undefined}
    </button>
  );
}

function componentOf(value: unknown): Component | undefined {
  const [component] = componentsOf({ components: [value] });
  return component;
}

/** The colour of a container's edge, which Discord takes as a number. */
function accent(color: unknown): CSSProperties | undefined {
  if (typeof color !== 'number') return undefined;
  return { borderInlineStartColor: `#${color.toString(16).padStart(6, '0')}` };
}
