/** An id as it stands behind the `#` of an address; undefined for an empty one, which leads nowhere. */
export function encodeFragment(id: string): string | undefined {
  return id === '' ? undefined : encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
