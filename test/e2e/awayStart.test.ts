import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres } from '../doubles/servers/postgresServer.ts';
import { AwayShop } from './awayShop.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

describe.skipIf(!hasPostgres())('a window that is opened while its server is away', () => {
  let shop: AwayShop;
  let opened: OpenWindow | null = null;

  beforeAll(async () => {
    shop = await AwayShop.open(4);
  }, 300_000);
  afterAll(async () => {
    await opened?.close();
    await shop.close();
  });

  it('packs on what its bench keeps, and goes on with the book when the server answers', async () => {
    const [first, second, third, fourth] = shop.orderNos as [string, string, string, string];
    opened = await launchWindow({ dataFolder: shop.folder });
    await shop.toBench(opened.page);
    // A parcel closed at the book is in the copy: the copy is there.
    await shop.pack(opened.page, first);
    await opened.close();
    shop.cable.pull();
    opened = await launchWindow({ dataFolder: shop.folder });
    const { page } = opened;
    await shop.toBench(page);
    const notice = page.locator('.packing > .notice');
    await notice.getByText(/服务器离线（.*起），本台用已存的订单继续干活/).waitFor();
    await page.locator('.status-bar').getByText('服务器离线').waitFor();
    await shop.pack(page, second);
    await shop.pack(page, third);
    expect(await shop.stateOf(second)).toBe('booked');
    shop.cable.plugIn();
    await expect.poll(() => shop.stateOf(third), { timeout: 30_000 }).toBe('packed');
    expect(await shop.stateOf(second)).toBe('packed');
    await notice.waitFor({ state: 'detached' });
    await shop.pack(page, fourth);
    expect(await shop.stateOf(fourth)).toBe('packed');
    expect(shop.labels()).toBe(4);
    const { rows } = await shop.book.query<{ count: string }>(
      "select count(*) from history where kind = 'packed' group by order_id",
    );
    expect(rows.map(({ count }) => Number(count))).toEqual([1, 1, 1, 1]);
    const printed = await shop.book.query('select 1 from print_jobs where sent_at is not null');
    expect(printed.rowCount).toBe(4);
  });

  it('stays locked where this bench keeps nothing', async () => {
    await opened?.close();
    rmSync(join(shop.folder, 'away'), { recursive: true });
    shop.cable.pull();
    opened = await launchWindow({ dataFolder: shop.folder });
    await opened.page.getByText('连不上服务器').first().waitFor();
  });
});
