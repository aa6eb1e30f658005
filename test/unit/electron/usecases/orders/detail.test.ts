import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../../../electron/store/schema.ts';
import { expectedDateOf, receiptWaybillNoOf } from '../../../../../electron/usecases/booking/shipment.ts';
import { readOrderDetail, readSentTexts } from '../../../../../electron/usecases/orders/detail.ts';
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

describe('the receiver as it was written', () => {
  const shownText = async (change: Partial<Order>): Promise<string> => {
    const asWritten = sampleOrder(2, change);
    await workspace.store.write((write) => write.orders.insertMany([asWritten]));
    const shown = await readOrderDetail(workspace, asWritten.id);
    return shown.ok ? shown.value.receiverText : shown.code;
  };

  it('is what stands in the columns of its row, in the order in which they are read', async () => {
    const columns = {
      address: ' 样板路1号 ',
      name: '赵样例',
      phone: '13800000000',
      city: '杭州市',
      postcode: '',
    };
    expect(await shownText({ receiverColumnsJson: JSON.stringify(columns) })).toBe(
      '赵样例 13800000000 杭州市 样板路1号',
    );
  });

  it('is the message it was pasted as', async () => {
    const oneLine = '赵样例13800000000 杭州市样板路1号，放门卫';
    expect(await shownText({ receiverColumnsJson: JSON.stringify({ oneLine }) })).toBe(oneLine);
  });

  it('is the text that an order of before keeps beside its columns', async () => {
    expect(await shownText({ receiverText: '赵样例 杭州市', receiverColumnsJson: '{}' })).toBe(
      '赵样例 杭州市',
    );
  });

  it('is left out where its columns cannot be read, and the order is shown', async () => {
    expect(await shownText({ receiverColumnsJson: '{"name"' })).toBe('');
  });
});

describe('a booked order', () => {
  it('says when its carrier means to deliver, as far as the platform told', async () => {
    const booking = { ...bookingNo('73000000000042'), expectedDate: '2026-01-06' };
    expect(expectedDateOf({ bookingJson: JSON.stringify(booking) })).toBe('2026-01-06');
    expect(expectedDateOf({ bookingJson: JSON.stringify(bookingNo('73000000000042')) })).toBe('');
    expect(expectedDateOf({ bookingJson: null })).toBe('');
  });

  it('says under which number its signed receipt comes back', async () => {
    const booking = { ...bookingNo('73000000000042'), receiptWaybillNo: 'R73000000000042' };
    expect(receiptWaybillNoOf({ bookingJson: JSON.stringify(booking) })).toBe('R73000000000042');
    expect(receiptWaybillNoOf({ bookingJson: JSON.stringify(bookingNo('73000000000042')) })).toBe('');
  });
});
