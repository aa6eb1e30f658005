import type { Kysely } from 'kysely';
import {
  type PrintJobState,
  paperStates,
  printJobMoves,
  weakestPrintState,
} from '../../../shared/domain/printJob.ts';
import type { PrintJobsTable, Schema } from '../schema.ts';
import type { WindowRequest } from './orderRepository.ts';

export type PrintJobPatch = Partial<
  Pick<
    PrintJobsTable,
    | 'error_code'
    | 'error_params_json'
    | 'settled_at'
    | 'printer_uri'
    | 'hold_reason'
    | 'wanted_at'
    | 'sent_at'
    | 'scanned_at'
    | 'moved_from'
    | 'device_job'
    | 'document_json'
    | 'reason'
    | 'operator'
    | 'approver'
    | 'drawn_by'
    | 'own_layout_reason'
    | 'own_layout_seen'
    | 'media_size'
  >
>;

export type SeenPrintJob = Pick<
  PrintJobsTable,
  'id' | 'order_id' | 'shipment_id' | 'parcel_total' | 'state' | 'version'
>;

/** undefined: whatever it is. */
export interface PrintJobFilter {
  readonly state?: PrintJobState | undefined;
  readonly printerUri?: string | undefined;
}

/** Another code never keeps the words of the one before it. */
function withWords(patch: PrintJobPatch): PrintJobPatch {
  return patch.error_code === undefined ? patch : { error_params_json: '{}', ...patch };
}

/** With what the ledger shows of order, booking and template. */
function joinedRows(db: Kysely<Schema>) {
  return db
    .selectFrom('print_jobs')
    .innerJoin('orders', 'orders.id', 'print_jobs.order_id')
    .innerJoin('shipments', 'shipments.id', 'print_jobs.shipment_id')
    .leftJoin('print_templates', 'print_templates.job_id', 'print_jobs.id')
    .leftJoin('label_templates', 'label_templates.id', 'print_templates.template_id')
    .selectAll('print_jobs')
    .select(['orders.order_no', 'orders.receiver_name', 'shipments.carrier'])
    .select(['shipments.waybill_no as mother_waybill_no', 'shipments.state as shipment_state'])
    .select(['print_templates.template_id', 'print_templates.template_version', 'print_templates.arm'])
    .select('label_templates.name as template_name');
}

function printJobReads(db: Kysely<Schema>) {
  const joined = () => joinedRows(db);

  return {
    byId: (id: string) => db.selectFrom('print_jobs').selectAll().where('id', '=', id).executeTakeFirst(),

    /** With order number, receiver and waybill number of the parcel. */
    rowById: (id: string) => joined().where('print_jobs.id', '=', id).executeTakeFirst(),

    rowsById: (ids: readonly string[]) => joined().where('print_jobs.id', 'in', ids).execute(),

    ofShipment: (shipmentId: string) =>
      db
        .selectFrom('print_jobs')
        .selectAll()
        .where('shipment_id', '=', shipmentId)
        .orderBy('parcel_no')
        .orderBy('copy_no')
        .execute(),

    ofOrder: (orderId: string) =>
      db.selectFrom('print_jobs').selectAll().where('order_id', '=', orderId).orderBy('id').execute(),

    inStates: (states: readonly PrintJobState[]) =>
      db.selectFrom('print_jobs').selectAll().where('state', 'in', states).orderBy('id').execute(),

    /** Every copy of the labels that bear this number, newest first. */
    ofWaybill: (waybillNo: string) =>
      joined().where('print_jobs.waybill_no', '=', waybillNo).orderBy('print_jobs.id', 'desc').execute(),

    window: ({ state, printerUri }: PrintJobFilter, { offset, limit }: WindowRequest) =>
      joined()
        .$if(state !== undefined, (query) => query.where('print_jobs.state', '=', state as PrintJobState))
        .$if(printerUri !== undefined, (query) =>
          query.where('print_jobs.printer_uri', '=', printerUri as string),
        )
        .orderBy('print_jobs.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
  };
}

/** How many jobs are in which state, and those worth another try. */
function printJobTallies(db: Kysely<Schema>) {
  return {
    counts: () =>
      db
        .selectFrom('print_jobs')
        .select('state')
        .select((select) => select.fn.countAll<number>().as('total'))
        .groupBy('state')
        .execute(),

    /** Failed ones worth another try: neither given up by a person, nor has another copy of the label come out. */
    retryable: () =>
      db
        .selectFrom('print_jobs')
        .selectAll()
        .where('state', '=', 'failed')
        .where('error_code', '<>', 'PRINT_CANCELLED')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('print_jobs as other')
                .select('other.id')
                .whereRef('other.shipment_id', '=', 'print_jobs.shipment_id')
                .whereRef('other.parcel_no', '=', 'print_jobs.parcel_no')
                .where('other.state', 'in', paperStates),
            ),
          ),
        )
        .orderBy('id')
        .execute(),

    /** Given up by a person before anything was printed. */
    cancelledCount: async () => {
      const row = await db
        .selectFrom('print_jobs')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('state', '=', 'failed')
        .where('error_code', '=', 'PRINT_CANCELLED')
        .executeTakeFirst();
      return row?.total ?? 0;
    },

    countsByPrinter: () =>
      db
        .selectFrom('print_jobs')
        .select(['printer_uri', 'state'])
        .select((select) => select.fn.countAll<number>().as('total'))
        .groupBy(['printer_uri', 'state'])
        .execute(),
  };
}

