import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDayBoard } from '../../../../../electron/usecases/insight/dayBoard.ts';
import { nothingKnown } from '../../../../../electron/usecases/tracking/storeSnapshot.ts';
import { changeSettings } from '../../../../../electron/usecases/workspace/settings.ts';
import { dayMs, hourMs, startOfShopDay } from '../../../../../shared/rules/shopTime.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleShipment } from '../../../../doubles/workspace/sampleShipment.ts';
import { writeFortnight } from '../../../../fixtures/fortnight/writeFortnight.ts';

/** Friday, half past two in the afternoon of the shop. */
const friday = Date.UTC(2026, 10, 27, 6, 30);
const midnight = startOfShopDay(friday);

describe('the board of the day', () => {
  let workspace: TestWorkspace;
  beforeEach(async () => {
    workspace = await openTestWorkspace();
    await workspace.clock.advance(friday - workspace.clock.now());
  });
  afterEach(() => workspace.close());

  /** Numbers got at these moments. */
  const book = (...times: number[]) =>
    workspace.store.write(async (write) => {
      for (const [index, bookedAt] of times.entries())
        await write.shipments.insert({
          ...sampleShipment({ bookedAt, state: 'booked' }),
          id: `s${bookedAt}-${index}`,
          orderCode: `c${bookedAt}-${index}`,
        });
    });

  test('a shop that has just begun compares with nothing, and nothing is reported as nought that nobody knows', async () => {
    await book(friday - hourMs);
    const board = await readDayBoard(workspace);
    expect(board.usualDays).toBe(0);
    expect(board.strip).toEqual([
      { measure: 'booked', count: 1, usual: null, knownAt: null },
      { measure: 'printed', count: 0, usual: null, knownAt: null },
      // No parcel is followed: none was collected, and that is known.
      { measure: 'collected', count: 0, usual: null, knownAt: null },
      { measure: 'signed', count: 0, usual: null, knownAt: null },
    ]);
    expect(board.hours.map(({ booked }) => booked).slice(12)).toEqual([0, 1, 0, ...Array(9).fill(null)]);
    expect(board.taken).toBeNull();
  });

  test('what is usual is the median of the last four same weekdays up to this minute of the day', async () => {
    const week = 7 * dayMs;
    // 2, 4, 6 and 20 by this time; what came later on those days does not count, what came in this hour counts by half.
    for (const [weeks, count] of [2, 4, 6, 20].entries())
      await book(...Array(count).fill(midnight - (weeks + 1) * week + 9 * hourMs));
    await book(
      ...[1, 2, 3, 4].flatMap((weeks) => Array(2).fill(midnight - weeks * week + 14 * hourMs)),
      ...[1, 2, 3, 4].flatMap((weeks) => Array(9).fill(midnight - weeks * week + 15 * hourMs)),
      midnight - 5 * week + hourMs,
    );
    const board = await readDayBoard(workspace);
    expect(board.usualDays).toBe(4);
    expect(board.strip[0]).toMatchObject({ measure: 'booked', count: 0, usual: 5 + 1 });
    expect([9, 14, 15].map((hour) => board.hours[hour]?.usual)).toEqual([5, 2, 9]);
  });

  test('a day before the shop began is no day of nought', async () => {
    await book(...Array(10).fill(midnight - 7 * dayMs + 9 * hourMs));
    const board = await readDayBoard(workspace);
    expect([board.usualDays, board.strip[0]?.usual]).toEqual([1, 10]);
  });

  test('what couriers took is not known on a day on which no platform was asked', async () => {
    await writeFortnight(workspace, { perDay: 12, days: 3 });
    expect((await readDayBoard(workspace)).strip[2]?.count).toBeTypeOf('number');
    await workspace.clock.advance(dayMs);
    const { strip } = await readDayBoard(workspace);
    expect(strip.map(({ count }) => count === null)).toEqual([false, false, true, true]);
    expect(strip[2]?.knownAt).toBeLessThan(midnight + dayMs);
  });

  test('the cut-off says of the last day with parcels how many went the same day; nobody set it: nothing', async () => {
    await writeFortnight(workspace, { perDay: 40, days: 3 });
    expect((await readDayBoard(workspace)).cutOffHour).toBeNull();
    await changeSettings(workspace, { cutOffHour: 16 });
    const { cutOffHour, taken } = await readDayBoard(workspace);
    expect([cutOffHour, taken?.dayAt]).toEqual([16, midnight - dayMs]);
    expect(taken?.total).toBeGreaterThan(15);
    expect(taken?.taken).toBeLessThanOrEqual(taken?.total ?? 0);
    expect(taken?.taken).toBeGreaterThan((taken?.total ?? 0) * 0.8);
  });

  test('a number that was given back waits for no courier: the share of collected parcels leaves it out', async () => {
    await writeFortnight(workspace, { perDay: 40, days: 3 });
    await changeSettings(workspace, { cutOffHour: 16 });
    const total = async () => (await readDayBoard(workspace)).taken?.total ?? 0;
    const before = await total();
    const bookedAt = midnight - dayMs + 9 * hourMs;
    for (const [waybillNo, state] of [
      ['TEST00000000000001', 'cancelled'],
      ['TEST00000000000002', 'awaiting-collection'],
    ] as const)
      await workspace.store.write((write) =>
        write.tracking.follow({
          ...nothingKnown,
          waybillNo,
          state,
          carrier: 'ZTO',
          orderId: `order of ${waybillNo}`,
          orderNo: '',
          accountId: '',
          phoneTail: '',
          nextDueAt: 0,
          bookedAt,
        }),
      );
    expect(await total()).toBe(before + 1);
  });
});
