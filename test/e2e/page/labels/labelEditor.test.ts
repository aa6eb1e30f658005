import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

async function openEditor(pages: Pages): Promise<Page> {
  const page = await pages.open();
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav').getByText('面单模板').click();
  await page.getByRole('button', { name: '新建模板' }).first().click();
  await page.locator('.label-stage').waitFor();
  return page;
}

const place = async (page: Page): Promise<number[]> =>
  Promise.all(
    ['左（毫米）', '上（毫米）', '宽（毫米）', '高（毫米）'].map(async (name) =>
      Number(await page.getByLabel(name, { exact: true }).inputValue()),
    ),
  );

async function addByKey(page: Page, key: string): Promise<void> {
  const before = await page.locator('.stage-element').count();
  await page.locator('.label-editor .editor-head .small').first().click();
  await page.keyboard.press(key);
  await expect.poll(() => page.locator('.stage-element').count()).toBe(before + 1);
}

/** From the middle of the chosen element, in small steps as a hand does. */
async function drag(page: Page, byX: number, byY: number): Promise<void> {
  const box = await page.locator('.stage-selected').boundingBox();
  if (box === null) throw new Error('nothing is chosen');
  const [x, y] = [box.x + box.width / 2 + 10, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 10; step += 1)
    await page.mouse.move(x + (byX * step) / 10, y + (byY * step) / 10);
  await page.mouse.up();
}

describe.skipIf(!hasChromium)('the editor of the merchant area', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('an element is added by key, moved by arrows, and taken back step by step', async () => {
    const page = await openEditor(pages);
    await addByKey(page, 't');
    expect(await place(page)).toEqual([2, 2, 30, 4]);
    await page.locator('.stage-selected .stage-body').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => place(page)).toEqual([2.5, 2.1, 30, 4]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => place(page)).toEqual([2, 2, 30, 4]);
    await page.keyboard.press('Control+y');
    await expect.poll(() => place(page)).toEqual([2.5, 2.1, 30, 4]);
    await page.keyboard.press('Delete');
    await expect.poll(() => page.locator('.stage-element').count()).toBe(0);
  });

  test('dragging shows lines and snaps to an edge; the core is asked once, when the hand lets go', async () => {
    const page = await openEditor(pages);
    await addByKey(page, 'b');
    await addByKey(page, 'd');
    const [left, top] = await place(page);
    const box = await page.locator('.stage-selected').boundingBox();
    if (box === null) throw new Error('nothing is chosen');
    const pxPerMm = box.width / 15;
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    // 2 mm to the left is where the box begins; half a millimetre short of it is near enough.
    await page.mouse.move(box.x + 20 - 1.6 * pxPerMm, box.y + 20 + 40);
    await page.locator('.snap-x').first().waitFor();
    await expect.poll(() => page.locator('.stage-dragged').count()).toBe(1);
    await page.mouse.up();
    const [after, down] = await place(page);
    expect(left).toBe(4);
    expect(after).toBe(2);
    expect(down).toBeGreaterThan(top ?? 0);
    expect(await page.locator('.snap-line').count()).toBe(0);
  });

  test('a corner resizes, and nothing leaves the area however far it is pulled', async () => {
    const page = await openEditor(pages);
    await addByKey(page, 'b');
    await drag(page, 3_000, 2_000);
    const [left = 0, , width = 0] = await place(page);
    const stage = await page.locator('.label-stage').boundingBox();
    const element = await page.locator('.stage-selected').boundingBox();
    expect(left + width).toBeCloseTo(72.5, 1);
    expect((element?.x ?? 0) + (element?.width ?? 0)).toBeLessThanOrEqual(
      (stage?.x ?? 0) + (stage?.width ?? 0) + 1,
    );
  });

  test('what is not saved waits when the screen is left, and saving makes a version', async () => {
    const page = await openEditor(pages);
    await addByKey(page, 't');
    await page.getByLabel('文字内容').fill('双十一快乐');
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav').getByText('面单模板').click();
    await page.getByRole('button', { name: '继续编辑' }).click();
    await page.locator('.element-row', { hasText: '双十一快乐' }).waitFor();
    await page.getByPlaceholder('模板名称').fill('大促');
    await page.keyboard.press('Control+s');
    await page.locator('.editor-head', { hasText: '第 1 版' }).waitFor();
    await page.getByRole('button', { name: '返回模板列表' }).click();
    await expect.poll(() => seen(page.locator('.settings-row', { hasText: '大促' }))).toContain('第 1 版');
  });

  test('an older version stands beside the newest and comes back as a new one', async () => {
    const page = await openEditor(pages);
    await addByKey(page, 't');
    await page.getByPlaceholder('模板名称').fill('版本');
    await page.keyboard.press('Control+s');
    await page.locator('.editor-head', { hasText: '第 1 版' }).waitFor();
    await addByKey(page, 'd');
    await page.keyboard.press('Control+s');
    await page.locator('.editor-head', { hasText: '第 2 版' }).waitFor();
    await page.getByRole('button', { name: '历史版本' }).click();
    await expect.poll(() => page.locator('.version-picture').count()).toBe(2);
    await page.getByRole('button', { name: '恢复第 1 版' }).click();
    await page.locator('.editor-head', { hasText: '第 3 版' }).waitFor();
    await expect.poll(() => page.locator('.stage-element').count()).toBe(1);
    expect(pages.complaints).toEqual([]);
  });

  test('a picture that is no longer wanted is deleted after one question', async () => {
    const page = await openEditor(pages);
    await addByKey(page, 'g');
    const side = page.locator('.editor-side');
    await side.getByRole('button', { name: '添加图片' }).click();
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 20, height: 20 } });
    await page
      .locator('.dialog input[type=file]')
      .setInputFiles({ name: '店标.png', mimeType: 'image/png', buffer: picture });
    await page.getByLabel('名称').last().fill('店标');
    await page.locator('.dialog .button-primary').click();
    await side.getByRole('button', { name: '删除图片“店标”' }).click();
    await page.locator('.dialog .button-danger').click();
    await side.getByRole('button', { name: '删除图片“店标”' }).waitFor({ state: 'detached' });
  });
});
