import type { PreviewName } from '../wire.ts';
import type { View } from './use-view.ts';

interface SwitchProps {
  readonly previews: readonly PreviewName[];
  readonly view: View;
}

const PLAIN: PreviewName = { name: '', title: 'Plain' };

/** Chooses whether replies are shown as this page does, or as a platform would. */
export function ViewSwitch({ previews, view: { shown, choose } }: SwitchProps) {
  if (previews.length === 0) return;
  return (
    <fieldset className="views">
      <legend>Show replies as</legend>
      {[PLAIN, ...previews].map(({ name, title }) => (
        <label key={name}>
          <input
            type="radio"
            name="view"
            value={name}
            checked={name === (shown?.name ?? '')}
            onChange={() => choose(name)}
          />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
