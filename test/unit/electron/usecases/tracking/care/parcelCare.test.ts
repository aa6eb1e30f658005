import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { never } from '../../../../../../electron/tracking/nextCheckAt.ts';
import {
  askArrival,
  readArrival,
  setPromise,
} from '../../../../../../electron/usecases/tracking/care/arrival.ts';
import { carrierHelp } from '../../../../../../electron/usecases/tracking/care/carrierHelp.ts';
import {
  buyerNotice,
  readNoticeHook,
  sendNotice,
  setNoticeHook,
} from '../../../../../../electron/usecases/tracking/care/notice.ts';
import {
  countReturns,
  dropReturn,
  expectReturn,
  listReturnDesk,
  listReturns,
  ownReturn,
  scanReturn,
} from '../../../../../../electron/usecases/tracking/care/returns.ts';
import { nothingKnown, storeSnapshot } from '../../../../../../electron/usecases/tracking/storeSnapshot.ts';
import { workCases } from '../../../../../../electron/usecases/tracking/workCases.ts';
import { happened } from '../../../../../../shared/errors/outcome.ts';
import { RobotServer } from '../../../../../doubles/channels/robotServer.ts';
import { scriptedPlatform } from '../../../../../doubles/platforms/scriptedPlatform.ts';
import { routeTextOf } from '../../../../../doubles/printers/standardLabels.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

const hour = 3_600_000;
const waybillNo = '73610555582883';
let workspace: TestWorkspace;
let expectedAt: number;

beforeEach(async () => {
  const platform = {
    ...scriptedPlatform(),
    arrival: async () => happened({ expectedAt, words: '后天下午可达' }),
  };
  workspace = await openTestWorkspace({ platforms: [platform] });
  const account = await testAccount(workspace, { platform: 'scripted' });
  const now = workspace.clock.now();
  expectedAt = now + 48 * hour;
  const order = sampleOrder(1, { state: 'booked', waybillNo });
  await workspace.store.write(async (write) => {
    await write.orders.insertMany([order]);
    await write.tracking.follow({
      ...nothingKnown,
      waybillNo,
      carrier: 'ZTO',
      orderId: order.id,
      orderNo: order.orderNo,
      accountId: account.id,
      phoneTail: '8000',
      state: 'in-transit',
      lastText: '快件正送往杭州，快递员：王小明，电话：13800138000。',
      lastAt: now - hour,
      checkedAt: now,
      nextDueAt: now,
      bookedAt: now - 24 * hour,
    });
  });
});
afterEach(() => workspace.close());

const open = async () => {
  await workCases(workspace);
  const rows = await workspace.store.read.cases.window({}, { offset: 0, limit: 9 }, workspace.clock.now());
  return rows.map(({ kind }) => kind);
};

describe('a promise to the buyer', () => {
  it('is entered, at risk as soon as the platform expects it later, and taken back', async () => {
    const promisedAt = expectedAt - hour;
    await setPromise(workspace, { waybillNo, promisedAt });
    expect(await open()).toEqual([]);
    expect(await askArrival(workspace, { waybillNo })).toMatchObject({
      value: { standing: 'at-risk', promiseFrom: 'person', told: { expectedAt, words: '后天下午可达' } },
    });
    expect(await open()).toEqual(['promise-at-risk']);
    await setPromise(workspace, { waybillNo, promisedAt: null });
    expect(await open()).toEqual([]);
    expect(await readArrival(workspace, { waybillNo })).toMatchObject({ value: { standing: 'no-promise' } });
  });

  it('of a year ahead is refused, and nobody is asked about a parcel that arrived', async () => {
    const far = workspace.clock.now() + 400 * 24 * hour;
    expect(await setPromise(workspace, { waybillNo, promisedAt: far })).toMatchObject({
      code: 'PROMISE_REFUSED',
    });
    await workspace.store.write((write) => write.tracking.update(waybillNo, { state: 'signed' }));
    expect(await askArrival(workspace, { waybillNo })).toMatchObject({ code: 'ARRIVAL_NOT_NEEDED' });
  });
});

