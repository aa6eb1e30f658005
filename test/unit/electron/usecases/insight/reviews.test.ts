import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstIdAt } from '../../../../../electron/platform/ids.ts';
import { writeReview } from '../../../../../electron/usecases/insight/reviewFile.ts';
import {
  keepFinishedWeeks,
  readKeptWeeks,
  readReview,
} from '../../../../../electron/usecases/insight/reviews.ts';
import { nothingKnown } from '../../../../../electron/usecases/tracking/storeSnapshot.ts';
import { resultsFolder } from '../../../../../electron/usecases/workspace/workspace.ts';
import type { ReviewKind } from '../../../../../shared/domain/insight/review.ts';
import { dayMs, hourMs, shopDate, startOfShopWeek } from '../../../../../shared/rules/shopTime.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleCall } from '../../../../doubles/workspace/sampleCall.ts';
import { sampleShipment } from '../../../../doubles/workspace/sampleShipment.ts';
import { writeFortnight } from '../../../../fixtures/fortnight/writeFortnight.ts';

/** Friday, half past two in the afternoon of the shop. */
const friday = Date.UTC(2026, 10, 27, 6, 30);
const monday = startOfShopWeek(friday);
const lastMonday = monday - 7 * dayMs;

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  await workspace.clock.advance(friday - workspace.clock.now());
});
afterEach(() => workspace.close());

