import type { PreviewName } from '../wire.ts';

/** The platforms whose view the page can show, as the server wrote them into the HTML. */
export function readPreviews(): readonly PreviewName[] {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="previews"]');
  try {
    return JSON.parse(meta?.content ?? '[]') as PreviewName[];
  } catch {
    // Vite's own server leaves the place unfilled.
    return [];
  }
}