/** Labels in our own layout where the account asks for the carrier's, until somebody has been told. */
function ownLayoutAccess(db: Kysely<Schema>) {
  const untold = () =>
    db.selectFrom('print_jobs').where('own_layout_reason', '<>', '').where('own_layout_seen', '=', 0);
  return {
    untoldOwnLayouts: () =>
      untold()
        .select('own_layout_reason as reason')
        .select((select) => [select.fn.countAll<number>().as('total'), select.fn.max('id').as('newest_id')])
        .groupBy('own_layout_reason')
        .orderBy('total', 'desc')
        .execute(),

    /** Up to the newest that was shown: what came since is told in its turn. */
    async markOwnLayoutsTold(newestId: string): Promise<number> {
      const result = await db
        .updateTable('print_jobs')
        .set({ own_layout_seen: 1 })
        .where('own_layout_reason', '<>', '')
        .where('own_layout_seen', '=', 0)
        .where('id', '<=', newestId)
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },
  };
}

/** The paper of one printer, in the order the labels were sent. */
function paperReads(db: Kysely<Schema>) {
  const sent = (printerUri: string) =>
    db
      .selectFrom('print_jobs')
      .selectAll()
      .where('printer_uri', '=', printerUri)
      .where('sent_at', 'is not', null)
      .where('state', 'in', paperStates);

  return {
    lastSent: (printerUri: string) =>
      sent(printerUri).orderBy('sent_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst(),

    /** When it last did not take a label that was sent to it; null: never. */
    lastRefusedAt: async (printerUri: string): Promise<number | null> => {
      const row = await db
        .selectFrom('print_jobs')
        .select((select) => select.fn.max('settled_at').as('at'))
        .where('state', '=', 'failed')
        .where('printer_uri', '=', printerUri)
        .where('sent_at', 'is', null)
        .executeTakeFirst();
      return row?.at ?? null;
    },

    /** Papers a printer was sent since a moment, also those that were spoiled. */
    countSentSince: async (printerUri: string, since: number) => {
      const row = await db
        .selectFrom('print_jobs')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('printer_uri', '=', printerUri)
        .where('sent_at', '>=', since)
        .executeTakeFirst();
      return row?.total ?? 0;
    },

    sentAfter: (printerUri: string, { sent_at, id }: Pick<PrintJobsTable, 'sent_at' | 'id'>) =>
      sent(printerUri)
        .where((where) =>
          where.or([
            where('sent_at', '>', sent_at),
            where.and([where('sent_at', '=', sent_at), where('id', '>', id)]),
          ]),
        )
        .orderBy('sent_at')
        .orderBy('id')
        .execute(),

    sentBefore: (
      printerUri: string,
      { sent_at, id }: Pick<PrintJobsTable, 'sent_at' | 'id'>,
      states: readonly PrintJobState[],
    ) =>
      sent(printerUri)
        .where('state', 'in', states)
        .where((where) =>
          where.or([
            where('sent_at', '<', sent_at),
            where.and([where('sent_at', '=', sent_at), where('id', '<', id)]),
          ]),
        )
        .orderBy('sent_at')
        .orderBy('id')
        .execute(),

    /** Handed over to this printer and not known to be printed. */
    unconfirmed: (printerUri: string) =>
      sent(printerUri).where('state', '=', 'accepted').orderBy('sent_at').orderBy('id').execute(),
  };
}

export function createPrintJobRepository(db: Kysely<Schema>) {
  return {
    ...printJobReads(db),
    ...printJobTallies(db),
    ...paperReads(db),
    ...ownLayoutAccess(db),

    async insert(row: PrintJobsTable): Promise<void> {
      await db.insertInto('print_jobs').values(row).execute();
      await show(db, row, row.state);
    },

    /** Changes the state along the table and shows it on the order; false: a lost race, nothing was written. */
    async move(seen: SeenPrintJob, to: PrintJobState, patch: PrintJobPatch = {}): Promise<boolean> {
      if (!printJobMoves[seen.state].includes(to)) return false;
      const result = await db
        .updateTable('print_jobs')
        .set({ ...withWords(patch), state: to, version: seen.version + 1 })
        .where('id', '=', seen.id)
        .where('state', '=', seen.state)
        .where('version', '=', seen.version)
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) return false;
      await show(db, seen, to);
      return true;
    },

    /** Notes something about a job without changing its state. */
    async note(id: string, patch: PrintJobPatch): Promise<void> {
      await db.updateTable('print_jobs').set(withWords(patch)).where('id', '=', id).execute();
    },
  };
}

/** The order shows its present booking alone, and of several parcels the label that most needs somebody. */
async function show(
  db: Kysely<Schema>,
  { order_id, shipment_id, parcel_total }: Pick<SeenPrintJob, 'order_id' | 'shipment_id' | 'parcel_total'>,
  state: PrintJobState,
): Promise<void> {
  const print_state = parcel_total > 1 ? await weakestOf(db, shipment_id) : state;
  await db
    .updateTable('orders')
    .set({ print_state })
    .where('id', '=', order_id)
    .where('shipment_id', '=', shipment_id)
    .execute();
}

async function weakestOf(db: Kysely<Schema>, shipmentId: string): Promise<PrintJobState | null> {
  const copies = await db
    .selectFrom('print_jobs')
    .select(['parcel_no', 'state'])
    .where('shipment_id', '=', shipmentId)
    .orderBy('copy_no')
    .execute();
  const last = new Map(copies.map(({ parcel_no, state }) => [parcel_no, state]));
  return weakestPrintState([...last.values()]);
}

export type PrintJobRepository = ReturnType<typeof createPrintJobRepository>;
