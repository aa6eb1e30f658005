import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetOrder } from '../../../../doubles/files/orderSheet.ts';
import { openIntakeDesk } from '../../../../doubles/workspace/intakeDesk.ts';

const count = 24;
const rows = Array.from({ length: count }, (_, no) => sheetOrder(no));
const order = fc.shuffledSubarray(
  rows.map((_, index) => index),
  { minLength: count, maxLength: count },
);

describe('whatever way the same orders come again', () => {
  it('nothing doubles, and exactly the rows that were edited are changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        order,
        fc.uniqueArray(fc.nat({ max: count - 1 }), { maxLength: 3 }),
        fc.nat({ max: 10 }),
        async (sequence, edited, extra) => {
          const desk = await openIntakeDesk();
          try {
            await desk.take(rows);
            const before = await desk.orders();
            const again = sequence.map((index) => ({
              ...sheetOrder(index),
              ...(edited.includes(index) ? { remark: `第${index}行改过` } : {}),
            }));
            const more = Array.from({ length: extra }, (_, index) => sheetOrder(count + index));
            const report = await desk.take([...again, ...more]);
            expect(report).toMatchObject({
              imported: extra,
              duplicates: count - edited.length,
              changed: edited.length,
            });
            const orders = await desk.orders();
            expect(orders.slice(extra)).toEqual(before);
            const changes = await desk.changes();
            expect(changes.map(({ change }) => change.orderNo).sort()).toEqual(
              edited.map((index) => sheetOrder(index).orderNo).sort(),
            );
            for (const { fields } of changes)
              expect(fields.map(({ field }) => field)).toEqual(['sellerRemark']);
          } finally {
            await desk.close();
          }
        },
      ),
      { numRuns: 12, seed: 20261125 },
    );
  });
});
