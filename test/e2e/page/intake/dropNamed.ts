import type { Page } from 'playwright-core';

/** Drops files of these names on the screen, as the system would; the double knows them by name. */
export async function dropFiles(page: Page, names: readonly string[]): Promise<void> {
  await page.keyboard.press('Alt+2');
  await page.locator('.import-files').waitFor();
  await page.evaluate((given) => {
    const data = new DataTransfer();
    for (const name of given) data.items.add(new File(['x'], name));
    const zone = document.querySelector('.import-files');
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
    zone?.dispatchEvent(drop);
  }, names);
}

/** Drops files on whatever is shown, as the system would: held over it until the page says that it takes them. */
export async function dropAnywhere(page: Page, names: readonly string[]): Promise<void> {
  await page.waitForFunction((given) => {
    const dataTransfer = new DataTransfer();
    for (const name of given) dataTransfer.items.add(new File(['x'], name));
    const place = document.querySelector('.shell-main');
    const isTaken = (kind: 'dragover' | 'drop'): boolean =>
      place?.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer })) === false;
    // What was just drawn does not listen yet.
    return isTaken('dragover') && isTaken('drop');
  }, names);
}
