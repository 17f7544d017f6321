/**
 * The language of docs that fits a wanted one best: the same tag, else the same language in another region or script (`pt` and
 * `pt-BR`), else the first, which is the default.
 */
export function chosenLocale(wanted: string, [byDefault = '', ...others]: readonly string[]): string {
  const all = [byDefault, ...others];
  const tag = wanted.toLowerCase();
  const language = primary(tag);
  return (
    all.find((one) => one.toLowerCase() === tag) ??
    all.find((one) => language !== '' && primary(one.toLowerCase()) === language) ??
    byDefault
  );
}

function primary(tag: string): string {
  return tag.split(/[-_]/u, 1)[0] ?? '';
}
