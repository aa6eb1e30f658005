import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import {
  afterBackup,
  isPrinted,
  type MarkedPrints,
  type PrintHoldReason,
  type PrintJobState,
  paperStates,
  printJobMoves,
  weakestPrintState,
} from '../../../shared/domain/printing/printJob.ts';
import { executeKept } from '../database/keptStatement.ts';
import { countRows, listed, tableOf } from '../database/table.ts';
import { countPrint } from '../insight/countHours.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { PrintJob, Schema } from '../schema.ts';
import { foundNumbers } from '../tracking/trackingLists.ts';
import { watchPrinted } from '../tracking/watchParcel.ts';

export type SeenPrintJob = Pick<PrintJob, keyof Shown | 'id' | 'state' | 'version'>;

const printedStates = ['accepted', 'confirmed', 'scanned'] as const satisfies readonly PrintJobState[];

/** What a job is made with, it keeps. */
type Made = 'batchId' | 'parcelNo' | 'waybillNo' | 'copyNo' | 'serialNo' | 'serialTotal' | 'createdAt';

export type PrintJobPatch = Partial<Omit<PrintJob, keyof SeenPrintJob | Made>>;

/** undefined: any. */
export interface PrintJobFilter {
  readonly state?: PrintJobState | undefined;
  readonly printerUri?: string | undefined;
  /** As in Track: beginning or end of a number, four digits of a phone. */
  readonly search?: string | undefined;
  readonly printed?: MarkedPrints | undefined;
}

/** Another code never keeps the words of the one before it. */
function withWords(patch: PrintJobPatch): PrintJobPatch {
  return patch.errorCode === undefined ? patch : { errorParamsJson: '{}', ...patch };
}

/** With what the ledger shows of order, booking and template. */
function joinedRows(db: Kysely<Schema>) {
  return db
    .selectFrom('printJobs')
    .innerJoin('orders', 'orders.id', 'printJobs.orderId')
    .innerJoin('shipments', 'shipments.id', 'printJobs.shipmentId')
    .leftJoin('printTemplates', 'printTemplates.jobId', 'printJobs.id')
    .leftJoin('labelTemplates', 'labelTemplates.id', 'printTemplates.templateId')
    .selectAll('printJobs')
    .select(['orders.orderNo', 'orders.receiverName', 'shipments.carrier'])
    .select(['shipments.waybillNo as motherWaybillNo', 'shipments.state as shipmentState'])
    .select(['printTemplates.templateId', 'printTemplates.templateVersion', 'printTemplates.arm'])
    .select('labelTemplates.name as templateName');
}

/** Word for word as the index has it. */
const sentOrWantedAt = sql<number>`coalesce(print_jobs.sent_at, print_jobs.wanted_at)`;

/** Not by the index of states: the time has already narrowed it. */
const anyState = sql<PrintJobState>`+print_jobs.state`;

type Where = ExpressionBuilder<Schema, 'printJobs'>;

function isMarked(where: Where, { mark, from, to }: MarkedPrints): Expression<SqlBool> {
  const within = [where(sentOrWantedAt, '>=', from), where(sentOrWantedAt, '<', to)];
  if (mark === 'notOut')
    return where.and([
      ...within,
      where(anyState, 'in', ['failed', 'unsure']),
      where('printJobs.errorCode', '<>', 'PRINT_CANCELLED'),
    ]);
  const isFirst = mark === 'printed' ? [where('printJobs.copyNo', '=', 1)] : [];
  return where.and([...within, where(anyState, 'in', printedStates), ...isFirst]);
}

/** Each part narrows what is left of the others. */
function isWanted(db: Kysely<Schema>, where: Where, filter: PrintJobFilter): Expression<SqlBool> {
  const { state, printerUri, search = '', printed } = filter;
  return where.and([
    ...(state === undefined ? [] : [where('printJobs.state', '=', state)]),
    ...(printerUri === undefined ? [] : [where('printJobs.printerUri', '=', printerUri)]),
    ...(search === '' ? [] : [where('printJobs.id', 'in', foundJobs(db, search))]),
    ...(printed === undefined ? [] : [isMarked(where, printed)]),
  ]);
}

