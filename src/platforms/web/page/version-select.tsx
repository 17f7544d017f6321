import type { CollectionHelp } from '../../../core/reply.ts';

interface SelectProps {
  readonly collections: readonly CollectionHelp[];
  /** Empty for the default. */
  readonly version: string;
  readonly onChoose: (version: string) => void;
}

/** Chooses the version of the docs that is asked; nothing where there are not two. */
export function VersionSelect({ collections, version, onChoose }: SelectProps) {
  const versions = [...new Set(collections.flatMap((collection) => collection.versions))];
  // An address may name one that there is no more; the server says so.
  const known = version === '' || versions.includes(version) ? versions : [...versions, version];
  if (versions.length < 2) return;
  const defaults = new Set(collections.flatMap((collection) => collection.versions.slice(0, 1)));
  const [only] = defaults;
  return (
    <select
      className="versions"
      aria-label="Version of the docs"
      value={version === only && defaults.size === 1 ? '' : version}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{defaults.size === 1 ? only : 'Default'}</option>
      {known
        .filter((one) => defaults.size > 1 || one !== only)
        .map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
    </select>
  );
}
