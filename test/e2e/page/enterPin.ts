import type { Page } from 'playwright-core';

export async function enterPin(page: Page, digits: string): Promise<void> {
  await page.keyboard.type(digits);
  await page.keyboard.press('Enter');
}
