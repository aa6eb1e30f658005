import type { Kysely } from 'kysely';
import { type PrintJobState, printJobMoves } from '../../../shared/domain/printJob.ts';
import type { PrintJobsTable, Schema } from '../schema.ts';
import type { WindowRequest } from './orderRepository.ts';

export type PrintJobPatch = Partial<Pick<PrintJobsTable, 'error_code' | 'settled_at' | 'printer_uri'>>;

export interface SeenPrintJob {
  readonly id: string;
  readonly order_id: string;
  readonly state: PrintJobState;
  readonly version: number;
}

export function createPrintJobRepository(db: Kysely<Schema>) {
  const joined = () =>
    db
      .selectFrom('print_jobs')
      .innerJoin('orders', 'orders.id', 'print_jobs.order_id')
      .innerJoin('shipments', 'shipments.id', 'print_jobs.shipment_id')
      .selectAll('print_jobs')
      .select(['orders.order_no', 'orders.receiver_name', 'shipments.waybill_no', 'shipments.carrier']);

  return {
    async insert(row: PrintJobsTable): Promise<void> {
      await db.insertInto('print_jobs').values(row).execute();
      await db.updateTable('orders').set({ print_state: row.state }).where('id', '=', row.order_id).execute();
    },

    byId: (id: string) => db.selectFrom('print_jobs').selectAll().where('id', '=', id).executeTakeFirst(),

    /** With order number, receiver and waybill number of the parcel. */
    rowById: (id: string) => joined().where('print_jobs.id', '=', id).executeTakeFirst(),

    ofShipment: (shipmentId: string) =>
      db
        .selectFrom('print_jobs')
        .selectAll()
        .where('shipment_id', '=', shipmentId)
        .orderBy('copy_no')
        .execute(),

    ofOrder: (orderId: string) =>
      db.selectFrom('print_jobs').selectAll().where('order_id', '=', orderId).orderBy('id').execute(),

    inStates: (states: readonly PrintJobState[]) =>
      db.selectFrom('print_jobs').selectAll().where('state', 'in', states).orderBy('id').execute(),

    window: (state: PrintJobState | undefined, { offset, limit }: WindowRequest) =>
      joined()
        .$if(state !== undefined, (query) => query.where('print_jobs.state', '=', state as PrintJobState))
        .orderBy('print_jobs.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),

    counts: () =>
      db
        .selectFrom('print_jobs')
        .select('state')
        .select((select) => select.fn.countAll<number>().as('total'))
        .groupBy('state')
        .execute(),

    /** Changes the state along the table and shows it on the order; false: a lost race, nothing was written. */
    async move(seen: SeenPrintJob, to: PrintJobState, patch: PrintJobPatch = {}): Promise<boolean> {
      if (!printJobMoves[seen.state].includes(to)) return false;
      const result = await db
        .updateTable('print_jobs')
        .set({ ...patch, state: to, version: seen.version + 1 })
        .where('id', '=', seen.id)
        .where('state', '=', seen.state)
        .where('version', '=', seen.version)
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) return false;
      await db.updateTable('orders').set({ print_state: to }).where('id', '=', seen.order_id).execute();
      return true;
    },
  };
}

export type PrintJobRepository = ReturnType<typeof createPrintJobRepository>;
