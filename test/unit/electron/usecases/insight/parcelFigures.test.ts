import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layoutJson } from '../../../../../electron/store/insight/billJson.ts';
import type { Bill, BillItem, TrackingCase } from '../../../../../electron/store/schema.ts';
import { readCosts } from '../../../../../electron/usecases/insight/costs.ts';
import { readDayBoard } from '../../../../../electron/usecases/insight/dayBoard.ts';
import { readTransit } from '../../../../../electron/usecases/insight/transit.ts';
import { readTroubles } from '../../../../../electron/usecases/insight/troubles.ts';
import { readVolumes } from '../../../../../electron/usecases/insight/volumes.ts';
import { listParcels } from '../../../../../electron/usecases/tracking/parcelLists.ts';
import type { PassedParcels } from '../../../../../shared/domain/trackingGroup.ts';
import { dayMs, startOfShopDay } from '../../../../../shared/rules/shopTime.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { type WrittenFortnight, writeFortnight } from '../../../../fixtures/fortnight/writeFortnight.ts';

const bill: Bill = {
  id: 'b1',
  carrier: 'ZTO',
  fileName: 'bill.csv',
  contentHash: '',
  linesHash: '',
  fromDay: '2026-10-01',
  toDay: '2026-10-31',
  state: 'ready',
  toleranceJson: '{}',
  layoutJson: '{}',
  lines: 1,
  rowsSkipped: 0,
  billedFen: 400,
  toldFen: null,
  codFen: 0,
  durationMs: 1,
  operator: '',
  createdAt: 1,
};

const item: BillItem = {
  billId: 'b1',
  itemKey: '1',
  class: 'matched',
  reason: '',
  waybillNo: '78910026000001',
  shipmentId: 's1',
  orderId: 'o1',
  orderNo: '1',
  lines: 1,
  firstRow: 2,
  billedGrams: null,
  ownGrams: null,
  billedFen: 400,
  estimateFen: 350,
  expectedFen: null,
  differenceFen: null,
  codFen: 0,
  ownCodFen: 0,
  claimFen: null,
  claimState: '',
  claimedFen: null,
  wonFen: null,
  claimNote: '',
  claimedBy: '',
  claimedAt: null,
  version: 0,
};

const openCase: TrackingCase = {
  id: 'c',
  waybillNo: 'W',
  carrier: 'ZTO',
  orderId: 'o1',
  orderNo: '1',
  phoneTail: '',
  province: '',
  kind: 'silent',
  rank: 1,
  occurrence: 1,
  state: 'open',
  version: 0,
  sinceAt: 0,
  limitAt: 0,
  basisJson: '{}',
  openedAt: 0,
  ownerId: '',
  ownerName: '',
  dueAt: null,
  snoozeUntil: null,
  waitingOn: null,
  goneAt: null,
  outcome: null,
  closedAt: null,
  closedBy: '',
  notes: 0,
};

const friday = Date.UTC(2026, 10, 27, 6, 30);

