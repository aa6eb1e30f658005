import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleOrder } from '../doubles/workspace/sampleOrder.ts';
import { AwayHall } from './awayHall.ts';
import type { Said } from './benchProcess.ts';
import { recordFaults } from './recordFaults.ts';
import { wholePapers } from './shipBench.ts';

const orderCount = 20;
const no = (order: number) => sampleOrder(order).orderNo;
const shown = (said: Said | null) => (said === null ? 'dead' : `${said.says} ${said.stop}`.trim());

let hall: AwayHall | null = null;
beforeAll(async () => {
  hall = await AwayHall.open(orderCount);
});
afterAll(() => hall?.close());

it('of two benches that scan the same order in the same moment exactly one opens it, and its label is printed once', async (test) => {
  if (hall === null) return test.skip('no PostgreSQL is installed here');
  const { desk } = hall;
  const benches = [hall, await hall.beside('bench-beside')];
  const startedAt = performance.now();
  for (const bench of benches) expect(await bench.start()).toBe(true);
  let kept = 0;
  for (let order = 0; order < orderCount; order++) {
    const scans = benches.map((bench, at) => bench.scan(`bench-${at}-opens-${order}`, no(order)));
    const words = (await Promise.all(scans)).map(shown);
    expect([...words].sort()).toEqual(['opened', 'stopped open-elsewhere']);
    const { waybillNo } = (await desk.store.read.orders.byId(sampleOrder(order).id)) ?? { waybillNo: '' };
    const winner = benches[words.indexOf('opened')];
    // Until its paper is out.
    for (let scan = 0, said = ''; said !== 'closed'; scan++) {
      said = shown((await winner?.scan(`closing-${order}-${scan}`, waybillNo)) ?? null);
      expect(['closed', 'repeated']).toContain(said);
    }
    kept += 1;
  }
  for (let order = 0; order < orderCount; order++)
    expect(await desk.store.read.printJobs.ofOrder(sampleOrder(order).id)).toHaveLength(1);
  const papers = (await Promise.all(benches.map(({ printer }) => wholePapers(printer)))).flat();
  expect(new Set(papers).size).toBe(papers.length);
  recordFaults('two benches that scan the same order at once', {
    cases: orderCount,
    kills: 0,
    violations: orderCount - kept,
    durationMs: performance.now() - startedAt,
  });
});
