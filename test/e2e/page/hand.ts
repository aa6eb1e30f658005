import type { Page } from 'playwright-core';

/** Longer than two keys of a gun lie apart (`maxGapMs`): keys of a hand are never taken for a scan. */
const handGapMs = 100;

/** Until when the hand at each page is busy with its last key. */
const busyUntil = new WeakMap<Page, number>();

/** The keys struck last bear stamps up to this moment, which may lie ahead of the clock. */
export function noteStruck(page: Page, atMs: number): void {
  busyUntil.set(page, Math.max(atMs, Date.now()) + handGapMs);
}

/** Until the hand may strike its next key. */
export async function handFree(page: Page): Promise<void> {
  const waitMs = (busyUntil.get(page) ?? 0) - Date.now();
  if (waitMs > 0) await page.waitForTimeout(waitMs);
}

const isSign = (key: string): boolean => /^(Shift\+)?(.|Space)$/.test(key);

/**
 * Has a hand press the keys of `page.keyboard`. A driver presses two within a millisecond on a quick machine, and the page would take the
 * second for a gun's; so each waits until the sign before it is a hand's gap ago, counted from when the browser had it.
 */
export function byHand(page: Page): Page {
  const { keyboard } = page;
  const [press, type] = [keyboard.press.bind(keyboard), keyboard.type.bind(keyboard)];
  keyboard.press = async (key, options) => {
    await handFree(page);
    await press(key, options);
    if (isSign(key)) noteStruck(page, Date.now());
  };
  keyboard.type = async (text) => {
    for (const sign of text)
      if (/^[!-~]$/.test(sign)) await keyboard.press(sign);
      else await type(sign);
  };
  return page;
}
