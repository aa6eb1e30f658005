import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account, Order } from '../../../../../electron/store/schema.ts';
import { addParcel } from '../../../../../electron/usecases/booking/addParcel.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { runPreflight } from '../../../../../electron/usecases/booking/preflight/runPreflight.ts';
import { importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { editOrders } from '../../../../../electron/usecases/orders/editOrders.ts';
import { mergeHints, mergeOrders } from '../../../../../electron/usecases/orders/merge.ts';
import { complaintsOf } from '../../../../../electron/usecases/orders/order.ts';
import { shownWishes } from '../../../../../electron/usecases/orders/wishes.ts';
import { changeSettings } from '../../../../../electron/usecases/workspace/settings.ts';
import type { Party } from '../../../../../shared/domain/party.ts';
import { KdniaoServer } from '../../../../doubles/platforms/kdniaoServer.ts';
import { Kuaidi100Server, kuaidi100Keys } from '../../../../doubles/platforms/kuaidi100Server.ts';
import { SfServer, sfKeys } from '../../../../doubles/platforms/sfServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

const servers = { kdniao: new KdniaoServer(), kuaidi100: new Kuaidi100Server(), sf: new SfServer() };
let workspace: TestWorkspace;

beforeAll(async () => {
  for (const server of Object.values(servers)) await server.listen();
});
afterAll(async () => {
  for (const server of Object.values(servers)) await server.close();
});
beforeEach(async () => {
  for (const server of Object.values(servers)) server.startAnew(null);
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const keys = {
  kdniao: {
    merchantId: sampleAccount().merchantId,
    secret: sampleAccount().secret,
    fields: { MonthCode: 'OWN-CARD', WareHouseID: 'W1' },
  },
  kuaidi100: { merchantId: kuaidi100Keys.key, secret: kuaidi100Keys.secret, fields: { partnerId: 'K1' } },
  sf: {
    merchantId: sfKeys.partnerId,
    secret: sfKeys.checkword,
    fields: { monthlyCard: sfKeys.monthlyCard },
  },
} as const;
type Platform = keyof typeof keys;

const accountAt = (platform: Platform): Promise<Account> =>
  testAccount(workspace, { platform, endpoint: servers[platform].url, ...keys[platform] });

const base = {
  订单号: '261001-100000000000420',
  收货人: '赵样例',
  手机: '13800000001',
  收货地址: '广东省深圳市南山区样板路1号',
  商品名称: '茶',
};

async function take(...rows: Readonly<Record<string, string>>[]) {
  const all = rows.map((row) => ({ ...base, ...row }));
  const header = [...new Set(all.flatMap((row) => Object.keys(row)))];
  const lines = all.map((row) => header.map((name) => (row as Record<string, string>)[name] ?? '').join(','));
  const path = join(workspace.folder, 'in.csv');
  writeFileSync(path, `\uFEFF${[header.join(','), ...lines].join('\n')}\n`);
  const report = await importOrders(workspace, { path, minConfidence: 0.7, isDryRun: false });
  if (!report.ok) throw new Error(report.code);
  return report.value;
}

async function order(orderNo = base.订单号): Promise<Order> {
  const found = await workspace.store.read.orders.byOrderNo(orderNo);
  if (found === undefined) throw new Error(`no order ${orderNo}`);
  return found;
}

async function plan(account: Account, carrier: string, sender: Party | null = null, orderNo = base.订单号) {
  const { id } = await order(orderNo);
  return planBookings(workspace, {
    orderIds: [id],
    accountId: account.id,
    carrier,
    printerUri: null,
    sender,
  });
}

/** What the platform was told, after the order was booked there. */
async function bookedAt(platform: Platform, carrier: string, sender: Party | null = null) {
  expect(await plan(await accountAt(platform), carrier, sender)).toMatchObject({
    value: { planned: 1, refused: [] },
  });
  const now = workspace.clock.now();
  for (const job of await workspace.store.write((write) => write.jobs.claim(['book'], 10, now)))
    await bookShipment(workspace, job);
  expect(await order()).toMatchObject({ state: 'booked', shipmentState: 'booked' });
  return servers[platform].requests.at(-1)?.data;
}

const wished = {
  寄件人: '周样板',
  寄件电话: '13900000009',
  寄件地址: '浙江省杭州市余杭区样板大道9号',
  付款方式: '寄付月结',
  月结卡号: '7559999999',
  体积: '30*20*10cm',
  签回单: '是',
};
const sentFrom = {
  ProvinceName: '浙江省',
  CityName: '杭州市',
  ExpAreaName: '余杭区',
  Address: '样板大道9号',
};

describe('what a file says of how an order travels', () => {
  it('reaches KDNiao in its own fields', async () => {
    await take({ ...wished, 重量: '1.5', 业务类型: '特惠送', 增值服务: 'SafeMail=3' });
    expect(await bookedAt('kdniao', 'JD')).toMatchObject({
      Sender: { Name: '周样板', Mobile: '13900000009', ...sentFrom },
      PayType: 3,
      MonthCode: '7559999999',
      ExpType: '1',
      TransType: 1,
      Volume: 0.006,
      IsReturnSignBill: 1,
      AddService: [{ Name: 'SafeMail', Value: '3' }],
    });
  });

  it('reaches Kuaidi100 in its own fields', async () => {
    await take({ ...wished, 月结卡号: 'K1-1', 付款方式: '到付', 业务类型: '顺丰特快' });
    expect(await bookedAt('kuaidi100', 'SF')).toMatchObject({
      sendMan: { name: '周样板', mobile: '13900000009', province: '浙江省', addr: '样板大道9号' },
      payType: 'CONSIGNEE',
      expType: '顺丰特快',
      volume: '30*20*10',
      needBack: '1',
    });
  });

  it('reaches SF in its own fields', async () => {
    await take({ ...wished, 付款方式: '第三方付', 业务类型: '顺丰特快', 增值服务: 'IN26=1' });
    expect(await bookedAt('sf', 'SF')).toMatchObject({
      contactInfoList: [{ contactType: 1, contact: '周样板', address: '样板大道9号' }, { contactType: 2 }],
      payMethod: 3,
      monthlyCard: '7559999999',
      expressTypeId: 1,
      isSignBack: 1,
      serviceList: [{ name: 'IN26', value: '1' }],
    });
  });

  it('leaves everything to account and Settings where it is silent', async () => {
    await take({});
    const told = await bookedAt('kdniao', 'ZTO');
    expect(told).toMatchObject({
      MonthCode: 'OWN-CARD',
      PayType: 3,
      Sender: { Name: sampleBooking().sender.name },
    });
    for (const field of ['Volume', 'IsReturnSignBill', 'AddService']) expect(told).not.toHaveProperty(field);
  });

  it('does not take how the buyer paid the shop, or what kind of sale it was, for a wish', async () => {
    await take({ 付款方式: '微信支付', 业务类型: '零售', 签回单: '否', 增值服务: '无', 体积: '0' });
    expect(await order()).toMatchObject({ state: 'ready', wishesJson: '', wishesMark: '-' });
  });

  it('keeps the weight of each box, and tells their sum', async () => {
    await take({ 包裹件数: '2', 重量: '1.2/0.8' });
    expect(await order()).toMatchObject({ state: 'ready', weightGrams: 2_000, parcelCount: 2 });
    expect(await bookedAt('kdniao', 'ZTO')).toMatchObject({ Quantity: 2, Weight: 2 });
  });
});

describe('what a platform cannot carry out', () => {
  it.each([
    ['kdniao', 'ZTO', { 业务类型: '特惠送' }, 'CARRIER_FIELD_TOO_LONG', 'product'],
    ['kuaidi100', 'ZTO', { 增值服务: '保鲜' }, 'CARRIER_WISH_NOT_OFFERED', 'services'],
    ['kuaidi100', 'ZTO', { 月结卡号: '7559999999' }, 'CARRIER_WISH_NOT_OFFERED', 'monthlyCard'],
    ['sf', 'SF', { 业务类型: '冷运特快' }, 'CARRIER_FIELD_INVALID', 'product'],
  ] as const)('is told before %s is asked for a number', async (platform, carrier, wish, code, field) => {
    const account = await accountAt(platform);
    const before = servers[platform].requests.length;
    await take(wish);
    const asked = { orderIds: [(await order()).id], accountId: account.id, carrier, printerUri: null };
    expect(await runPreflight(workspace, { ...asked, mayAsk: false })).toMatchObject({
      value: { bookable: 0 },
    });
    expect(await plan(account, carrier)).toMatchObject({
      value: { planned: 0, refused: [{ failure: { code } }] },
    });
    expect(await order()).toMatchObject({ state: 'needs-review' });
    expect(complaintsOf(await order())).toMatchObject([{ code, field }]);
    expect(servers[platform].requests).toHaveLength(before);
  });

  it('is taken back by an edit, and goes then', async () => {
    const account = await accountAt('kuaidi100');
    await take({ 增值服务: '保鲜' });
    await plan(account, 'ZTO');
    const { id, version } = await order();
    const edited = await editOrders(workspace, [{ orderId: id, version }], { services: '' });
    expect(edited).toMatchObject({ ok: true });
    expect(await order()).toMatchObject({ state: 'ready', wishesJson: '' });
    expect(await plan(account, 'ZTO')).toMatchObject({ value: { planned: 1 } });
  });
});

describe('who sends', () => {
  const shopSender: Party = { ...sampleBooking().sender, name: '店铺甲', phone: '13700000007' };
  const named = async (sender: Party | null = null) => {
    const { Sender } = (await bookedAt('kdniao', 'ZTO', sender)) as Record<
      string,
      { Name: string; Mobile: string }
    >;
    return `${Sender?.Name} ${Sender?.Mobile}`;
  };

  it('is the shop’s sender where the shop has one', async () => {
    await changeSettings(workspace, { shopSenders: [{ shop: '甲店', sender: shopSender }] });
    await take({ 店铺: '甲店' });
    expect(await named()).toBe('店铺甲 13700000007');
  });

  it('is whoever is asked for now rather than the shop’s, and whoever the order names rather than both', async () => {
    await changeSettings(workspace, { shopSenders: [{ shop: '甲店', sender: shopSender }] });
    await take({ 店铺: '甲店', 寄件人: '周样板' });
    expect(await named({ ...shopSender, name: '当天', phone: '13700000008' })).toBe('周样板 13700000008');
  });

  it('waits for a person where an address is written that is none, and is the usual one after a confirmation', async () => {
    await take({ 寄件人: '周样板', 寄件地址: '老地方' });
    expect(await order()).toMatchObject({ state: 'needs-review', errorCode: 'IMPORT_SENDER_UNCLEAR' });
    const { id, version } = await order();
    await editOrders(workspace, [{ orderId: id, version }], {
      sender: '吴样板 13900000008 江苏省南京市玄武区样板路8号',
    });
    expect(await order()).toMatchObject({ state: 'ready' });
    expect(await named()).toBe('吴样板 13900000008');
  });

  it('is refused in Settings where it is not whole, or stands twice', async () => {
    const twice = [
      { shop: '甲店', sender: shopSender },
      { shop: '甲店', sender: shopSender },
    ];
    expect(await changeSettings(workspace, { shopSenders: twice })).toMatchObject({
      code: 'SENDER_SHOP_TWICE',
    });
    const partial = [{ shop: '甲店', sender: { ...shopSender, phone: '' } }];
    expect(await changeSettings(workspace, { shopSenders: partial })).toMatchObject({
      code: 'SENDER_INVALID',
    });
  });
});

describe('a queued order', () => {
  it('goes with the product and sender of the edit, also when they are taken back', async () => {
    await take({ ...wished, 业务类型: '特惠送', 重量: '2kg' });
    await plan(await accountAt('kdniao'), 'JD');
    const { id, version } = await order();
    await editOrders(workspace, [{ orderId: id, version }], { sender: '', product: '2', monthlyCard: '' });
    const [shipment] = await workspace.store.read.shipments.ofOrder(id);
    const request = JSON.parse(shipment?.requestJson ?? '{}');
    expect(request).toMatchObject({ product: '2', sender: { name: sampleBooking().sender.name } });
    for (const field of ['monthlyCard', 'carrierFields']) expect(request).not.toHaveProperty(field);
  });
});

describe('the same order again', () => {
  it('is no news as long as its file says the same, whatever a person changed', async () => {
    await take(wished);
    const { id, version } = await order();
    await editOrders(workspace, [{ orderId: id, version }], { payment: '到付' });
    expect(await take(wished)).toMatchObject({ duplicates: 1, changed: 0 });
    expect(shownWishes(await order())).toMatchObject({ payment: 'receiver', monthlyCard: '****9999' });
  });

  it('is asked about when a newer file wants it otherwise', async () => {
    await take(wished);
    const newer = { ...wished, 付款方式: '第三方付' };
    expect(await take(newer)).toMatchObject({ duplicates: 0, changed: 1 });
    expect(await take(newer)).toMatchObject({ changed: 1 });
    const pending = await workspace.store.read.orderChanges.window(
      { state: 'pending' },
      { offset: 0, limit: 9 },
    );
    expect(pending).toHaveLength(1);
    expect(JSON.parse(pending[0]?.fieldsJson ?? '')).toEqual([
      { field: 'payment', before: 'monthly', after: 'third-party' },
    ]);
  });

  it('that was imported before such wishes were kept gets them without a question', async () => {
    await take(wished);
    const { id, contentHash } = await order();
    await workspace.store.write((write) => write.orders.show(id, { wishesJson: '', wishesMark: '' }));
    expect(await take(wished)).toMatchObject({ duplicates: 1, changed: 0 });
    expect(await order()).toMatchObject({ contentHash, wishesMark: expect.stringMatching(/^.{12}$/) });
    expect(shownWishes(await order()).payment).toBe('monthly');
  });

  it('has the order code it always had, whatever it wishes', async () => {
    await take({});
    const plain = (await order()).contentHash;
    await workspace.close();
    workspace = await openTestWorkspace();
    await take(wished);
    expect((await order()).contentHash).toBe(plain);
  });
});

describe('orders in one parcel', () => {
  it('are not brought together when they want to travel differently', async () => {
    await take({ 付款方式: '到付' }, { 订单号: '261001-100000000000421' });
    expect((await mergeHints(workspace, 'exact')).groups).toEqual([]);
    const members = [await order(), await order('261001-100000000000421')];
    const seen = members.map(({ id, version }) => ({ orderId: id, version }));
    expect(await mergeOrders(workspace, seen)).toMatchObject({ code: 'MERGE_WISHES_DIFFER' });
  });

  it('keep what they want alike, and a further box keeps who sends and who pays', async () => {
    const alike = { 付款方式: '到付', 体积: '0.02m³' };
    await take(alike, { ...alike, 订单号: '261001-100000000000421' });
    const [hint] = (await mergeHints(workspace, 'exact')).groups;
    const seen = hint?.orders.map(({ id, version }) => ({ orderId: id, version })) ?? [];
    const merged = await mergeOrders(workspace, seen);
    expect(merged.ok && shownWishes(merged.value)).toMatchObject({ payment: 'receiver', volume: '' });
  });

  it('leave services and receipt with the first', async () => {
    await take({ ...wished, 增值服务: 'SafeMail=3' });
    await bookedAt('kdniao', 'SF');
    const { id, version } = await order();
    const request = { orderId: id, version, reason: '漏装', parcelCount: 1, goods: '茶', weightGrams: null };
    const extra = await addParcel(workspace, request);
    if (!extra.ok) throw new Error(extra.code);
    expect(shownWishes(extra.value.extra)).toMatchObject({
      payment: 'monthly',
      services: '',
      returnSlip: '',
      volume: '',
    });
  });
});
