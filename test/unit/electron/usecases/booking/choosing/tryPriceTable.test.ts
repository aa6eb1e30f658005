import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPlaceNames } from '../../../../../../electron/usecases/booking/choosing/priceFile.ts';
import {
  listPriceTables,
  savePriceTable,
} from '../../../../../../electron/usecases/booking/choosing/priceTables.ts';
import { saveRuleSet } from '../../../../../../electron/usecases/booking/choosing/ruleSets.ts';
import { tryPriceTable } from '../../../../../../electron/usecases/booking/choosing/tryPriceTable.ts';
import { emptyRuleSet } from '../../../../../../shared/domain/bookingRule.ts';
import type { PriceTable } from '../../../../../../shared/domain/freight.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const table = (province: string, amountFen: number, change: Partial<PriceTable> = {}): PriceTable => ({
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
  zones: [
    {
      name: '一区',
      places: [{ province, city: '' }],
      steps: [{ kind: 'flat', upToGrams: 5_000, amountFen }],
      surchargeFen: 0,
    },
  ],
  ...change,
});

async function insertOrders(): Promise<void> {
  const at = { createdAt: workspace.clock.now(), weightGrams: 800 };
  await workspace.store.write((write) =>
    write.orders.insertMany([
      sampleOrder(1, { ...at, province: '浙江省', city: '杭州市' }),
      sampleOrder(2, { ...at, province: '浙江省', city: '宁波市' }),
      sampleOrder(3, { ...at, province: '青海省', city: '西宁市' }),
      sampleOrder(4, { ...at, province: '浙江省', city: '杭州市', weightGrams: null }),
    ]),
  );
}

it('prices past orders with the changed table, tells what has no price and why, and stores nothing', async () => {
  await insertOrders();
  await savePriceTable(workspace, table('浙江省', 300));
  const trial = await tryPriceTable(workspace, table('浙江省', 250), 7);
  expect(trial.all).toEqual({
    orders: 4,
    compared: 2,
    beforeFen: 600,
    afterFen: 500,
    known: 2,
    knownFen: 500,
  });
  expect(new Map(trial.unknown.map(({ reason, orders }) => [reason, orders]))).toEqual(
    new Map([
      ['no-zone', 1],
      ['no-weight', 1],
    ]),
  );
  expect(trial.missing).toEqual([{ province: '青海省', orders: 1 }]);
  expect(trial.moved).toBe(2);
  expect(trial.moves[0]).toMatchObject({ zoneName: '一区', beforeFen: 300, afterFen: 250 });
  expect(await listPriceTables(workspace)).toMatchObject([{ id: 't1' }]);
  expect((await tryPriceTable(workspace, table('浙江省', 300), 7)).moved).toBe(0);
});

it('counts apart the orders that the rules in force send with this carrier', async () => {
  await insertOrders();
  const { id: accountId } = await testAccount(workspace);
  const lane = (carrier: string) => ({ accountId, carrier, product: '', template: '' });
  await saveRuleSet(
    workspace,
    {
      ...emptyRuleSet,
      rules: [
        {
          id: 'r1',
          isEnabled: true,
          conditions: [
            { kind: 'place', isNot: false, places: [{ province: '青海省', city: '', areaId: '' }] },
          ],
          outcome: { kind: 'book', lane: lane('ZTO') },
          share: null,
        },
      ],
      fallback: { kind: 'book', lane: lane('SF') },
    },
    0,
  );
  const trial = await tryPriceTable(workspace, table('青海省', 1_500), 7);
  expect(trial.own).toMatchObject({ orders: 1, known: 1, knownFen: 1_500, compared: 0 });
  expect(trial.all.orders).toBe(4);
});

it('tries a table that begins later on its first day, and orders older than asked for not at all', async () => {
  await insertOrders();
  const trial = await tryPriceTable(workspace, table('浙江省', 250, { validFrom: '2999-01-01' }), 7);
  expect(trial.all.known).toBe(2);
  await workspace.clock.advance(8 * 86_400_000);
  expect((await tryPriceTable(workspace, table('浙江省', 250), 7)).all.orders).toBe(0);
});

it('a group of the merchant and the built-in ones are names a price table may use', async () => {
  const places = [
    { province: '新疆维吾尔自治区', city: '' },
    { province: '四川省', city: '甘孜藏族自治州' },
  ];
  await saveRuleSet(workspace, { ...emptyRuleSet, areas: [{ id: 'far-1', name: '我的偏远', places }] }, 0);
  const named = await readPlaceNames(workspace, ['我的偏远', '江浙沪', '火星', '深圳']);
  expect(named[0]).toEqual({ name: '我的偏远', places });
  expect(named[1]?.places?.map(({ province }) => province)).toEqual(['江苏省', '浙江省', '上海市']);
  expect(named[2]?.places).toBeNull();
  expect(named[3]?.places).toEqual([{ province: '广东省', city: '深圳市' }]);
});
