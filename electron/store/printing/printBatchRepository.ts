import type { Kysely } from 'kysely';
import type { PrintJobState } from '../../../shared/domain/printing/printJob.ts';
import { listed, tableOf } from '../database/table.ts';
import type { PrintBatch, Schema } from '../schema.ts';

/** Labels that were wanted together, and how far they are. */
export function createPrintBatchRepository(db: Kysely<Schema>) {
  const batches = tableOf(db, 'printBatches');
  const jobs = tableOf(db, 'printJobs');
  return {
    /** A batch begins with its first label; later ones change nothing of it. */
    begin: (batch: PrintBatch) => batches.insertIfNew(batch),

    byId: (id: string) => batches.row({ id }),

    newest: (limit: number) =>
      batches.rows().orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit).execute(),

    setHeld: (id: string, heldAt: number | null) => batches.update({ id }, { heldAt }),

    totalsOf: (ids: readonly string[]) =>
      tableOf(db, 'printBatchTotals')
        .rows()
        .where('batchId', 'in', listed(ids))
        .where('total', '>', 0)
        .execute(),

    /** Why labels of these batches did not come out, those given up left out. */
    failuresOf: (ids: readonly string[]) =>
      db
        .selectFrom('printJobs')
        .select(['batchId', 'errorCode', 'errorParamsJson'])
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('state', '=', 'failed')
        .where('batchId', 'in', listed(ids))
        .where('errorCode', '<>', 'PRINT_CANCELLED')
        .groupBy(['batchId', 'errorCode', 'errorParamsJson'])
        .orderBy('total', 'desc')
        .execute(),

    jobsOf: (batchId: string, states: readonly PrintJobState[]) =>
      jobs.rows({ batchId }).where('state', 'in', states).orderBy('id').execute(),

    /** Is any booking of the batch still under way, whose label is to come? */
    async isAwaited(batchId: string): Promise<boolean> {
      const row = await db
        .selectFrom('shipments')
        .select('id')
        .where('state', 'in', ['planned', 'sending', 'unsure'])
        .where('batchId', '=', batchId)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
