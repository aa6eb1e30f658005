import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShipBench, type ShipBench } from './shipBench.ts';

let bench: ShipBench;
beforeEach(async () => {
  bench = await openShipBench(3, 'tcp');
});
afterEach(() => bench.close());

describe('the folder of a workspace is copied and both copies ship the same file', () => {
  it('gets each number once and prints each label once: the second copy asks a person', async () => {
    const [copy, first] = [join(bench.folder, 'copy'), join(bench.folder, 'first')];
    cpSync(bench.data, copy, { recursive: true });
    expect(JSON.parse((await bench.ship()).stdout)).toMatchObject({ booked: 3, printed: 3 });
    renameSync(bench.data, first);
    renameSync(copy, bench.data);
    for (const booked of [3, 0]) {
      const again = await bench.ship();
      expect(again.exitCode).toBe(3);
      const { attention, ...report } = JSON.parse(again.stdout);
      expect(report).toMatchObject({ booked, printed: 0 });
      expect(attention.map(({ code }: { readonly code: string }) => code)).toEqual(
        Array(3).fill('BOOKED_ELSEWHERE'),
      );
    }
    expect(bench.platform.ledger()).toHaveLength(3);
    await bench.printer.idle();
    expect(bench.printer.papers).toHaveLength(3);
  });
});
