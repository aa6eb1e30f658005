import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres } from '../doubles/servers/postgresServer.ts';
import { AwayShop } from './awayShop.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { scan } from './page/scan/scan.ts';

describe.skipIf(!hasPostgres())('in a window whose server is away', () => {
  let shop: AwayShop;
  let opened: OpenWindow | null = null;

  beforeAll(async () => {
    shop = await AwayShop.open(2);
    opened = await launchWindow({ dataFolder: shop.folder });
  }, 300_000);
  afterAll(async () => {
    await opened?.close();
    await shop.close();
  });

  it('parcels are handed over: the book has the signed list once when the server is back', async () => {
    if (opened === null) throw new Error('nothing is open');
    const { page } = opened;
    const [before = '', meanwhile = ''] = shop.orderNos;
    await shop.toBench(page);
    await shop.pack(page, before);
    shop.cable.pull();
    await page.locator('.status-bar').getByText('服务器离线').waitFor();
    await shop.pack(page, meanwhile);

    await page.getByRole('tab', { name: '交接' }).click();
    await page.locator('.notice').getByText('交接单先存在本台').waitFor();
    for (const [at, orderNo] of [before, meanwhile].entries()) {
      await scan(page, shop.waybillOf(orderNo));
      await shop
        .big(page)
        .getByText(new RegExp(`：${at + 1} 件在单上$`))
        .waitFor();
    }
    if (process.env.SHIPDESK_PICTURES !== undefined)
      await page.screenshot({ path: `${process.env.SHIPDESK_PICTURES}/away-handover.png` });
    await page.getByRole('button', { name: '交给快递员' }).click();
    await page.locator('dialog[open]').getByLabel('快递员（可不填）').fill('小李');
    await page.keyboard.press('Enter');
    await shop
      .big(page)
      .getByText(/：2 件已交$/)
      .waitFor();
    expect(await shop.stateOf(before)).toBe('packed');

    shop.cable.plugIn();
    for (const orderNo of [before, meanwhile])
      await expect.poll(() => shop.stateOf(orderNo), { timeout: 30_000 }).toBe('handed-over');
    const { rows } = await shop.book.query<{ no: string; state: string; parcels: string; courier: string }>(
      'select no, state, parcels, courier from handovers',
    );
    expect(rows).toMatchObject([{ state: 'closed', parcels: '2', courier: '小李' }]);
    expect(rows[0]?.no).toMatch(/-[0-9A-Z]{6}$/);
    await page.locator('.packing > .notice').waitFor({ state: 'detached' });
  });
});
