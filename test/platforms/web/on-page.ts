import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

export const view = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
export const drawn = (page: Page) => page.locator('.message');
export const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const json = (page: Page) => page.getByLabel('JSON of the message');

/** Asks in the field, and waits until the question stands in the conversation. */
export async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Your question' }).fill(question);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: question, level: 2, exact: true }).last().waitFor();
}

/** Does what makes the page say something, and waits until it was said, though it may be said no more when we look. */
export async function hears(page: Page, words: string, act: () => Promise<void>): Promise<void> {
  const isSaid = `[...document.querySelectorAll('output, button')].some((one) => one.textContent.startsWith('${words}'))`;
  const said = `new Promise((resolve) => {
    const look = () => (${isSaid} ? resolve() : requestAnimationFrame(look));
    look();
  })`;
  await Promise.all([page.evaluate(said), act()]);
}

/** What assistive technology gets of the controls and landmarks, a line each, such as `- button "Send"`. */
export async function controlsOf(page: Page): Promise<string[]> {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n').map((line) => line.trim());
  return lines.filter((line) => /^- (button|link|radio|group|region|heading)\b/u.test(line));
}

/** Every text that can be seen, with its contrast. */
export async function textsOf(page: Page): Promise<{ text: string; ratio: number }[]> {
  return page.evaluate(await readFile(new URL('contrast.js', import.meta.url), 'utf8'));
}

/** Whether the page is as wide as the window, and the code as its message. */
export async function isWithin(page: Page, width: number): Promise<boolean> {
  const frame = await drawn(page).boundingBox();
  const code = await drawn(page).locator('pre').boundingBox();
  if (frame === null || code === null) return false;
  const scrolled = await page.evaluate('document.documentElement.scrollWidth');
  return scrolled === width && code.x + code.width < frame.x + frame.width;
}
