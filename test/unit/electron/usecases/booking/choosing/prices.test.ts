import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  askArrival,
  askFreight,
  freightOfOrder,
} from '../../../../../../electron/usecases/booking/choosing/askFreight.ts';
import { openFreight } from '../../../../../../electron/usecases/booking/choosing/freight.ts';
import { factsOf } from '../../../../../../electron/usecases/booking/choosing/orderFacts.ts';
import {
  readPriceFile,
  writePriceTemplate,
} from '../../../../../../electron/usecases/booking/choosing/priceFile.ts';
import {
  listPriceTables,
  readPriceTable,
  removePriceTable,
  savePriceTable,
} from '../../../../../../electron/usecases/booking/choosing/priceTables.ts';
import type { PriceTable } from '../../../../../../shared/domain/freight.ts';
import { withFile } from '../../../../../doubles/files/orderFile.ts';
import { KdniaoServer } from '../../../../../doubles/platforms/kdniaoServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleBooking } from '../../../../../doubles/workspace/sampleBooking.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const table = (zones: PriceTable['zones'], change: Partial<PriceTable> = {}): PriceTable => ({
  id: 't1',
  name: '中通',
  accountId: '',
  carrier: 'ZTO',
  validFrom: '',
  validTo: '',
  parcels: 'each',
  perParcelFen: 0,
  insuranceBasisPoints: 0,
  insuranceLeastFen: 0,
  codBasisPoints: 0,
  codLeastFen: 0,
  zones,
  ...change,
});
const zone = (places: PriceTable['zones'][number]['places'], amountFen = 300) => ({
  name: '一区',
  places,
  steps: [{ kind: 'flat' as const, upToGrams: 1000, amountFen }],
  surchargeFen: 0,
});

describe('price tables from files', () => {
  it('the template is read back as it was written, and so is a stored table', async () => {
    const path = join(workspace.folder, 'prices.xlsx');
    await writePriceTemplate(workspace, { language: 'zh-CN', path, table: null });
    const read = await readPriceFile(workspace, path);
    if (!read.ok) throw new Error(read.code);
    expect(read.value.refused).toEqual([]);
    expect(
      read.value.zones.map(({ name, steps, surchargeFen }) => [name, steps.length, surchargeFen]),
    ).toEqual([
      ['一区', 3, 0],
      ['偏远', 1, 200],
    ]);
    expect(read.value.zones[0]?.steps.at(-1)).toEqual({
      kind: 'continued',
      upToGrams: null,
      firstGrams: 1000,
      firstFen: 260,
      stepGrams: 1000,
      stepFen: 80,
    });
    await writePriceTemplate(workspace, { language: 'en', path, table: table(read.value.zones) });
    expect(await readPriceFile(workspace, path)).toEqual(read);
  });

  it('understands short names and groups, and names each row it cannot read', async () => {
    const csv = [
      '分区,省份或城市,重量上限(kg),首重(kg),首重价(元),续重(kg),续重价(元),附加费(元)',
      '近,江浙沪、深圳,,1,￥2.60,1,0.8,',
      '远,新疆 西藏,30,0.5,15,0.5,6.25,2',
      '错,火星,,1,3,1,1,',
      '错,青海,,1,三块,1,1,',
      '错,青海,,1,3.005,1,1,',
    ].join('\n');
    await withFile(
      csv,
      async (path) => {
        const read = await readPriceFile(workspace, path);
        if (!read.ok) throw new Error(read.code);
        expect(read.value.zones[0]?.places).toEqual([
          { province: '江苏省', city: '' },
          { province: '浙江省', city: '' },
          { province: '上海市', city: '' },
          { province: '广东省', city: '深圳市' },
        ]);
        expect(read.value.zones[1]).toMatchObject({
          surchargeFen: 200,
          steps: [{ upToGrams: 30_000, firstGrams: 500, firstFen: 1500, stepGrams: 500, stepFen: 625 }],
        });
        expect(read.value.refused.map(({ row, code }) => [row, code])).toEqual([
          [4, 'PRICE_PLACE_UNKNOWN'],
          [5, 'PRICE_CELL_INVALID'],
          [6, 'PRICE_CELL_INVALID'],
        ]);
      },
      'prices.csv',
    );
  });

  it('a file without prices is refused with the columns it lacks', async () => {
    await withFile(
      '姓名,电话\n甲,1\n',
      async (path) => {
        expect(await readPriceFile(workspace, path)).toMatchObject({
          code: 'PRICE_COLUMNS_MISSING',
          params: { columns: '省份或城市、首重价(元)' },
        });
      },
      'people.csv',
    );
  });
});

