import { expect } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import type { BenchHall } from './benchHall.ts';
import { wholePapers } from './shipBench.ts';

/** What the account may. */
const ratePerSecond = 20;

export async function untilDone(hall: BenchHall, benches: BenchHall['benches']): Promise<void> {
  while ((await hall.left(benches)) > 0 && hall.bugs.length === 0) {
    await systemClock.sleep(500);
    // One that found no server at its start.
    for (const bench of benches) if (bench.child === null) hall.start(bench);
  }
}

/** Against what platform and printers have: nothing lost, nothing twice, and never more calls in a second than the account may. */
export async function expectPromisesKept(
  { desk, platform, benches }: BenchHall,
  orderCount: number,
): Promise<void> {
  const { read } = desk.store;
  const { lines } = platform.ledger;
  expect(new Set(lines.map(({ orderCode }) => orderCode)).size).toBe(lines.length);
  expect(new Set(lines.map(({ receiverDigest }) => receiverDigest)).size).toBe(lines.length);
  expect(lines).toHaveLength(orderCount);
  const booked = await read.shipments.inState('booked');
  expect(booked.map(({ waybillNo }) => waybillNo).sort()).toEqual(
    lines.map(({ waybillNo }) => waybillNo).sort(),
  );
  // Everything that books passes one interface of the platform.
  for (const [service, meter] of platform.meters)
    expect(meter.peakPerSecond(), service).toBeLessThanOrEqual(ratePerSecond);
  const labels = await read.printJobs.inStates([
    'accepted',
    'confirmed',
    'unsure',
    'failed',
    'held',
    'waiting',
  ]);
  expect(labels).toHaveLength(orderCount);
  expect(new Set(labels.map(({ waybillNo }) => waybillNo)).size).toBe(orderCount);
  const papers = (await Promise.all(benches.map(({ printer }) => wholePapers(printer)))).flat();
  expect(new Set(papers).size).toBe(papers.length);
  const sent = labels.filter(({ state }) => state === 'accepted' || state === 'confirmed').length;
  const unsure = labels.filter(({ state }) => state === 'unsure').length;
  expect(sent + unsure, labels.map(({ state, errorCode }) => `${state} ${errorCode}`).join()).toBe(
    orderCount,
  );
  expect(papers.length).toBeGreaterThanOrEqual(sent);
  expect(papers.length).toBeLessThanOrEqual(sent + unsure);
}
