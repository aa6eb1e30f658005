import type { Page } from 'playwright-core';

/** A real file of the disk lands on an element: the page learns its path from the system, not from us. */
async function dropOn(page: Page, path: string, target: string): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'carrier-of-the-drop';
    input.hidden = true;
    document.body.append(input);
  });
  await page.locator('#carrier-of-the-drop').setInputFiles(path);
  // Held over it until the page says that it takes it: what was just drawn does not listen yet.
  await page.waitForFunction((selector) => {
    const input = document.getElementById('carrier-of-the-drop') as HTMLInputElement;
    const dataTransfer = new DataTransfer();
    for (const one of input.files ?? []) dataTransfer.items.add(one);
    const place = document.querySelector(selector);
    const isTaken = (kind: 'dragover' | 'drop'): boolean =>
      place?.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer })) === false;
    if (!isTaken('dragover') || !isTaken('drop')) return false;
    input.remove();
    return true;
  }, target);
}

/** On the drop zone of Import. */
export async function dropFile(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Alt+2');
  await page.locator('.import-files').waitFor();
  await dropOn(page, path, '.import-files');
}

/** On whatever screen is shown. */
export const dropAnywhere = (page: Page, path: string): Promise<void> => dropOn(page, path, '.shell-main');