describe('the notice to a buyer', () => {
  it('says where the parcel is and since when that is known, without names and phones', async () => {
    const told = await buyerNotice(workspace, { waybillNo, language: 'zh-CN' });
    if (!told.ok) throw new Error(told.code);
    expect(told.value.text).toContain('中通快递 73610555582883');
    expect(told.value.text).toContain('送往杭州');
    expect(told.value.text).toContain('以上信息查询于 11月15日 06:13');
    for (const hidden of ['王小明', '13800138000']) expect(told.value.text).not.toContain(hidden);
    expect(await buyerNotice(workspace, { waybillNo: 'X1', language: 'en' })).toMatchObject({
      code: 'PARCEL_NOT_FOLLOWED',
    });
  });

  it('keeps a courier in plain brackets to itself, and the town beside it', async () => {
    await workspace.store.write((write) =>
      write.tracking.update(waybillNo, { lastText: '【苏州】【王小明】正在为您派件' }),
    );
    const told = await buyerNotice(workspace, { waybillNo, language: 'zh-CN' });
    expect(told).toMatchObject({ value: { text: expect.stringContaining('【苏州】【***】正在为您派件') } });
  });

  it('goes nowhere without an address of the shop’s own, and its secret is never shown', async () => {
    const asked = { waybillNo, language: 'zh-CN' } as const;
    expect(await sendNotice(workspace, asked)).toMatchObject({ code: 'NOTICE_HOOK_NONE' });
    expect(await setNoticeHook(workspace, { url: 'http://shop.example/hook', secret: 's' })).toMatchObject({
      code: 'CHANNEL_ADDRESS_INVALID',
    });
    await setNoticeHook(workspace, { url: 'https://shop.example/hook?token=t', secret: 'very-secret' });
    const shown = await readNoticeHook(workspace);
    expect(shown).toMatchObject({ host: 'shop.example', hasSecret: true });
    expect(JSON.stringify(shown)).not.toMatch(/very-secret|token/);
  });
});

describe('the shop’s own program', () => {
  it('gets the notice a person sends, signed, once for each press, and nobody a second one automatically', async () => {
    const server = await new RobotServer().start();
    try {
      await setNoticeHook(workspace, { url: `${server.base}/hook`, secret: 'very-secret' });
      const asked = { waybillNo, language: 'zh-CN' } as const;
      expect(await sendNotice(workspace, asked)).toMatchObject({ ok: true });
      expect(server.posts).toHaveLength(1);
      const [post] = server.posts;
      const signature = createHmac('sha256', 'very-secret')
        .update(post?.text ?? '')
        .digest('hex');
      expect(post?.headers['x-shipdesk-signature']).toBe(`sha256=${signature}`);
      expect(post?.body).toMatchObject({ event: 'buyer-notice', waybillNo, orderNo: sampleOrder(1).orderNo });
      for (const hidden of ['王小明', '13800138000', sampleOrder(1).receiverName])
        expect(post?.text).not.toContain(hidden);
      // Nobody knows whether it arrived: pressed once more it is the same notice to the shop's own program.
      server.behaviour = 'silent';
      expect(await sendNotice(workspace, asked)).toMatchObject({ ok: false, code: 'NETWORK_CUT' });
      server.behaviour = 'works';
      expect(await sendNotice(workspace, asked)).toMatchObject({ ok: true });
      const ids = server.posts.map(({ body }) => body.id);
      expect(new Set(ids).size).toBe(1);
      await workspace.store.write((write) => write.tracking.update(waybillNo, { lastText: '已到达杭州' }));
      await sendNotice(workspace, asked);
      expect(server.posts.at(-1)?.body.id).not.toBe(ids[0]);
      server.behaviour = 'refuses';
      const sentBefore = server.posts.length;
      expect(await sendNotice(workspace, asked)).toMatchObject({ ok: false, code: 'CHANNEL_REFUSED' });
      expect(server.posts).toHaveLength(sentBefore + 1);
    } finally {
      await server.stop();
    }
  });
});

describe('a parcel that must stop', () => {
  it('names whom to call and what to say, and that it is too late once it is signed for', async () => {
    const asked = { waybillNo, wish: 'stop', language: 'zh-CN' } as const;
    expect(await carrierHelp(workspace, asked)).toMatchObject({
      value: { phone: '95311', isTooLate: false, text: expect.stringMatching(/拦截.*尾号 8000/) },
    });
  });
});

