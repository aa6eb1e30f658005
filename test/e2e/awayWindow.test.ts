import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres } from '../doubles/servers/postgresServer.ts';
import { AwayShop } from './awayShop.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { scan } from './page/scan/scan.ts';

describe.skipIf(!hasPostgres())('a window whose server goes away', () => {
  let shop: AwayShop;
  let opened: OpenWindow | null = null;

  beforeAll(async () => {
    shop = await AwayShop.open(4);
    opened = await launchWindow({ dataFolder: shop.folder });
  }, 300_000);
  afterAll(async () => {
    await opened?.close();
    await shop.close();
  });

  const pack = (page: Page, orderNo: string): Promise<void> => shop.pack(page, orderNo);
  const stateOf = (orderNo: string): Promise<string> => shop.stateOf(orderNo);

  it('packs on what its bench keeps, and brings it into the book when the server is back', async () => {
    if (opened === null) throw new Error('nothing is open');
    const { page } = opened;
    const { big, book, cable, labels } = shop;
    const [first, second, third, fourth] = shop.orderNos as [string, string, string, string];
    await page.locator('.today-next').waitFor();
    await page.keyboard.press('Alt+6');
    await big(page).waitFor();
    await pack(page, first);
    cable.pull();
    await pack(page, second);
    const notice = page.locator('.packing > .notice');
    await notice.getByText(/服务器离线（.*起），本台用已存的订单继续干活/).waitFor();
    await notice.getByText(/2 次操作存在本台/).waitFor();
    await pack(page, third);
    await scan(page, '2099123456789');
    await big(page).getByText('本台没有存这一单').waitFor();
    expect(await stateOf(second)).toBe('booked');
    // Somebody else cancels it while this bench packs it.
    await book.query("update orders set alarm = 'refund', version = version + 1 where order_no = $1", [
      third,
    ]);
    cable.plugIn();
    await expect.poll(() => stateOf(second)).toBe('packed');
    await notice.getByText(/离线时打包了订单 .*这一单已经退款/).waitFor();
    expect(await stateOf(third)).toBe('booked');
    await notice.getByRole('button', { name: '已处理' }).click();
    await notice.waitFor({ state: 'detached' });
    // A network that swallows everything holds the packer up for seconds, not for minutes.
    cable.swallow();
    await pack(page, fourth);
    cable.plugIn();
    await expect.poll(() => stateOf(fourth), { timeout: 30_000 }).toBe('packed');
    expect(labels()).toBe(4);
    const printed = await book.query('select 1 from print_jobs where copy_no = 1 and sent_at is not null');
    expect(printed.rowCount).toBe(4);
  });
});
