import type { Page } from 'playwright-core';
import { scan } from '../page/scan/scan.ts';

/** What is done to a page before its picture is taken. */
export type Act = (page: Page) => Promise<unknown>;
export interface State {
  readonly name: string;
  readonly query?: string;
  readonly act?: Act;
}
export const press =
  (key: string): Act =>
  (page) =>
    page.keyboard.press(key);
export const place = (digit: number): Act => press(`Alt+${digit}`);
/** At the bench, one code after the other. */
export const bench =
  (...codes: readonly string[]): Act =>
  async (page) => {
    await page.keyboard.press('Alt+6');
    await page.locator('.bench').waitFor();
    for (const code of codes) {
      await scan(page, code);
      await page.waitForTimeout(200);
    }
  };
export const type =
  (text: string): Act =>
  (page) =>
    page.keyboard.insertText(text);
export const clickNth =
  (selector: string, at: number): Act =>
  (page) =>
    page.locator(selector).nth(at).click();
export const click = (selector: string): Act => clickNth(selector, 0);
export const inTurn =
  (...acts: readonly Act[]): Act =>
  async (page) => {
    for (const act of acts) {
      await act(page);
      await page.waitForTimeout(300);
    }
  };

export const clickText =
  (words: RegExp): Act =>
  (page) =>
    page.getByRole('button', { name: words }).first().click();
export const seenAt =
  (selector: string): Act =>
  (page) =>
    page.locator(selector).first().waitFor();
/** A work screen with its rows. */
export const rowsAt = (digit: number): Act => inTurn(place(digit), seenAt('.table-body .row .cell'));
/** A workspace in which nothing has happened yet. */
export const nothing = 'fresh=1&orders=0';