describe('figures of parcels over a fortnight', () => {
  let workspace: TestWorkspace;
  let written: WrittenFortnight;
  beforeAll(async () => {
    workspace = await openTestWorkspace();
    await workspace.clock.advance(friday - workspace.clock.now());
    written = await writeFortnight(workspace, { perDay: 40 });
  });
  afterAll(() => workspace.close());

  test('every number got is in one day and one carrier; days before the shop began are unknown', async () => {
    const { spans, carriers } = await readVolumes(workspace, { unit: 'day' });
    const known = spans.filter((span) => span.carriers !== null);
    expect(spans).toHaveLength(28);
    expect(known).toHaveLength(15);
    const counted = known.flatMap((span) => span.carriers ?? []).reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(written.booked);
    expect(carriers[0]).toBe('ZTO');
    expect(spans.at(-1)?.from).toBe(startOfShopDay(friday));
  });

  test('weeks begin on Monday and hold the same parcels as their days; one shop has only its own', async () => {
    const all = await readVolumes(workspace, { unit: 'week' });
    const sum = ({ spans }: Awaited<ReturnType<typeof readVolumes>>) =>
      spans.flatMap((span) => span.carriers ?? []).reduce((total, { count }) => total + count, 0);
    expect(new Date((all.spans[0]?.from ?? 0) + 8 * 3_600_000).getUTCDay()).toBe(1);
    expect(sum(all)).toBe(written.booked);
    const parts = await Promise.all(all.shops.map((shop) => readVolumes(workspace, { unit: 'week', shop })));
    expect(parts.map(sum).reduce((total, count) => total + count, 0)).toBe(written.booked);
  });

  test('of each carrier half of the parcels took no longer than its median, and lanes add up to it', async () => {
    const { carriers, lanes } = await readTransit(workspace);
    expect(carriers.length).toBeGreaterThan(3);
    for (const { carrier, count, p10Hours, p50Hours, p90Hours } of carriers) {
      expect([p10Hours, p50Hours, p90Hours]).toEqual(
        [p10Hours, p50Hours, p90Hours].sort((one, other) => (one ?? 0) - (other ?? 0)),
      );
      const ofLanes = lanes.filter((lane) => lane.carrier === carrier);
      expect(ofLanes.reduce((sum, lane) => sum + lane.count, 0)).toBe(count);
    }
    const median = (carrier: string) => carriers.find((one) => one.carrier === carrier)?.p50Hours ?? 0;
    expect(median('SF')).toBeLessThan(median('ZTO'));
  });

  const listed = (passed: PassedParcels, search?: string) =>
    listParcels(workspace, { passed, search }, { offset: 0, limit: 500 });
  const numbers = ({ rows }: Awaited<ReturnType<typeof listed>>) => rows.map(({ waybillNo }) => waybillNo);

  test('a mark of today opens exactly the parcels it counts', async () => {
    const { dayAt, strip } = await readDayBoard(workspace);
    for (const step of ['collected', 'signed'] as const) {
      const counted = strip.find(({ measure }) => measure === step)?.count;
      const { total, rows } = await listed({ step, from: dayAt, to: dayAt + dayMs });
      expect([step, total, rows.length]).toEqual([step, counted, counted]);
    }
    expect(strip.find(({ measure }) => measure === 'signed')?.count).toBeGreaterThan(0);
  });

  test('a mark of a carrier opens its parcels, one of a province those that went there, or those of them that were late', async () => {
    const { from, to, carriers, lanes } = await readTransit(workspace);
    for (const { carrier, count } of carriers)
      expect((await listed({ step: 'timed', from, to, carrier })).total).toBe(count);
    const late = lanes.filter(({ promised, kept }) => promised > kept);
    expect(late.length).toBeGreaterThan(0);
    for (const { carrier, province, count, promised, kept } of [...lanes.slice(0, 5), ...late]) {
      const lane = { from, to, carrier, province };
      expect((await listed({ step: 'timed', ...lane })).total).toBe(count);
      expect((await listed({ step: 'late', ...lane })).total).toBe(promised - kept);
    }
  });

  test('a list behind a mark has the newest first, window after window, and is searched separately', async () => {
    const { from, to } = await readTransit(workspace);
    const passed = { step: 'signed', from, to } as const;
    const all = await listed(passed);
    const second = await listParcels(workspace, { passed }, { offset: 3, limit: 2 });
    expect(numbers(second)).toEqual(numbers(all).slice(3, 5));
    const one = numbers(all)[7] ?? '';
    expect(numbers(await listed(passed, one))).toEqual([one]);
    expect((await listed({ ...passed, from: to, to: to + dayMs }, one)).total).toBe(0);
  });

  test('a parcel nobody has a price for costs an unknown sum, not nothing', async () => {
    const { carriers } = await readCosts(workspace);
    const ems = carriers.find(({ carrier }) => carrier === 'EMS');
    expect(ems).toMatchObject({ priced: 0, pricedFen: 0, bill: null });
    expect(ems?.count).toBeGreaterThan(0);
    const zto = carriers.find(({ carrier }) => carrier === 'ZTO');
    expect(zto?.priced).toBeLessThan(zto?.count ?? 0);
    expect((zto?.pricedFen ?? 0) / (zto?.priced ?? 1)).toBeGreaterThan(240);
  });

  test('the newest bill of a carrier, charges made twice with it, stands beside one estimate of each parcel', async () => {
    await workspace.store.write(async (write) => {
      for (const [id, toDay] of [
        ['b1', '2026-10-31'],
        ['b2', '2026-11-15'],
      ] as const)
        await write.bills.insert({ ...bill, id, toDay });
      const columns = [
        { header: '运单号', field: 'waybillNo' },
        { header: '代收货款', field: 'codAmount' },
      ] as const;
      const layout = layoutJson.write({
        sheet: '',
        headerRowNo: 1,
        sheetsLeft: [],
        columns: [...columns],
      });
      await write.bills.insert({ ...bill, id: 'payouts', toDay: '2026-11-20', layoutJson: layout });
      await write.bills.insertItems([
        { ...item, billId: 'b1', itemKey: '1', billedFen: 9_999 },
        { ...item, billId: 'b2', itemKey: '1', billedFen: 400, estimateFen: 350 },
        { ...item, billId: 'b2', itemKey: '2', billedFen: 500, estimateFen: null },
        { ...item, billId: 'b2', itemKey: 'd:3', class: 'double', billedFen: 400, estimateFen: 350 },
      ]);
    });
    const { carriers } = await readCosts(workspace);
    expect(carriers.find(({ carrier }) => carrier === 'ZTO')?.bill).toMatchObject({
      billId: 'b2',
      count: 1,
      billedFen: 800,
      estimateFen: 350,
    });
  });

  test('exceptions are ranked by how many there are, with the age half of them have passed', async () => {
    const now = workspace.clock.now();
    await workspace.store.write(async (write) => {
      for (const [index, [kind, days]] of (
        [
          ['silent', 3],
          ['silent', 5],
          ['silent', 9],
          ['lost', 2],
        ] as const
      ).entries())
        await write.cases.open({
          ...openCase,
          id: `c${index}`,
          waybillNo: `W${index}`,
          kind,
          sinceAt: now - days * dayMs,
        });
    });
    const { kinds, parcels } = await readTroubles(workspace);
    expect(kinds).toEqual([
      { kind: 'silent', count: 3, medianAgeHours: 5 * 24 },
      { kind: 'lost', count: 1, medianAgeHours: 2 * 24 },
    ]);
    expect(parcels).toBe(written.booked);
  });
});