/** Labels of the parcels that a search finds; the number of a further box is only on its label. */
const foundJobs = (db: Kysely<Schema>, search: string) =>
  db
    .selectFrom('printJobs')
    .select('printJobs.id')
    .where((one) =>
      one.or([
        one('waybillNo', '=', search.trim().toUpperCase()),
        one('waybillNo', 'in', foundNumbers(db, search)),
      ]),
    );

function printJobReads(db: Kysely<Schema>) {
  const joined = () => joinedRows(db);
  const jobs = tableOf(db, 'printJobs');

  return {
    byId: (id: string) => jobs.row({ id }),

    /** With order number, receiver and waybill number of the parcel. */
    rowById: (id: string) => joined().where('printJobs.id', '=', id).executeTakeFirst(),

    rowsById: (ids: readonly string[]) => joined().where('printJobs.id', 'in', ids).execute(),

    async ofShipment(shipmentId: string): Promise<PrintJob[]> {
      const ofIt = () => jobs.rows({ shipmentId }).orderBy('parcelNo').orderBy('copyNo');
      return (await executeKept(db, 'labels of a shipment', [shipmentId], () => ofIt().compile())).rows;
    },

    ofOrder: (orderId: string) => jobs.rows({ orderId }).orderBy('id').execute(),

    /** When the first label of each of these orders and numbers came out. */
    firstPrints: (orderIds: readonly string[]) =>
      db
        .selectFrom('printJobs')
        .select(['orderId', 'waybillNo', sql<number>`min(coalesce(sent_at, settled_at))`.as('printedAt')])
        .where('orderId', 'in', listed(orderIds))
        .where('state', 'in', printedStates)
        .groupBy(['orderId', 'waybillNo'])
        .execute(),

    inStates: (states: readonly PrintJobState[]) =>
      jobs.rows().where('state', 'in', states).orderBy('id').execute(),

    /** Print jobs that wait and have no job in the queue. */
    lackingJob: () =>
      db
        .selectFrom('printJobs')
        .select(['id', 'printerUri'])
        .where('state', '=', 'waiting')
        .where(sql<SqlBool>`not exists (select 1 from jobs where subject_id = print_jobs.id)`)
        .execute(),

    /** Every copy of the labels with this number, newest first. */
    ofWaybill: (waybillNo: string) =>
      joined().where('printJobs.waybillNo', '=', waybillNo).orderBy('printJobs.id', 'desc').execute(),

    /** Labels of a batch as they come out. */
    ofBatch: (batchId: string, { offset, limit }: WindowRequest) =>
      joined()
        .where('printJobs.batchId', '=', batchId)
        .orderBy('printJobs.id')
        .limit(limit)
        .offset(offset)
        .execute(),

    /** How many labels a search or a mark of the board means, of a state and a printer. */
    foundCount: (filter: PrintJobFilter) =>
      countRows(db.selectFrom('printJobs').where((where) => isWanted(db, where, filter))),

    window: (filter: PrintJobFilter, { offset, limit }: WindowRequest) =>
      joined()
        .where((where) => isWanted(db, where as unknown as Where, filter))
        // In the order of the index that finds them.
        .$if(filter.printed !== undefined, (query) => query.orderBy(sentOrWantedAt, 'desc'))
        .orderBy('printJobs.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
  };
}

const keptTotal = sql<number>`sum(total)`.as('total');

/** How many jobs are in which state, and those worth another try. */
function printJobTallies(db: Kysely<Schema>) {
  const jobs = tableOf(db, 'printJobs');
  return {
    counts: () =>
      db
        .selectFrom('printTotals')
        .select(['state', keptTotal])
        .where('total', '>', 0)
        .groupBy('state')
        .execute(),

    /** All jobs by printer, state and whether a person gave them up: counted along, however many there are. */
    tallies: () => tableOf(db, 'printTotals').rows().where('total', '>', 0).execute(),

    /** Failed ones worth another try: neither given up by a person, nor has another copy of the label come out. */
    retryable: (batchId?: string) =>
      jobs
        .rows({ state: 'failed', batchId })
        .where('errorCode', '<>', 'PRINT_CANCELLED')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('printJobs as other')
                .select('other.id')
                .whereRef('other.shipmentId', '=', 'printJobs.shipmentId')
                .whereRef('other.parcelNo', '=', 'printJobs.parcelNo')
                .where('other.state', 'in', paperStates),
            ),
          ),
        )
        .orderBy('id')
        .execute(),

    /** Labels that wait for this printer. */
    waitingAt: (printerUri: string) =>
      countRows(
        db
          .selectFrom('printJobs')
          .where('printerUri', '=', printerUri)
          .where('state', 'in', ['waiting', 'rendering', 'sending']),
      ),

    countsByPrinter: () =>
      db
        .selectFrom('printTotals')
        .select(['printerUri', 'state', keptTotal])
        .where('total', '>', 0)
        .groupBy(['printerUri', 'state'])
        .execute(),
  };
}

