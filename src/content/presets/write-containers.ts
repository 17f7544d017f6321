/** Lines that a generator shows as a box, tab or the like. */
export interface Container {
  /** Indices of the lines that open and close it, which hold nothing else. */
  readonly first: number;
  readonly last: number;
  /** White space in front of both. */
  readonly indent: string;
  readonly name: string;
  /** As text of one line; empty for none. */
  readonly label: string;
}

/** Writes containers that nest, in the order of their first lines, as `:::` directives: each has more colons than those in it. */
export function writeContainers(lines: string[], containers: readonly Container[]): void {
  const heights = heightsOf(containers);
  containers.forEach(({ first, last, indent, name, label }, index) => {
    const colons = ':'.repeat(2 + (heights[index] ?? 1));
    lines[first] = `${indent}${colons}${safeName(name)}${label === '' ? '' : `[${safeLabel(label)}]`}`;
    lines[last] = `${indent}${colons}`;
  });
}

/** How many containers nest in each, itself counted. */
function heightsOf(containers: readonly Container[]): number[] {
  const heights = containers.map(() => 1);
  const open: number[] = [];
  const close = (): void => {
    const inner = open.pop();
    const outer = open.at(-1);
    if (inner !== undefined && outer !== undefined)
      heights[outer] = Math.max(heights[outer] ?? 1, (heights[inner] ?? 1) + 1);
  };
  containers.forEach(({ first }, index) => {
    while (open.length > 0 && (containers[open.at(-1) ?? 0]?.last ?? 0) < first) close();
    open.push(index);
  });
  while (open.length > 0) close();
  return heights;
}

function safeName(name: string): string {
  const safe = name.replace(/[^\w-]+/gu, '-');
  return /^[A-Za-z]/u.test(safe) ? safe.replace(/[-_]+$/u, '') : 'box';
}

function safeLabel(label: string): string {
  return label.replace(/\s+/gu, ' ').replace(/[[\]\\]/gu, String.raw`\$&`);
}
