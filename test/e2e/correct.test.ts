import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

describe('correcting in the real window', () => {
  let open: OpenWindow;
  beforeAll(async () => {
    open = await launchWindow();
  });
  afterAll(() => open.close());

  it('pastes an order, corrects it through a reload, accepts it and takes it back', async () => {
    const { page } = open;
    const region = page.getByRole('combobox', { name: '省市区' });
    await page.getByRole('button', { name: '进入练习' }).click();
    await page.locator('textarea').fill('张三 广东省深圳市南山区科苑路8号 苹果2箱');
    await page.getByRole('button', { name: '识别' }).click();
    await page.locator('.paste-person').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/已生成 1 单/).waitFor();
    await page.keyboard.press('Alt+3');
    await page.locator('.correction').waitFor();
    await page.getByLabel('电话').first().fill('13800138000');
    await region.focus();
    await page.keyboard.type('hzyh');
    await page.locator('.region-option').first().waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => region.inputValue()).toBe('浙江省 杭州市 余杭区');
    // Leaving the screen hands what was typed to the core at once.
    await page.keyboard.press('Alt+1');
    await page.locator('.today-next').waitFor();
    await page.reload();
    await page.locator('.today-next').waitFor();
    await page.keyboard.press('Alt+3');
    await page.locator('.correction').waitFor();
    await expect.poll(() => region.inputValue()).toBe('浙江省 杭州市 余杭区');
    await page.keyboard.press('Enter');
    await page.getByText('所有地址都已确认').waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('.correction').waitFor();
    await expect.poll(() => region.inputValue()).toContain('深圳市');
  });
});
