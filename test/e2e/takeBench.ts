import type { OpenWindow } from './launchWindow.ts';
import { scan } from './page/scan/scan.ts';

/** An order of the sample with two kinds of goods, and the first of them. */
const [order, goods] = ['3100000000000000006', 'TEA-250'] as const;

/** The packing bench with a parcel half checked, and what waits for couriers; the parcel is put back. */
export async function takeBench({ page }: OpenWindow, take: (name: string) => Promise<void>): Promise<void> {
  await page.keyboard.press('Alt+6');
  await page.locator('.bench-empty, .bench-idle').first().waitFor();
  await scan(page, order);
  await page.locator('.bench-sheet').waitFor();
  await scan(page, goods);
  await page.locator('.bench-line-done').first().waitFor();
  await take('bench');
  await scan(page, 'SHIPDESK-ABORT');
  await page.locator('.bench-sheet').waitFor({ state: 'detached' });
  await page.locator('.tabs button').nth(3).click();
  await take('handover');
}