describe('a parcel that comes back', () => {
  it('is found by the number of the return or the one it went out with, once', async () => {
    const orderNo = sampleOrder(1).orderNo;
    await expectReturn(workspace, { orderNo, waybillNo: 'sf1385628716739', carrier: 'SF', reason: '不喜欢' });
    const scan = (number: string) => scanReturn(workspace, { waybillNo: number, note: '' });
    expect(await scan('SF1385628716739')).toMatchObject({
      value: { orderNo, state: 'received', isNew: false },
    });
    expect(await scan('SF1385628716739')).toMatchObject({ value: { wasReceived: true } });
    expect(await scan(waybillNo)).toMatchObject({ value: { orderNo, outwardNo: waybillNo, isNew: true } });
  });

  it('is found by the QR code of an SF label, and one of nobody’s is kept under its number', async () => {
    const scan = (number: string) => scanReturn(workspace, { waybillNo: routeTextOf(number), note: '' });
    expect(await scan(waybillNo)).toMatchObject({
      value: { outwardNo: waybillNo, orderNo: sampleOrder(1).orderNo },
    });
    expect(await scan('SF9000000000009')).toMatchObject({
      value: { waybillNo: 'SF9000000000009', orderNo: '' },
    });
  });

  it('is no exception any more once it was scanned in, whatever its carrier goes on saying', async () => {
    await workspace.store.write((write) =>
      write.tracking.update(waybillNo, { state: 'returning', exception: 'refused' }),
    );
    expect(await open()).toEqual(['refused']);
    await scanReturn(workspace, { waybillNo, note: '' });
    expect(await open()).toEqual([]);
    await workspace.clock.advance(30 * 24 * hour);
    expect(await open()).toEqual([]);
  });

  it('has come back once it was scanned in: it and its order are on their way no more, and nobody asks', async () => {
    const { store } = workspace;
    const order = async () => (await store.read.orders.byOrderNo(sampleOrder(1).orderNo))?.state;
    const parcel = async () => {
      const row = await store.read.tracking.byWaybill(waybillNo);
      if (row === undefined) throw new Error('not followed');
      return row;
    };
    // Of the pile that was never collected: scanned at the wrong table, nothing has come back.
    await store.write((write) => write.tracking.update(waybillNo, { state: 'none', lastAt: null }));
    await scanReturn(workspace, { waybillNo, note: '' });
    expect([await order(), (await parcel()).state]).toEqual(['booked', 'none']);
    await store.write(async (write) => {
      const known = await write.parcelReturns.byWaybill(waybillNo);
      if (known !== undefined) await write.parcelReturns.change(known, { state: 'expected' });
      await write.tracking.update(waybillNo, { state: 'in-transit', lastAt: workspace.clock.now() });
    });
    await scanReturn(workspace, { waybillNo, note: '' });
    expect([await order(), (await parcel()).state]).toEqual(['returned', 'returned']);
    expect((await parcel()).nextDueAt).toBe(never);
    await workspace.clock.advance(24 * hour);
    const text = '快件已到达分拨中心';
    const event = {
      at: workspace.clock.now(),
      text,
      location: '',
      status: 'in-transit',
      rawStatus: '2',
    } as const;
    const told = { carrier: 'ZTO', waybillNo, state: 'in-transit', exception: '', events: [event] } as const;
    const row = await parcel();
    await store.write((write) => storeSnapshot(workspace, write, row, told));
    expect([await order(), (await parcel()).state]).toEqual(['returned', 'returned']);
  });

  it('is found by the slip inside: as the return that is expected, or the parcel its carrier brings back', async () => {
    const { orderNo } = sampleOrder(1);
    const scan = (code: string) => scanReturn(workspace, { waybillNo: code, note: '' });
    await expectReturn(workspace, { orderNo, waybillNo: 'SF1', carrier: 'SF', reason: '' });
    expect(await scan(orderNo)).toMatchObject({ value: { waybillNo: 'SF1', orderNo, isNew: false } });
    await workspace.store.write((write) => write.tracking.update(waybillNo, { state: 'returned' }));
    expect(await scan(orderNo)).toMatchObject({ value: { waybillNo, orderNo, isNew: true } });
    expect(await scan(waybillNo)).toMatchObject({ value: { wasReceived: true } });
    expect(await scan(` ]C0${waybillNo}\u0000`)).toMatchObject({ value: { wasReceived: true } });
  });

  it('that was scanned in before anybody knew whose it is goes to the order it is announced for', async () => {
    const { orderNo } = sampleOrder(1);
    await scanReturn(workspace, { waybillNo: 'JT0001', note: '' });
    const announced = await expectReturn(workspace, {
      orderNo,
      waybillNo: 'jt0001',
      carrier: 'JT',
      reason: '尺寸',
    });
    expect(announced).toMatchObject({ value: { orderNo, state: 'received', carrier: 'JT', reason: '尺寸' } });
    const again = await expectReturn(workspace, { orderNo, waybillNo: 'JT0001', carrier: '', reason: '' });
    expect(again).toMatchObject({ code: 'RETURN_KNOWN' });
  });

  it('is kept in the list although nobody knows whose it is', async () => {
    expect(await scanReturn(workspace, { waybillNo: 'JT0001', note: '盒子破了' })).toMatchObject({
      value: { orderNo: '', state: 'received' },
    });
    expect(await listReturns(workspace, { offset: 0, limit: 10 })).toMatchObject({
      total: 1,
      rows: [{ waybillNo: 'JT0001', note: '盒子破了' }],
    });
  });

  it('that nobody knew goes to the order somebody names, once; one that will not come is dropped', async () => {
    const unowned = () => workspace.store.read.parcelReturns.unownedCount();
    await scanReturn(workspace, { waybillNo: 'JT0001', note: '' });
    expect(await unowned()).toBe(1);
    const { orderNo } = sampleOrder(1);
    const own = (number: string) => ownReturn(workspace, { waybillNo: number, orderNo });
    expect(await own('JT0002')).toMatchObject({ code: 'RETURN_NOT_FOUND' });
    expect(await own('jt0001')).toMatchObject({ value: { orderNo, outwardNo: waybillNo } });
    expect(await own('JT0001')).toMatchObject({ code: 'RETURN_MOVE_REFUSED' });
    expect(await unowned()).toBe(0);
    const drop = (number: string) => dropReturn(workspace, { waybillNo: number, note: '买家不退了' });
    expect(await drop('JT0001')).toMatchObject({ code: 'RETURN_MOVE_REFUSED' });
    await expectReturn(workspace, { orderNo, waybillNo: 'SF1', carrier: 'SF', reason: '' });
    expect(await drop('SF1')).toMatchObject({ value: { state: 'dropped', note: '买家不退了' } });
    expect(await scanReturn(workspace, { waybillNo: 'SF1', note: '' })).toMatchObject({
      value: { state: 'received', orderNo },
    });
  });
});

