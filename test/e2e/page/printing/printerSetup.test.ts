import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { isInSight, seen } from '../seen.ts';

/** Pictures are kept where this says, for looking at by hand. */
const shots = process.env.SHIPDESK_SHOTS;

/** A screen of 1366×768 at 125 %. */
const scaled = { width: 1093, height: 614 };

async function openPrinters(pages: Pages, query = ''): Promise<Page> {
  const page = await pages.open(query);
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav').getByText('打印机', { exact: true }).click();
  await page.getByRole('button', { name: '添加打印机' }).first().waitFor();
  return page;
}

/** Chooses a size of a line as a hand does it: typed, then Enter. */
async function choose(page: Page, line: Locator, size: string): Promise<void> {
  await line.getByRole('combobox', { name: '面单尺寸' }).fill(size);
  await page.keyboard.press('Enter');
}

describe.skipIf(!hasChromium)('setting up a printer', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('a printer goes only after a question: its paper and calibration go with it, and nothing brings them back', async () => {
    const page = await openPrinters(pages);
    const trash = page.getByRole('button', { name: '删除“打包台 1”' });
    await trash.click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByText('再添加时要重新调整').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => trash.count()).toBe(1);
    await trash.click();
    await dialog.locator('.button-danger').click();
    await page.locator('.toast', { hasText: '已删除' }).waitFor();
    expect(await page.locator('.toast').getByRole('button', { name: '恢复' }).count()).toBe(0);
    await trash.waitFor({ state: 'detached' });
  });

  test('takes four steps from a found queue to a printed label', async () => {
    const page = await openPrinters(pages, 'fresh=1');
    await page.getByRole('button', { name: '添加打印机' }).first().click();
    await expect.poll(() => page.getByRole('button', { name: '下一步' }).isDisabled()).toBe(true);
    await page.getByText('这台电脑上不能用串口方式连接打印机，没有查找。').waitFor();
    await page.getByRole('button', { name: /GP-1324D/ }).click();
    await page.keyboard.press('Enter');
    await page.getByLabel('名称').fill('打包台 3');
    await page.getByText('100 × 150 毫米').click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '打印测试面单' }).click();
    await page.getByText('看一眼出来的纸').waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '打标尺' }).click();
    await page.getByLabel('左边读数（毫米）').fill('1.5');
    await page.getByLabel('上边读数（毫米）').fill('-0.5');
    await page.getByRole('button', { name: '按读数校准' }).click();
    await page.locator('.toast', { hasText: '左右 1.5 毫米，上下 -0.5 毫米' }).waitFor();
    await page.getByRole('button', { name: '完成' }).click();
    const line = page.locator('.settings-row', { hasText: '打包台 3' });
    await expect.poll(() => seen(line)).toContain('系统队列 Gprinter GP-1324D · 100 × 150 毫米');
  });

  test('Enter prints the sample first, and leads on once it was printed', async () => {
    const page = await openPrinters(pages, 'fresh=1');
    await page.getByRole('button', { name: '添加打印机' }).first().click();
    await page.getByRole('button', { name: /GP-1324D/ }).click();
    await page.locator('h2').click();
    await page.keyboard.press('Enter');
    const step = (name: string) => page.locator('.setup-step[aria-current]', { hasText: name }).waitFor();
    await step('语言和纸张');
    await page.keyboard.press('Enter');
    await step('试打一张');
    await page.keyboard.press('Enter');
    await page.getByText('看一眼出来的纸').waitFor();
    await step('试打一张');
    await page.keyboard.press('Enter');
    await step('校准');
    await page.keyboard.press('Enter');
    await page.locator('.settings-row', { hasText: 'Gprinter GP-1324D' }).first().waitFor();
  });

  test('on a screen of 125 % what leads on is in sight at each step, without scrolling', async () => {
    const page = await pages.open('language=en');
    await page.setViewportSize(scaled);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav').getByText('Printers', { exact: true }).click();
    await page.getByRole('button', { name: 'Add printer' }).first().click();
    await page.getByRole('button', { name: /GP-1324D/ }).click();
    for (const step of ['Connection', 'Language and paper', 'Test label']) {
      await page.locator('.setup-step[aria-current]', { hasText: step }).waitFor();
      const next = page.getByRole('button', { name: 'Next' });
      expect(await isInSight(next), step).toBe(true);
      await next.click();
    }
    await page.locator('.setup-step[aria-current]', { hasText: 'Calibrate' }).waitFor();
    expect(await isInSight(page.getByRole('button', { name: 'Finish' }))).toBe(true);
  });

  test('an address nobody answers at is said before anything is saved; one that answers teaches its language', async () => {
    const page = await openPrinters(pages);
    await page.getByRole('button', { name: '添加打印机' }).click();
    const host = page.getByLabel('地址', { exact: true });
    await host.fill('203.0.113.9');
    await page.getByRole('button', { name: '问一下' }).click();
    await page.locator('.notice-failed').waitFor();
    await host.fill('192.168.1.77');
    await page.getByRole('button', { name: '问一下' }).click();
    await page.locator('.notice-done', { hasText: '就绪' }).waitFor();
  });

  test('an office printer is proposed PDF on A4, and the label printer chosen after it its own language', async () => {
    const page = await openPrinters(pages);
    await page.getByRole('button', { name: '添加打印机' }).click();
    await page.getByRole('button', { name: /HP LaserJet/ }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.locator('.setup-step[aria-current]', { hasText: '语言和纸张' }).waitFor();
    await expect.poll(() => page.getByRole('radio', { name: 'PDF' }).isChecked()).toBe(true);
    await page.getByText('办公打印机').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Gprinter/ }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.locator('.setup-step[aria-current]', { hasText: '语言和纸张' }).waitFor();
    await expect.poll(() => page.getByRole('radio', { name: 'TSPL' }).isChecked()).toBe(true);
  });

  test('Esc goes back a step and then out, and nothing was added', async () => {
    const page = await openPrinters(pages);
    await page.getByRole('button', { name: '添加打印机' }).click();
    await page.getByRole('button', { name: /虚拟打印机/ }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.locator('.setup-step[aria-current]', { hasText: '语言和纸张' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.setup-step[aria-current]', { hasText: '连接方式' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.panel > .plain-list > .settings-row').count()).toBe(2);
  });

  test('rules choose a printer in their order, and survive leaving the screen', async () => {
    const page = await openPrinters(pages);
    await page.getByRole('button', { name: '添加规则' }).click();
    const rule = page.locator('.route-line').first();
    await rule.getByLabel('店铺').fill('山野小铺旗舰店');
    await page.waitForTimeout(700);
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav').getByText('打印机', { exact: true }).click();
    await expect
      .poll(() => page.locator('.route-line').first().getByLabel('店铺').inputValue())
      .toBe('山野小铺旗舰店');
  });

  test('a rule names a size and says when its printer holds other paper; a carrier has its paper', async () => {
    const page = await openPrinters(pages);
    await page.getByRole('button', { name: '添加规则' }).click();
    const rule = page.locator('.route-line').first();
    await choose(page, rule, '100 × 150 毫米');
    await rule.locator('.route-note', { hasText: '这条规则会被跳过' }).waitFor();
    await choose(page, rule, '76 × 130 毫米');
    await expect.poll(() => rule.locator('.route-note').count()).toBe(0);
    await page.getByRole('button', { name: '添加快递公司' }).click();
    const paper = page.locator('.carrier-paper-line').first();
    await choose(page, paper, '100 × 180 毫米');
    if (shots !== undefined) await page.screenshot({ path: `${shots}/paper.png`, fullPage: true });
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav').getByText('打印机', { exact: true }).click();
    await page.locator('.carrier-paper-line', { hasText: '100 × 180 毫米' }).waitFor();
  });

  test('a workspace without a printer has the virtual one with one press, and is set up', async () => {
    const page = await openPrinters(pages, 'fresh=1');
    await page.getByRole('button', { name: '先用虚拟打印机' }).click();
    const line = page.locator('.settings-row', { hasText: '虚拟打印机' });
    await expect.poll(() => seen(line)).toContain('76 × 130 毫米');
  });

  test('a printer is adjusted: darkness, backup and paper are kept', async () => {
    const page = await openPrinters(pages);
    await page
      .locator('.settings-row', { hasText: '打包台 1' })
      .getByRole('button', { name: '调整' })
      .click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel('向右移（毫米）').fill('2.5');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.locator('.toast', { hasText: '设置已保存' }).waitFor();
    await page
      .locator('.settings-row', { hasText: '打包台 1' })
      .getByRole('button', { name: '调整' })
      .click();
    await expect.poll(() => dialog.getByLabel('向右移（毫米）').inputValue()).toBe('2.5');
    expect(pages.complaints).toEqual([]);
  });
});
