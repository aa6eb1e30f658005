import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import { createVirtualTransport } from '../../electron/printers/transports/virtual/virtualTransport.ts';
import { queuePrints } from '../../electron/usecases/printing/queue.ts';
import { matrixBenches } from './printMatrix/matrixBench.ts';
import type { MatrixWay } from './printMatrix/matrixWay.ts';
import { labelLanguages } from './printMatrix/matrixWay.ts';

const folders: string[] = [];
let folder = '';

/** A folder for a printer; its papers are the whole lines of its record. */
const virtualWay: MatrixWay = {
  id: 'virtual',
  answers: false,
  tears: false,
  async open(language) {
    const place = mkdtempSync(join(tmpdir(), 'matrix-'));
    folders.push(place);
    folder = join(place, 'labels');
    return {
      transport: createVirtualTransport(systemClock),
      uri: `virtual:${folder}?lang=${language}&size=60x40`,
      plug: async () => {},
      taken: async () => Buffer.alloc(0),
      close: async () => {},
    };
  },
};
const benches = matrixBenches(virtualWay);
const record = () => join(folder, 'journal.jsonl');
const papers = () => readFileSync(record(), 'utf8').split('\n').slice(0, -1);

afterEach(async () => {
  await benches.closeAll();
  for (const place of folders.splice(0)) rmSync(place, { recursive: true, force: true });
});
afterAll(() => benches.record());

describe.each(labelLanguages)('the print matrix, virtual: %s', (language) => {
  it('1 a folder that cannot be: nothing was printed; once it can, it prints once', async () => {
    const bench = await benches.open(language, {});
    writeFileSync(folder, 'in the way');
    await bench.letItBe();
    expect(await bench.states()).toEqual(['failed']);
    rmSync(folder);
    await queuePrints(bench.workspace, bench.orderIds, bench.device.uri);
    await bench.letItBe();
    expect(await bench.states()).toEqual(['confirmed']);
    benches.count('1 not writable', papers().length, bench.sends);
  });

  it('3 a record cut at every 64 bytes while the program dies: the label is there or it prints, never both', async () => {
    const whole = await benches.open(language, {});
    await whole.printDue();
    const lineBytes = readFileSync(record()).length;
    for (let cut = 0; cut <= lineBytes; cut += 64) {
      const bench = await benches.open(language, {});
      bench.sends.dies = true;
      await expect(bench.printDue(1)).rejects.toThrow('the program ends here');
      bench.sends.dies = false;
      truncateSync(record(), Math.min(cut, readFileSync(record()).length));
      await bench.restart();
      await bench.letItBe();
      const [state] = await bench.states();
      expect(['confirmed', 'held', 'failed']).toContain(state);
      if (state !== 'confirmed') await queuePrints(bench.workspace, bench.orderIds, bench.device.uri);
      await bench.letItBe();
      expect(papers()).toHaveLength(1);
      benches.count(`3 record cut at ${cut}`, papers().length);
      await benches.closeAll();
    }
  });

  it('6 the program dies after the line: the record tells, nobody is asked', async () => {
    const bench = await benches.open(language, {});
    bench.sends.dies = true;
    await expect(bench.printDue(1)).rejects.toThrow('the program ends here');
    bench.sends.dies = false;
    await bench.restart();
    await bench.letItBe();
    expect(await bench.states()).toEqual(['confirmed']);
    benches.count('6 the program dies', papers().length, bench.sends);
  });

  it('11 a record that cannot be read is not knowing, and prints nothing again', async () => {
    const bench = await benches.open(language, {});
    bench.sends.dies = true;
    await expect(bench.printDue(1)).rejects.toThrow('the program ends here');
    bench.sends.dies = false;
    // A folder in the record's place can be read by nobody, not even by root.
    rmSync(record(), { force: true });
    mkdirSync(record());
    await bench.restart();
    await bench.letItBe();
    expect(await bench.states()).toEqual(['unsure']);
    benches.count('11 record unreadable', 1, bench.sends);
  });

  it('13 and 14 asked for twice, and damaged in the store', async () => {
    const bench = await benches.open(language, {});
    await bench.printDue();
    expect(await queuePrints(bench.workspace, bench.orderIds, bench.device.uri)).toMatchObject({
      value: { queued: 0 },
    });
    await bench.letItBe();
    benches.count('13 asked twice', papers().length, bench.sends);
    const damaged = await benches.open(language, {});
    await damaged.damageDocument();
    await damaged.letItBe();
    expect(damaged.sends.maybe.size).toBe(0);
    benches.count('14 damaged', 0, damaged.sends);
  });
});
