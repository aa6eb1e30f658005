import type { implement } from '@orpc/server';
import type { contract } from '../../shared/contracts/contract.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Writing numbers back, of the page's double: what has a number and was not written yet. */
export function pageWriteBack(os: Os, { orders, fail }: PageWorld) {
  const done = new Set<string>();
  const choose = ({ orderIds, again }: { orderIds?: string[] | undefined; again: boolean }) => {
    const booked = orders.filter(
      ({ id, waybillNo }) => waybillNo !== '' && (orderIds === undefined || orderIds.includes(id)),
    );
    return { fresh: booked.filter(({ id }) => again || !done.has(id)), booked };
  };
  return {
    preview: os.writeBack.preview.handler(({ input }) => {
      const { fresh, booked } = choose(input);
      const skipped = booked.filter((row) => !fresh.includes(row));
      return {
        numbers: fresh.length,
        platforms: fresh.length === 0 ? [] : [{ source: 'pinduoduo', count: fresh.length }],
        rows: fresh.slice(0, 20).map(({ orderNo, carrier, waybillNo, source }) => ({
          orderNo,
          carrierCode: carrier,
          waybillNo,
          source,
        })),
        skipped: skipped.slice(0, 200).map(({ orderNo }) => ({ orderNo, code: 'WRITEBACK_DONE' })),
        skippedCount: skipped.length,
      };
    }),
    write: os.writeBack.write.handler(({ input }) => {
      const { fresh } = choose(input);
      if (fresh.length === 0) return fail('WRITEBACK_NOTHING', { skipped: 0 });
      for (const { id } of fresh) done.add(id);
      const path = '/home/packer/results/writeback-pinduoduo.csv';
      const files = [
        { path, rowCount: fresh.length, template: input.templatePath === undefined ? 'pinduoduo' : 'own' },
      ];
      return { files, written: fresh.length, skipped: [], skippedCount: 0 };
    }),
  };
}