/** Labels in our own layout where the account asks for the carrier's, until somebody has seen the notice. */
function ownLayoutAccess(db: Kysely<Schema>) {
  const unseen = () =>
    db.selectFrom('printJobs').where('ownLayoutReason', '<>', '').where('ownLayoutSeen', '=', 0);
  return {
    unseenOwnLayouts: () =>
      unseen()
        .select('ownLayoutReason as reason')
        .select((select) => [select.fn.countAll<number>().as('total'), select.fn.max('id').as('newestId')])
        .groupBy('ownLayoutReason')
        .orderBy('total', 'desc')
        .execute(),

    /** Up to the newest that was shown: what came since is shown in its turn. */
    async markOwnLayoutsSeen(newestId: string): Promise<number> {
      const result = await db
        .updateTable('printJobs')
        .set({ ownLayoutSeen: 1 })
        .where('ownLayoutReason', '<>', '')
        .where('ownLayoutSeen', '=', 0)
        .where('id', '<=', newestId)
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },
  };
}

type PaperPlace = Pick<PrintJob, 'sentAt' | 'id'>;

/** The paper of one printer, in the order the labels were sent. Those of after a backup lie somewhere else, and say nothing of it. */
function paperReads(db: Kysely<Schema>) {
  const ofHere = (printerUri: string) =>
    tableOf(db, 'printJobs').rows({ printerUri }).where('errorCode', '<>', afterBackup);
  const sent = (printerUri: string) =>
    ofHere(printerUri).where('sentAt', 'is not', null).where('state', 'in', paperStates);
  const inOrder = (printerUri: string) => sent(printerUri).orderBy('sentAt').orderBy('id');
  const beyond = (printerUri: string, side: '<' | '>', { sentAt, id }: PaperPlace) =>
    inOrder(printerUri).where((where) =>
      where.or([
        where('sentAt', side, sentAt),
        where.and([where('sentAt', '=', sentAt), where('id', side, id)]),
      ]),
    );

  return {
    lastSent: (printerUri: string) =>
      sent(printerUri).orderBy('sentAt', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst(),

    /** When it last did not take a label that was sent to it; null: never. */
    lastRefusedAt: async (printerUri: string): Promise<number | null> => {
      const row = await db
        .selectFrom('printJobs')
        .select((select) => select.fn.max('settledAt').as('at'))
        .where('state', '=', 'failed')
        .where('printerUri', '=', printerUri)
        .where('sentAt', 'is', null)
        .executeTakeFirst();
      return row?.at ?? null;
    },

    /** The states of the last labels it was sent since a moment that came out or may have, the newest first. */
    lastSentStates: async (printerUri: string, since: number, limit: number): Promise<PrintJobState[]> => {
      const values = [printerUri, since, afterBackup, ...paperStates, limit];
      const { rows } = await executeKept(db, 'last sent states', values, () =>
        sql<Pick<PrintJob, 'state'>>`select state from print_jobs where printer_uri = ${printerUri}
          and sent_at >= ${since} and sent_at is not null and error_code <> ${afterBackup} and state in (${sql.join(paperStates)})
          order by sent_at desc, id desc limit ${limit}`.compile(db),
      );
      return rows.map(({ state }) => state);
    },

    /** Papers a printer was sent since a moment, also those that were spoiled. */
    countSentSince: (printerUri: string, since: number) =>
      countRows(ofHere(printerUri).where('sentAt', '>=', since)),

    sentAfter: (printerUri: string, job: PaperPlace) => beyond(printerUri, '>', job).execute(),

    sentBefore: (printerUri: string, job: PaperPlace, states: readonly PrintJobState[]) =>
      beyond(printerUri, '<', job).where('state', 'in', states).execute(),

    /** Labels of this printer that are held for this reason, the oldest first. */
    heldFor: (printerUri: string, reason: PrintHoldReason) =>
      db
        .selectFrom('printJobs')
        .selectAll()
        .where('state', '=', 'held')
        .where('holdReason', '=', reason)
        .where('printerUri', '=', printerUri)
        .orderBy('id')
        .execute(),

    /** `before` this job, where it is given. */
    isAnyHeldFor: async (
      printerUri: string,
      reasons: readonly PrintHoldReason[],
      before: string | null = null,
    ): Promise<boolean> => {
      const values = [printerUri, ...reasons, ...(before === null ? [] : [before])];
      const shape = `any held for ${reasons.length}${before === null ? '' : ' before'}`;
      const { rows } = await executeKept(db, shape, values, () =>
        sql`select id from print_jobs where state = 'held' and printer_uri = ${printerUri}
          and hold_reason in (${sql.join(reasons)}) ${before === null ? sql`` : sql`and id < ${before}`}
          limit 1`.compile(db),
      );
      return rows.length > 0;
    },

    /** Handed over to this printer and not known to be printed. */
    unconfirmed: (printerUri: string) => inOrder(printerUri).where('state', '=', 'accepted').execute(),
  };
}

export function createPrintJobRepository(db: Kysely<Schema>) {
  const jobs = tableOf(db, 'printJobs');
  return {
    ...printJobReads(db),
    ...printJobTallies(db),
    ...paperReads(db),
    ...ownLayoutAccess(db),

    async insert(row: PrintJob): Promise<void> {
      await jobs.insert(row);
      await show(db, row, row.state);
      await countPrint(db, null, row);
    },

    /** Changes the state along the table and shows it on the order. As it is then; undefined: a lost race, nothing was written. */
    async move(
      seen: SeenPrintJob,
      to: PrintJobState,
      patch: PrintJobPatch = {},
    ): Promise<PrintJob | undefined> {
      if (!printJobMoves[seen.state].includes(to)) return undefined;
      const { id, state, version } = seen;
      const moved = await jobs.change({ id, state, version }, { ...withWords(patch), state: to });
      if (moved === undefined) return undefined;
      await show(db, seen, to);
      await countPrint(db, state, moved);
      if (isPrinted(to)) await watchPrinted(db, moved);
      return moved;
    },

    /** Notes something about a job without changing its state. */
    note: (id: string, patch: PrintJobPatch) => jobs.update({ id }, withWords(patch)),
  };
}

/** The fields by which an order finds the label it shows. */
type Shown = Pick<PrintJob, 'orderId' | 'shipmentId' | 'parcelTotal'>;

/** The order shows only its present booking, and of several parcels the label that needs attention most. */
async function show(
  db: Kysely<Schema>,
  { orderId, shipmentId, parcelTotal }: Shown,
  state: PrintJobState,
): Promise<void> {
  const printState = parcelTotal > 1 ? await weakestOf(db, shipmentId) : state;
  await tableOf(db, 'orders').update({ id: orderId, shipmentId }, { printState });
}

async function weakestOf(db: Kysely<Schema>, shipmentId: string): Promise<PrintJobState | null> {
  const copies = await db
    .selectFrom('printJobs')
    .select(['parcelNo', 'state'])
    .where('shipmentId', '=', shipmentId)
    .orderBy('copyNo')
    .execute();
  const last = new Map(copies.map(({ parcelNo, state }) => [parcelNo, state]));
  return weakestPrintState([...last.values()]);
}
