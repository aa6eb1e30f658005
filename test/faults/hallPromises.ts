import { expect } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import { foldJournal } from '../../electron/store/journal/foldJournal.ts';
import { openCallJournal } from '../../electron/store/journal/openCallJournal.ts';
import { keyring } from '../../electron/vault/sealing.ts';
import { testKey } from '../doubles/workspace/openTestWorkspace.ts';
import type { BenchHall } from './benchHall.ts';
import { keptDigests } from './shipBench.ts';

/** What the account may. */
const ratePerSecond = 20;

export async function untilDone(hall: BenchHall, benches: BenchHall['benches']): Promise<void> {
  while ((await hall.left(benches)) > 0 && hall.bugs.length === 0) {
    await systemClock.sleep(500);
    // One that found no server at its start.
    for (const bench of benches) if (bench.child === null) hall.start(bench);
  }
}

/** Against what platform, printers and the journals of the benches have: nothing lost, nothing twice, and never more calls in a second than the account may. */
export async function expectPromisesKept(hall: BenchHall, orderCount: number): Promise<void> {
  const { desk, platform, benches } = hall;
  await hall.switchOff();
  const { read } = desk.store;
  const { lines } = platform.ledger;
  expect(new Set(lines.map(({ orderCode }) => orderCode)).size).toBe(lines.length);
  expect(new Set(lines.map(({ receiverDigest }) => receiverDigest)).size).toBe(lines.length);
  expect(lines).toHaveLength(orderCount);
  const booked = await read.shipments.inState('booked');
  expect(booked.map(({ waybillNo }) => waybillNo).sort()).toEqual(
    lines.map(({ waybillNo }) => waybillNo).sort(),
  );
  const bookedBy = new Map(booked.map(({ orderCode, waybillNo }) => [orderCode, waybillNo]));
  const called = benches.flatMap(journalOf).filter(({ booking }) => booking !== 'none');
  // No call that may have booked left without a word in the journal of its bench, and none names another number than the book.
  expect(new Set(called.map(({ orderCode }) => orderCode))).toEqual(new Set(bookedBy.keys()));
  for (const { orderCode, waybillNo } of called)
    if (waybillNo !== '') expect(bookedBy.get(orderCode)).toBe(waybillNo);
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
  const papers = (await Promise.all(benches.map(({ printer }) => keptDigests(printer)))).flat();
  expect(new Set(papers).size).toBe(papers.length);
  const sent = labels.filter(({ state }) => state === 'accepted' || state === 'confirmed').length;
  const unsure = labels.filter(({ state }) => state === 'unsure').length;
  expect(sent + unsure, labels.map(({ state, errorCode }) => `${state} ${errorCode}`).join()).toBe(
    orderCount,
  );
  expect(papers.length).toBeGreaterThanOrEqual(sent);
  expect(papers.length).toBeLessThanOrEqual(sent + unsure);
}

/** What a bench has noted of its calls; it does not run any more. */
function journalOf({ folder }: BenchHall['benches'][number]) {
  const journal = openCallJournal({
    workspaceFolder: folder,
    key: keyring(testKey)('outside calls'),
    now: () => systemClock.now(),
    mark: null,
    isHeld: () => true,
    isRestored: false,
  });
  expect(journal.isWhole()).toBe(true);
  const references = foldJournal(journal.after(null));
  journal.close();
  return references;
}
