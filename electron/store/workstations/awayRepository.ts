import { type Kysely, sql } from 'kysely';
import { type OrderState, unsentStates } from '../../../shared/domain/order.ts';
import type { PrintJobState } from '../../../shared/domain/printing/printJob.ts';
import type { Workstation } from '../../../shared/domain/workstation.ts';
import { insertCompiled, withAnyTables } from '../database/insertCompiled.ts';
import { listed, tableOf } from '../database/table.ts';
import { followAdded } from '../orders/addedOrders.ts';
import type { BenchGestureRow, Order, Schema } from '../schema.ts';
import { benchSettings } from '../workspace/settings.ts';
import { listActReads, listCopies } from './awayLists.ts';

type Row = Readonly<Record<string, unknown>>;
/** Rows of several tables, by the name of their table. */
export type CopiedRows = Readonly<Record<string, readonly Row[]>>;

/** Rows that belong to an order, by the column that says whose they are. */
const ofOrders = [
  ['orders', 'id'],
  ['shipments', 'orderId'],
  ['printJobs', 'orderId'],
  ['packedParcels', 'orderId'],
  ['orderChanges', 'orderId'],
  ['tracking', 'orderId'],
] as const;

/** What any parcel may need, the newest where there is no end of it. */
const common = [
  ['printers', 'uri', 500],
  ['paperRolls', 'printerUri', 500],
  ['printRoutes', 'position', 500],
  ['labelTemplates', 'id', 500],
  ['labelTemplateVersions', 'savedAt', 500],
  ['labelLogos', 'id', 200],
  ['labelTrials', 'id', 200],
  ['outsideReferences', 'orderCode', 5_000],
  ['goodsCodes', 'savedAt', 20_000],
  ['packedWeights', 'updatedAt', 5_000],
  ['pickLists', 'createdAt', 50],
  ['imports', 'at', 1],
  ['noShip', 'createdAt', 2_000],
  ['ownSpellings', 'createdAt', 2_000],
  ['statusAnswers', 'createdAt', 2_000],
  ['columnMemories', 'usedAt', 500],
  ['repeatAnswers', 'createdAt', 500],
  ['operators', 'createdAt', 1_000],
  ['pinTries', 'triedAt', 5_000],
] as const;

/** Versions that tell whether anything of an order has changed. */
const versioned = ['orders', 'shipments', 'printJobs', 'packedParcels', 'orderChanges'] as const;
const columnOf = (name: string) => ofOrders.find(([table]) => table === name)?.[1] ?? 'orderId';

/** Keys that are no business of a copy. */
const secretSettings: ReadonlySet<string> = new Set(['recordKey', 'keptKeys', 'bookKeys', 'rescueCode']);

/** Labels that somebody is about to print. */
const onTheWay = ['waiting', 'rendering', 'sending'] as const satisfies readonly PrintJobState[];

/** Addresses of what hangs on this bench: the stroke is followed by the digit 0. */
const addressesOf = ({ id }: Workstation) => ({ from: `at:${id}/`, before: `at:${id}0` });