async function review(kind: ReviewKind, day?: string) {
  const read = await readReview(workspace, { kind, day });
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

const book = (askedBy: string, ...times: number[]) =>
  workspace.store.write(async (write) => {
    for (const [index, bookedAt] of times.entries())
      await write.shipments.insert({
        ...sampleShipment({ bookedAt, state: 'booked', askedBy }),
        id: `s${bookedAt}-${index}`,
        orderCode: `c${bookedAt}-${index}`,
      });
  });

describe('looking back on a week', () => {
  it('adds up what each of its days came to, and compares with the week before', async () => {
    await writeFortnight(workspace, { perDay: 12, days: 14 });
    const week = await review('week');
    expect([shopDate(week.from), shopDate(week.to - 1)]).toEqual(['2026-11-16', '2026-11-22']);
    const { now, before, days, carriers } = week.volume;
    expect(now.booked).toBeGreaterThan(30);
    expect(days.reduce((sum, { booked }) => sum + (booked ?? 0), 0)).toBe(now.booked);
    expect(carriers.reduce((sum, { booked }) => sum + (booked ?? 0), 0)).toBe(now.booked);
    expect(before.booked).toBeGreaterThan(0);
    expect(week.calls.lines.reduce((sum, { calls }) => sum + calls, 0)).toBe(week.calls.calls);
    expect(week.calls.calls).toBeGreaterThan(week.calls.before.calls / 10);
    expect(week.traces).toMatchObject({ booked: now.booked });
    expect(week.labels.printed).toBe(now.printed);
    expect(week.operators?.reduce((sum, { booked }) => sum + booked, 0)).toBe(now.booked);
    for (const { worked, failed, unknown } of week.availability)
      expect(worked + failed + unknown).toBe(7 * 24 * 60);
  });

  it('knows nothing of a week before the shop began, and of parcels nobody asked about', async () => {
    await book('', lastMonday + hourMs, lastMonday + dayMs);
    const { volume, cases, calls } = await review('week');
    expect(volume.now).toEqual({ booked: 2, printed: 0, collected: null, signed: null });
    expect(volume.before).toEqual({ booked: null, printed: null, collected: null, signed: null });
    expect(cases.medianHours).toBeNull();
    expect(calls).toMatchObject({ calls: 0, errorShare: null });
  });

  it('knows that nothing was signed on a day whose parcels were told of later, in the day as in its week', async () => {
    await book('', lastMonday + hourMs);
    const followed = {
      ...nothingKnown,
      waybillNo: 'W1',
      carrier: 'ZTO',
      orderId: '',
      orderNo: '',
      accountId: '',
      phoneTail: '',
      nextDueAt: 0,
      bookedAt: lastMonday + hourMs,
    };
    await workspace.store.write((write) => write.tracking.follow(followed));
    const ofMonday = async () => (await review('day', shopDate(lastMonday))).volume.now;
    expect(await ofMonday()).toMatchObject({ booked: 1, collected: null, signed: null });
    // A push of Wednesday: no question was ever asked.
    await workspace.store.write((write) =>
      write.tracking.update('W1', { checkedAt: lastMonday + 2 * dayMs }),
    );
    expect(await ofMonday()).toMatchObject({ booked: 1, collected: 0, signed: 0 });
    expect((await review('week')).volume.days[0]).toMatchObject({ collected: 0, signed: 0 });
    expect((await review('day', shopDate(lastMonday + 3 * dayMs))).volume.now.signed).toBeNull();
  });

  it('says who did what to who answers for them, and to nobody else', async () => {
    await book('小周', lastMonday + hourMs, lastMonday + 2 * hourMs);
    await workspace.store.write(async (write) => {
      const line = { orderId: 'o', at: lastMonday, code: '', note: '', dataJson: '{}', operator: '小周' };
      for (const [no, kind] of ['corrected', 'corrected', 'correction-undone', 'booked'].entries())
        await write.history.add({ ...line, kind, id: `${firstIdAt(lastMonday + hourMs).slice(0, -1)}${no}` });
    });
    const week = await review('week');
    expect(week.corrections).toEqual({ corrected: 2, undone: 1 });
    expect(week.operators).toEqual([
      { name: '小周', booked: 2, printed: 0, reprinted: 0, corrected: 2, solved: 0 },
    ]);
    const actor = { operatorId: 'p', name: '小周', role: 'packer' } as const;
    const asPacker = await readReview({ ...workspace, actor }, { kind: 'week' });
    expect(asPacker).toMatchObject({ ok: true, value: { operators: null, corrections: { corrected: 2 } } });
  });

  it('ends at midnight of the shop, and counts what happened then to the new day', async () => {
    await book('', monday - 1, monday);
    expect((await review('week')).volume.now.booked).toBe(1);
    expect((await review('day', '2026-11-22')).volume.now.booked).toBe(1);
    expect((await review('day', '2026-11-23')).volume.now.booked).toBe(1);
    expect(await review('week', '2026-11-23')).toMatchObject({ isFinished: false });
  });

  it('shows the first day of a shop as far as it has come, and from the second one on the day before', async () => {
    await book('', friday - hourMs);
    expect(await review('day')).toMatchObject({ isFinished: false, volume: { now: { booked: 1 } } });
    expect(await review('week')).toMatchObject({ isFinished: false, volume: { now: { booked: 1 } } });
    await workspace.clock.advance(dayMs);
    expect(await review('day')).toMatchObject({ isFinished: true, volume: { now: { booked: 1 } } });
  });

  it('refuses what is no day, and a day to come', async () => {
    for (const [day, code] of [
      ['2026-02-30', 'REVIEW_DAY_INVALID'],
      ['gestern', 'REVIEW_DAY_INVALID'],
      ['2026-11-28', 'REVIEW_DAY_AHEAD'],
    ] as const)
      expect(await readReview(workspace, { kind: 'day', day }), day).toMatchObject({ ok: false, code });
  });
});

describe('a week that is over', () => {
  it('stays as it was seen, whatever is learned or forgotten later', async () => {
    await book('', lastMonday + hourMs);
    await keepFinishedWeeks(workspace);
    await book('', lastMonday + 2 * hourMs);
    await workspace.store.write((write) => write.calls.insert(sampleCall(1, { at: lastMonday + hourMs })));
    await workspace.clock.advance(hourMs);
    await keepFinishedWeeks(workspace);
    expect(await review('week')).toMatchObject({ madeAt: friday, volume: { now: { booked: 1 } } });
    expect((await review('week')).calls.calls).toBe(0);
    expect(await readKeptWeeks(workspace)).toEqual([{ from: lastMonday, to: monday, booked: 1 }]);
  });

  it('is kept afterwards where the program did not run when it ended, and none before the shop began', async () => {
    await book('', lastMonday - 8 * dayMs);
    await keepFinishedWeeks(workspace);
    expect((await readKeptWeeks(workspace)).map(({ from }) => shopDate(from))).toEqual([
      '2026-11-16',
      '2026-11-09',
      '2026-11-02',
    ]);
  });

  it('is not kept while it lasts, and not at all where nothing was ever booked', async () => {
    await keepFinishedWeeks(workspace);
    await book('', monday + hourMs);
    await keepFinishedWeeks(workspace);
    expect(await readKeptWeeks(workspace)).toEqual([]);
  });
});

describe('a review on paper', () => {
  it('is one page that loads nothing and names no receiver', async () => {
    await writeFortnight(workspace, { perDay: 8, days: 14 });
    const written = await writeReview(workspace, {
      review: await review('week'),
      type: 'html',
      language: 'zh-CN',
    });
    if (!written.ok) throw new Error(written.code);
    expect(written.value.path.startsWith(resultsFolder(workspace))).toBe(true);
    const page = readFileSync(written.value.path, 'utf8');
    expect(page).toContain('周复盘 2026-11-16 至 2026-11-22');
    expect(page).not.toMatch(/https?:|<script|src=|url\(/);
    const orders = await workspace.store.read.orders.window({}, { offset: 0, limit: 5 });
    for (const { receiverName, receiverPhone } of orders) {
      expect(page).not.toContain(receiverName);
      expect(page).not.toContain(receiverPhone);
    }
  });

  it('is a sheet with every part under its title', async () => {
    const path = join(workspace.folder, 'w.xlsx');
    const written = await writeReview(workspace, {
      review: await review('week'),
      type: 'xlsx',
      language: 'en',
      path,
    });
    expect(written).toMatchObject({ ok: true, value: { path } });
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  });
});
