import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { hasPostgres } from '../doubles/servers/postgresServer.ts';
import { AwayShop } from './awayShop.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

describe.skipIf(!hasPostgres())('in a window whose server is away', () => {
  let shop: AwayShop;
  let opened: OpenWindow | null = null;

  beforeAll(async () => {
    shop = await AwayShop.open(1, 2);
    opened = await launchWindow({ dataFolder: shop.folder });
  }, 300_000);
  afterAll(async () => {
    await opened?.close();
    await shop.close();
  });

  const remarkOf = async (orderNo: string): Promise<string> => {
    const found = await shop.book.query<{ seller_remark: string }>(
      'select seller_remark from orders where order_no = $1',
      [orderNo],
    );
    return found.rows[0]?.seller_remark ?? '';
  };
  const count = async (table: 'orders' | 'imports'): Promise<number> =>
    (await shop.book.query(`select 1 from ${table}`)).rowCount ?? 0;

  it('an order is changed, and cells are pasted: the book has both once when the server is back', async () => {
    if (opened === null) throw new Error('nothing is open');
    const { page } = opened;
    const [booked = '', unsent = ''] = shop.orderNos;
    // A parcel closed at the book is in the copy: the copy is there.
    await shop.toBench(page);
    await shop.pack(page, booked);
    const before = { orders: await count('orders'), imports: await count('imports') };
    shop.cable.pull();
    await page.locator('.status-bar').getByText('服务器离线').waitFor();

    await page.keyboard.press('Alt+4');
    await page
      .locator('.screen > .notice')
      .getByText(/服务器离线/)
      .waitFor();
    await page.getByText(unsent).first().click();
    await page.getByRole('button', { name: /改订单/ }).click();
    await page.getByLabel('卖家备注').fill('放门卫');
    await page.locator('dialog').getByRole('button', { name: /保存/ }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.locator('.detail').getByText('放门卫').waitFor();
    expect(await remarkOf(unsent)).toBe('');
    if (process.env.SHIPDESK_PICTURES !== undefined)
      await page.screenshot({ path: `${process.env.SHIPDESK_PICTURES}/away-edit.png` });

    await page.keyboard.press('Alt+2');
    await page.locator('.drop-zone').waitFor();
    const cells = orderSheet([sheetOrder(501), sheetOrder(502)]).replaceAll(',', '\t');
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData }));
    }, cells);
    await page.getByRole('button', { name: /开始导入/ }).click();
    await page.getByText(/已读好，等服务器：2 单/).waitFor();
    await page.getByRole('region', { name: '等服务器' }).getByText('2').first().waitFor();
    expect(await count('orders')).toBe(before.orders);
    if (process.env.SHIPDESK_PICTURES !== undefined)
      await page.screenshot({ path: `${process.env.SHIPDESK_PICTURES}/away-import.png` });

    shop.cable.plugIn();
    await expect.poll(() => remarkOf(unsent), { timeout: 30_000 }).toBe('放门卫');
    await expect.poll(() => count('imports'), { timeout: 30_000 }).toBe(before.imports + 1);
    expect(await count('orders')).toBe(before.orders + 2);
    await page.getByText(/已入账：读出 2 单/).waitFor();
    await page.getByRole('region', { name: '等服务器' }).waitFor({ state: 'detached' });
    await page.locator('.screen > .notice').waitFor({ state: 'detached' });
  });
});
