import type { Page } from 'playwright-core';

/** As a hand types: slower than a gun. */
export async function typeByHand(page: Page, keys: string): Promise<void> {
  for (const key of keys) {
    await page.waitForTimeout(100);
    await page.keyboard.press(key);
  }
}

export async function enterPin(page: Page, digits: string): Promise<void> {
  await typeByHand(page, digits);
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
}
