import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectedDateOf } from '../../../../../electron/usecases/booking/shipment.ts';
import { readSentTexts } from '../../../../../electron/usecases/orders/detail.ts';
import { changeSettings } from '../../../../../electron/usecases/workspace/settings.ts';
import { bookingNo } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const order = {
  ...sampleOrder(1),
  platform: '',
  receiverName: '赵样例',
  town: '',
  detail: '样板路1号#2栋"A"座',
  itemsJson: JSON.stringify([{ name: '绿茶 & 杯', sku: '', skuCode: '', quantity: 1 }]),
  sellerRemark: '轻放',
};

describe('what a platform is sent instead', () => {
  it('shows each text that holds a forbidden character, before and after', async () => {
    const account = await testAccount(workspace, { platform: 'kdniao' });
    await changeSettings(workspace, { defaultAccountId: account.id });
    expect(await readSentTexts(workspace, order)).toEqual([
      { field: 'detail', before: '样板路1号#2栋"A"座', after: '样板路1号＃2栋＂A＂座' },
      { field: 'goods', before: '绿茶 & 杯', after: '绿茶 ＆ 杯' },
    ]);
  });

  it('is silent where no account is chosen, and about a platform that takes everything', async () => {
    expect(await readSentTexts(workspace, order)).toEqual([]);
    expect(await readSentTexts(workspace, { ...order, platform: 'practice' })).toEqual([]);
  });
});

describe('a booked order', () => {
  it('says when its carrier means to deliver, as far as the platform told', async () => {
    const booking = { ...bookingNo('73000000000042'), expectedDate: '2026-01-06' };
    expect(expectedDateOf({ bookingJson: JSON.stringify(booking) })).toBe('2026-01-06');
    expect(expectedDateOf({ bookingJson: JSON.stringify(bookingNo('73000000000042')) })).toBe('');
    expect(expectedDateOf({ bookingJson: null })).toBe('');
  });
});
