import type { Page } from 'playwright-core';

/** As a gun types: 4 ms a key by the clock of the keyboard, whatever the page is busy with. */
export async function scan(page: Page, code: string): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  const begin = Date.now() / 1000;
  const strokes = [...code].map((character) => ({ key: character, text: character }));
  await Promise.all(
    [...strokes, { key: 'Enter', text: '\r' }].flatMap(({ key, text }, index) => {
      const timestamp = begin + index * 0.004;
      return [
        keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, timestamp }),
        keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp: timestamp + 0.001 }),
      ];
    }),
  );
}
