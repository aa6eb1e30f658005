import type { OpenWindow } from './launchWindow.ts';
import { scan } from './page/scan/scan.ts';

/** Orders of this hour: one to be packed before the eyes of the picture, two that wait for their couriers. */
export const ordersToPack = `订单号,店铺,收货人,手机,收货地址,商品名称,规格,商家编码,数量,买家留言,卖家备注,快递公司
3400000000000000001,样例小店,秦样例,13800000301,江苏省南京市玄武区样板路301号,样品绿茶,250g 罐装,TEA-250,2,送朋友的，别放小票,易碎，多垫一层,中通快递
3400000000000000001,样例小店,秦样例,13800000301,江苏省南京市玄武区样板路301号,样品马克杯,白色,MUG-W,1,送朋友的，别放小票,易碎，多垫一层,中通快递
3400000000000000002,样例小店,尤样例,13800000302,浙江省宁波市海曙区样板路302号,样品绿茶,250g 罐装,TEA-250,1,,,中通快递
3400000000000000003,样例小店,许样例,13800000303,福建省厦门市思明区样板路303号,样品马克杯,白色,MUG-W,1,,,顺丰速运
`;

/** What the bench did with the two before, as words of the command line. */
export const packedBefore = [
  'pack rules --scan-label off',
  'pack scan 3400000000000000002 TEA-250',
  'pack scan 3400000000000000003 MUG-W',
  'pack rules --scan-label on',
] as const;

const [order, goods] = ['3400000000000000001', 'MUG-W'] as const;

/** The packing bench with a parcel half checked, and what waits for couriers; the parcel is put back. */
export async function takeBench({ page }: OpenWindow, take: (name: string) => Promise<void>): Promise<void> {
  await page.keyboard.press('Alt+6');
  await page.locator('.bench-empty, .bench-idle').first().waitFor();
  await scan(page, order);
  await page.locator('.bench-sheet').waitFor();
  await scan(page, goods);
  await page.locator('.bench-line-done').first().waitFor();
  await take('bench');
  await scan(page, 'SHIPDESK-ABORT');
  await page.locator('.bench-sheet').waitFor({ state: 'detached' });
  await page.locator('.tabs button').nth(3).click();
  await take('handover');
}