describe('stored price tables', () => {
  it('are refused when they could be read two ways', async () => {
    const zhejiang = { province: '浙江省', city: '' };
    expect(await savePriceTable(workspace, table([zone([zhejiang]), zone([zhejiang])]))).toMatchObject({
      code: 'PRICE_TABLE_INVALID',
    });
    const twice = { ...zone([zhejiang]), steps: [...zone([]).steps, ...zone([]).steps] };
    expect(await savePriceTable(workspace, table([twice]))).toMatchObject({ code: 'PRICE_TABLE_INVALID' });
    const dates = { validFrom: '2026-11-02', validTo: '2026-11-01' };
    expect(await savePriceTable(workspace, table([], dates))).toMatchObject({ code: 'PRICE_TABLE_INVALID' });
    expect(await listPriceTables(workspace)).toEqual([]);
  });

  it('can be changed and removed, and say whether they hold today', async () => {
    await savePriceTable(workspace, table([zone([])], { validTo: '2000-01-01' }));
    await savePriceTable(workspace, table([zone([]), zone([])]));
    expect(await listPriceTables(workspace)).toMatchObject([{ id: 't1', zones: 2, state: 'valid' }]);
    expect(await readPriceTable(workspace, 't1')).toMatchObject({ ok: true });
    await removePriceTable(workspace, 't1');
    expect(await removePriceTable(workspace, 't1')).toMatchObject({ code: 'PRICE_TABLE_NOT_FOUND' });
  });
});

describe('what an order would cost', () => {
  it('is reported for every priced way, the cheapest first, the unknown last', async () => {
    await testAccount(workspace);
    const order = sampleOrder(1);
    await workspace.store.write((write) => write.orders.insertMany([order]));
    const here = [{ province: order.province, city: '' }];
    await savePriceTable(workspace, table([zone(here, 500)]));
    await savePriceTable(workspace, table([zone(here, 400)], { id: 't2', carrier: 'YTO' }));
    await savePriceTable(workspace, table([zone([])], { id: 't3', carrier: 'SF' }));
    const lanes = await freightOfOrder(workspace, order.id);
    if (!lanes.ok) throw new Error(lanes.code);
    expect(
      lanes.value.map(({ carrier, freight }) => [
        carrier,
        freight.isKnown ? freight.amountFen : freight.reason,
      ]),
    ).toEqual([
      ['YTO', 400],
      ['ZTO', 500],
      ['SF', 'no-zone'],
    ]);
    expect(
      await askFreight(workspace, {
        orderId: order.id,
        accountId: lanes.value[0]?.accountId ?? '',
        carrier: 'SF',
      }),
    ).toMatchObject({ code: 'FREIGHT_NOT_OFFERED' });
  });

  it('where no table tells, what the platform said of late is taken, with its age, for a week', async () => {
    const server = new KdniaoServer();
    const endpoint = await server.listen();
    try {
      const { merchantId, apiKey } = server;
      const account = await testAccount(workspace, {
        platform: 'kdniao',
        merchantId,
        secret: apiKey,
        endpoint,
      });
      const order = sampleOrder(1, { weightGrams: 1234 });
      await workspace.store.write((write) => write.orders.insertMany([order]));
      const asked = { orderId: order.id, accountId: account.id, carrier: 'SF' };
      const told = await askFreight(workspace, asked);
      expect(told).toMatchObject({
        ok: true,
        value: { isKnown: true, source: 'platform', checkedAt: expect.any(Number) },
      });
      const known = async () =>
        (await openFreight(workspace, sampleBooking().sender)).of(account.id, 'SF', factsOf(order));
      expect(told).toEqual({ ok: true, value: await known() });
      await workspace.clock.advance(8 * 86_400_000);
      expect(await known()).toEqual({ isKnown: false, reason: 'no-table' });
      const light = sampleOrder(2, { weightGrams: null });
      await workspace.store.write((write) => write.orders.insertMany([light]));
      expect(await askFreight(workspace, { ...asked, orderId: light.id })).toMatchObject({
        code: 'FREIGHT_NEEDS_WEIGHT',
      });
    } finally {
      await server.close();
    }
  });

  it('tells when an order would arrive with a carrier, where the platform says so', async () => {
    const server = new KdniaoServer();
    const endpoint = await server.listen();
    try {
      const account = await testAccount(workspace, {
        platform: 'kdniao',
        merchantId: server.merchantId,
        secret: server.apiKey,
        endpoint,
      });
      const order = sampleOrder(1, { weightGrams: null });
      await workspace.store.write((write) => write.orders.insertMany([order]));
      const asked = { orderId: order.id, accountId: account.id, carrier: 'SF' };
      expect(await askArrival(workspace, asked)).toMatchObject({
        ok: true,
        value: {
          expectedAt: Date.UTC(2026, 0, 4, 10),
          words: '01月04日下午可达',
          checkedAt: expect.any(Number),
        },
      });
      expect(server.requests.at(-1)?.service).toBe('6004');
      const practice = await testAccount(workspace, { name: '练习' });
      expect(await askArrival(workspace, { ...asked, accountId: practice.id })).toMatchObject({
        code: 'SERVICE_UNSUPPORTED',
      });
    } finally {
      await server.close();
    }
  });
});
