import type { Page } from 'playwright-core';

/** Presses a filter of the screen, behind “more” where it waits there. */
export async function openFilter(page: Page, name: string): Promise<void> {
  const chip = page.locator('.filter-chip', { hasText: name });
  const more = page.locator('.filter-more');
  await chip.or(more).first().waitFor();
  if (!(await chip.isVisible())) await more.click();
  await chip.click();
}