/** Orders that a bench may have to pack. */
function wantedReads(db: Kysely<Schema>, workstation: Workstation) {
  const { id: workstationId } = workstation;
  const here = addressesOf(workstation);
  const printersHere = db
    .selectFrom('printers')
    .select('uri')
    .where('uri', '>=', here.from)
    .where('uri', '<', here.before);
  const newestOf = async (state: OrderState, limit: number): Promise<string[]> => {
    const newest = db.selectFrom('orders').select('id').where('state', '=', state).orderBy('id', 'desc');
    return (await newest.limit(limit).execute()).map(({ id }) => id);
  };
  return {
    /** What lies open or aside on this bench, and what it has closed since then. */
    async lyingHere(since: number): Promise<string[]> {
      const rows = await db
        .selectFrom('packedParcels')
        .select('orderId')
        .where('workstationId', '=', workstationId)
        .where((where) => where.or([where('state', 'in', ['open', 'aside']), where('closedAt', '>=', since)]))
        .orderBy('openedAt', 'desc')
        .execute();
      return rows.map(({ orderId }) => orderId);
    },

    /** Booked, and their labels came out at this bench since then; the newest first. */
    async labelledHere(since: number, limit: number): Promise<string[]> {
      const rows = await db
        .selectFrom('printJobs')
        .innerJoin('orders', 'orders.id', 'printJobs.orderId')
        .select('orders.id')
        .where('printJobs.printerUri', 'in', printersHere)
        .where('printJobs.sentAt', '>=', since)
        .where('orders.state', '=', 'booked')
        .orderBy('printJobs.sentAt', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    /** Their labels wait at printers of this bench or are on their way to them, those that come out first at the beginning. */
    async waitingHere(limit: number): Promise<string[]> {
      const rows = await db
        .selectFrom('printJobs')
        .select('orderId')
        .where('state', 'in', onTheWay)
        .where('printerUri', '>=', here.from)
        .where('printerUri', '<', here.before)
        .orderBy('id')
        .limit(limit)
        .execute();
      return [...new Set(rows.map(({ orderId }) => orderId))];
    },

    /** Of these, orders whose labels somebody is about to print elsewhere: what becomes of them only the book will know. */
    async printingElsewhere(ids: readonly string[]): Promise<ReadonlySet<string>> {
      const rows = await db
        .selectFrom('printJobs')
        .select('orderId')
        .where('orderId', 'in', listed(ids))
        .where('state', 'in', onTheWay)
        .where((where) =>
          where.or([where('printerUri', '<', here.from), where('printerUri', '>=', here.before)]),
        )
        .execute();
      return new Set(rows.map(({ orderId }) => orderId));
    },

    /** Booked and not packed, the newest orders first. */
    newestBooked: (limit: number) => newestOf('booked', limit),

    /** Packed at whichever bench and not handed over, the newest orders first. */
    newestPacked: (limit: number) => newestOf('packed', limit),

    /** Nothing of them has been sent, the newest orders first. */
    async newestUnsent(limit: number): Promise<string[]> {
      const ids: string[] = [];
      for (const state of unsentStates) ids.push(...(await newestOf(state, limit)));
      return ids.sort().reverse().slice(0, limit);
    },
  };
}

/** Copies of rows, from a book and into the file that stands in for it. */
function copyWays(schema: Kysely<Schema>, { id: workstationId }: Workstation) {
  const db = withAnyTables(schema);
  const rowsOf = (table: string, column: string, ids: readonly string[]) =>
    db.selectFrom(table).selectAll().where(column, 'in', listed(ids)).execute();
  const put = async (table: string, rows: readonly Row[]): Promise<void> => {
    await insertCompiled(db, table, rows);
  };
  return {
    /** By order, what stands of it: another text says that something has changed. An order that is not there has none. */
    async marks(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const marks = new Map<string, string>();
      for (const table of versioned) {
        const rows = await db
          .selectFrom(table)
          .select([`${columnOf(table)} as orderId`, 'id', 'state', 'version'])
          .where(columnOf(table), 'in', listed(ids))
          .orderBy('id')
          .execute();
        for (const { orderId, ...mark } of rows)
          marks.set(String(orderId), `${marks.get(String(orderId)) ?? ''} ${Object.values(mark).join(' ')}`);
      }
      return marks;
    },

    async rows(ids: readonly string[]): Promise<CopiedRows> {
      const copied: Record<string, readonly Row[]> = {};
      for (const [table, column] of ofOrders) copied[table] = await rowsOf(table, column, ids);
      const parcelIds = copied.packedParcels?.map(({ id }) => String(id)) ?? [];
      copied.packedUnits = await rowsOf('packedUnits', 'parcelId', parcelIds);
      return copied;
    },

    /** What belongs to no order, and the settings that are of this bench or of all. */
    async common(): Promise<CopiedRows> {
      const copied: Record<string, readonly Row[]> = {};
      for (const [table, newest, limit] of common)
        copied[table] = await db.selectFrom(table).selectAll().orderBy(newest, 'desc').limit(limit).execute();
      const settings = await schema.selectFrom('settings').selectAll().execute();
      const isForeign = (key: string) => key.includes('@') && !key.endsWith(`@${workstationId}`);
      const isOthers = (key: string) => isForeign(key) || benchSettings.has(key) || secretSettings.has(key);
      copied.settings = settings.filter(({ key }) => !isOthers(key)).map((row) => ({ ...row }));
      return copied;
    },

    /** Puts copies of these orders in the place of what stands here of them; one that has no rows is gone. */
    async replace(ids: readonly string[], rows: CopiedRows): Promise<void> {
      await db
        .deleteFrom('packedUnits')
        .where(
          'parcelId',
          'in',
          db.selectFrom('packedParcels').select('id').where('orderId', 'in', listed(ids)),
        )
        .execute();
      for (const [table, column] of ofOrders)
        await db.deleteFrom(table).where(column, 'in', listed(ids)).execute();
      for (const [table, copied] of Object.entries(rows)) await put(table, copied);
      await followAdded(schema, (rows.orders ?? []) as readonly unknown[] as readonly Order[]);
    },

    async replaceCommon(rows: CopiedRows): Promise<void> {
      for (const [table, copied] of Object.entries(rows)) {
        await db.deleteFrom(table).execute();
        await put(table, copied);
      }
    },
  };
}

/** What was done while the book was away. */
function gestureReads(db: Kysely<Schema>) {
  const gestures = tableOf(db, 'benchGestures');
  return {
    orderIds: async () => (await db.selectFrom('orders').select('id').execute()).map(({ id }) => id),

    /** How many gestures, changes of orders and of lists, and when the first was made; 0 and null: none. */
    async made(): Promise<{ readonly count: number; readonly since: number | null }> {
      const rows = [];
      for (const table of ['benchGestures', 'benchIntents', 'benchListActs'] as const)
        rows.push(
          await db
            .selectFrom(table)
            .select([sql<number>`count(*)`.as('count'), sql<number | null>`min(at)`.as('since')])
            .executeTakeFirstOrThrow(),
        );
      const times = rows.flatMap(({ since }) => (since === null ? [] : [since]));
      return {
        count: rows.reduce((sum, { count }) => sum + count, 0),
        since: times.length === 0 ? null : Math.min(...times),
      };
    },

    /** Parcels that gestures were about, in the order of the last gesture of each. */
    async parcels(): Promise<string[]> {
      const rows = await db
        .selectFrom('benchGestures')
        .select('parcelId')
        .where('parcelId', '<>', '')
        .groupBy('parcelId')
        .orderBy((select) => select.fn.max('no'))
        .execute();
      return rows.map(({ parcelId }) => parcelId);
    },

    gesturesOf: (parcelId: string): Promise<BenchGestureRow[]> =>
      gestures.rows({ parcelId }).orderBy('no').execute(),

    templateOf: (jobId: string) => tableOf(db, 'printTemplates').row({ jobId }),

    /** The record says so already. */
    async hasAct(act: Pick<Schema['operatorActs'], 'orderId' | 'kind' | 'at'>): Promise<boolean> {
      return (await tableOf(db, 'operatorActs').count(act)) > 0;
    },
  };
}

/** What was asked for of orders while the book was away; in the book, that it has come there. */
function intentReads(db: Kysely<Schema>) {
  const intents = tableOf(db, 'benchIntents');
  return {
    addIntent: intents.insert,
    intent: (id: string) => intents.row({ id }),
    /** The oldest first. */
    intentsOf: (orderId: string) => intents.rows({ orderId }).orderBy('id').execute(),

    /** Orders that something was asked for of, in the order of the first time. */
    async intentOrders(): Promise<string[]> {
      const rows = await db
        .selectFrom('benchIntents')
        .select('orderId')
        .groupBy('orderId')
        .orderBy((select) => select.fn.min('id'))
        .execute();
      return rows.map(({ orderId }) => orderId);
    },
  };
}

/** What a bench keeps for the time when the book of its server is away. */
export function createAwayRepository(db: Kysely<Schema>, workstation: Workstation) {
  return {
    ...wantedReads(db, workstation),
    ...copyWays(db, workstation),
    ...gestureReads(db),
    ...intentReads(db),
    ...listCopies(db),
    ...listActReads(db),
  };
}
