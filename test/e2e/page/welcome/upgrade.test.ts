import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

describe.skipIf(!hasChromium)('the upgrade of a workspace', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('says how far it is and that it may be left, and gives way to the work', async () => {
    const page = await pages.open();
    const upgrade = (progress: object | null) =>
      page.evaluate(
        (told) => (window as unknown as { page: { upgrade(it: unknown): void } }).page.upgrade(told),
        progress,
      );
    await upgrade({ part: 'check', done: 2, total: 8, bytes: 5_800_000_000, share: null });
    const card = page.locator('.welcome-card');
    expect(await seen(card)).toMatch(
      /正在升级工作区的数据[\s\S]*第 3\/8 步：\s*核对备份[\s\S]*数据 5800 MB · 已用/,
    );
    await expect.poll(() => seen(card)).toContain('可以去做别的，也可以最小化窗口');
    expect(await card.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    await upgrade({ part: 'check', done: 2, total: 8, bytes: 5_800_000_000, share: 0.5 });
    await expect.poll(() => seen(card)).toContain('核对备份 50%');
    expect(await card.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('31');
    await upgrade({ part: 'change', done: 7, total: 8, bytes: 5_800_000_000, share: null });
    await expect.poll(() => seen(card)).toContain('第 8/8 步：更新数据');
    await upgrade(null);
    await page.locator('.today-columns').waitFor();
    expect(pages.complaints).toEqual([]);
  });
});