describe('the desk of returns', () => {
  const desk = async (asked: Partial<Parameters<typeof listReturnDesk>[1]> = {}) => {
    const { total, rows } = await listReturnDesk(workspace, { offset: 0, limit: 10, ...asked });
    expect(total).toBe(rows.length);
    return rows.map((row) => [row.waybillNo, row.standing]);
  };

  it('shows what carriers bring back beside what was noted, each parcel once, and ends with the scan', async () => {
    const { orderNo } = sampleOrder(1);
    await workspace.store.write((write) => write.tracking.update(waybillNo, { state: 'returning' }));
    await workspace.clock.advance(hour);
    await expectReturn(workspace, { orderNo, waybillNo: 'SF1', carrier: 'SF', reason: '' });
    await scanReturn(workspace, { waybillNo: 'JT1', note: '' });
    expect(await desk()).toEqual([
      [waybillNo, 'told'],
      ['JT1', 'unknown'],
      ['SF1', 'expected'],
    ]);
    await workspace.store.write((write) => write.tracking.update(waybillNo, { state: 'returned' }));
    expect(await desk({ standing: 'unscanned' })).toEqual([[waybillNo, 'unscanned']]);
    expect(await countReturns(workspace)).toEqual({
      unknown: 1,
      unscanned: 1,
      expected: 1,
      told: 0,
      received: 0,
      dropped: 0,
    });
    await scanReturn(workspace, { waybillNo, note: '' });
    expect(await desk({ standing: 'received' })).toEqual([[waybillNo, 'received']]);
    expect(await desk({ search: orderNo })).toHaveLength(2);
  });

  it('forgets what a carrier told two months ago', async () => {
    await workspace.store.write((write) => write.tracking.update(waybillNo, { state: 'returned' }));
    await workspace.clock.advance(61 * 24 * hour);
    expect(await desk()).toEqual([]);
  });
});
