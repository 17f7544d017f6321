/** Says what was done: where the page may not write the clipboard, the text is selected in its element instead. */
export async function copyText(text: string, element: HTMLElement | null): Promise<'Copied' | 'Selected'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied';
  } catch {
    if (element !== null) getSelection()?.selectAllChildren(element);
    return 'Selected';
  }
}
