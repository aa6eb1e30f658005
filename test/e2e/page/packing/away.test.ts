import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';

describe.skipIf(!hasChromium)('the packing bench whose server', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function open(query: string) {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+6');
    await page.locator('.bench-words h2').waitFor();
    return page;
  }

  test('is away says since when, as of when it knows its orders, and what is still to come into the book', async () => {
    const page = await open('server=away');
    const notice = page.locator('.packing > .notice');
    await notice.getByText(/服务器离线（.*起），本台用已存的订单继续干活/).waitFor();
    await page.locator('.status-bar').getByText('服务器离线').waitFor();
    await notice
      .getByText(/订单内容截至.*还有 3 张面单接着打。7 次操作存在本台，服务器恢复后自动入账。/)
      .waitFor();
  });

  test('is away shows on Ship what is kept here, and since when', async () => {
    const page = await open('server=away');
    await page.keyboard.press('Alt+4');
    await page
      .locator('.screen > .notice')
      .getByText(/服务器离线（.*起）/)
      .waitFor();
  });

  test('is away shows on Import what was read and waits for it', async () => {
    const page = await open('server=away');
    await page.keyboard.press('Alt+2');
    const waiting = page.getByRole('region', { name: '等服务器' });
    await waiting
      .getByRole('row', { name: /订单 11-25\.xlsx/ })
      .getByText('1,200')
      .waitFor();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '订单号\t收货人\n1\t林\n');
      document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData }));
    });
    await page.getByRole('button', { name: /开始导入/ }).click();
    await page.getByText(/粘贴的表格 已读好，等服务器/).waitFor();
  });

  test('is away says on Correct and at auto import why they wait', async () => {
    const page = await open('server=away');
    await page.keyboard.press('Alt+3');
    await page.getByText(/服务器离线（.*起）：这里显示的是离线前的内容，恢复后才能继续校正/).waitFor();
    const settings = await pages.open('server=away&language=en');
    await settings.keyboard.press('Alt+9');
    await settings.locator('.settings-nav').getByText('Auto import', { exact: true }).click();
    await settings.getByText(/new files stay in the folder and are imported once it is back/).waitFor();
  });

  test('is back shows one by one what the book did not bear, until somebody has seen to each', async () => {
    const page = await open('server=back&language=en');
    const notice = page.locator('.packing > .notice');
    await notice.getByText(/packed here while the server was away, and at another bench as well/).waitFor();
    await notice.getByRole('button', { name: 'Dealt with, 4 more' }).click();
    await notice.getByText(/the order was cancelled/).waitFor();
    await notice.getByRole('button', { name: 'Dealt with, 3 more' }).click();
    await notice.getByText(/left on list H20261125-ZTO-7K3QPX while the server was away/).waitFor();
    await notice.getByText(/Call the courier back for it now/).waitFor();
    await notice.getByRole('button', { name: 'Dealt with, 2 more' }).click();
    await notice
      .getByText(/was changed here while the server was away, and by somebody else as well/)
      .waitFor();
    const versions = page.locator('.away-versions');
    await versions
      .getByRole('row', { name: /Seller notes/ })
      .getByText('送货上门')
      .waitFor();
    await versions.getByText('139 1234 5678').waitFor();
    await versions.getByRole('row', { name: /^Hold/ }).getByText('客人说晚两天').waitFor();
    await notice.getByRole('button', { name: 'Take the change made here' }).click();
    await notice.getByText(/3 of its orders were there already with other content/).waitFor();
    await notice.getByRole('button', { name: 'Dealt with', exact: true }).click();
    await notice.waitFor({ state: 'detached' });
    expect(await page.locator('.bench-words h2').textContent()).not.toBe('');
  });
});
