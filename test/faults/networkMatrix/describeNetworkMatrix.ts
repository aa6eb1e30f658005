import { afterAll, describe, expect, it } from 'vitest';
import { runCallMatrix } from './callMatrix.ts';
import { FaultRecord } from './faultRecord.ts';
import type { MatrixBench } from './matrixBench.ts';
import { runWorkspaceMatrix } from './workspaceMatrix.ts';

/** The network matrix of one platform; its counts go into the table of results. */
export function describeNetworkMatrix(bench: MatrixBench): void {
  const { id } = bench.platform.manifest;
  describe(`${id} on a broken network`, () => {
    const record = new FaultRecord(`network matrix, ${id}`);
    afterAll(() => record.write());

    it('says of every call how sure it is, and never has two waybills for one order', async () => {
      const before = record.violations.length;
      await runCallMatrix(bench, record);
      expect(record.violations.slice(before)).toEqual([]);
      expect(record.cases).toBeGreaterThan(300);
    });

    it('ends every order: booked once, refused with a reason, or asked of a person', async () => {
      const before = record.violations.length;
      await runWorkspaceMatrix(bench, record);
      expect(record.violations.slice(before)).toEqual([]);
    });
  });
}
