import { type Kysely, type SqlBool, sql } from 'kysely';
import { type PackState, packMoves } from '../../../shared/domain/packing/packing.ts';
import type { Workstation } from '../../../shared/domain/workstation.ts';
import { countRows, listed, tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { BenchGestureRow, PackedParcel, PackedUnit, RecorderWordRow, Schema } from '../schema.ts';
import { storeNow } from '../workstations/storeTime.ts';
import { gramsJson } from './packingJson.ts';
import { scannedNumberReads } from './scannedNumbers.ts';

type NewGesture = Omit<BenchGestureRow, 'no' | 'workstationId'>;
type SeenParcel = Pick<PackedParcel, 'id' | 'state' | 'version'>;
export type ParcelPatch = Partial<Omit<PackedParcel, keyof SeenParcel | 'orderId' | 'parcelNo'>>;

/** Of one kind of goods set as many weights are kept as tell a change of packaging from a slip. */
const keptWeights = 20;

// As written in the partial indexes, or they would not be used.
const isOpen = sql<SqlBool>`state = 'open'`;
const isAside = sql<SqlBool>`state = 'aside'`;

function parcelReads(db: Kysely<Schema>, workstationId: string) {
  const parcels = tableOf(db, 'packedParcels');
  return {
    byId: (id: string) => parcels.row({ id }),
    /** The one that lies on this bench; there is one at most. */
    open: () => parcels.rows({ workstationId }).where(isOpen).executeTakeFirst(),
    ofOrder: (orderId: string) => parcels.rows({ orderId }).orderBy('parcelNo').execute(),
    /** The one closed last at this bench. */
    lastClosed: () =>
      parcels
        .rows({ workstationId })
        .where('closedAt', 'is not', null)
        .where('state', 'in', ['closed', 'handed-over'])
        .orderBy('closedAt', 'desc')
        .limit(1)
        .executeTakeFirst(),
    /** When another parcel than this was weighed last at this bench; null: none was. */
    async lastWeighedAt(exceptId: string): Promise<number | null> {
      const row = await db
        .selectFrom('packedParcels')
        .select('weighedAt')
        .where('weighedAt', 'is not', null)
        .where('workstationId', '=', workstationId)
        .where('id', '<>', exceptId)
        .orderBy('weighedAt', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.weighedAt ?? null;
    },
    bySlip: (slipCode: string) =>
      parcels.rows({ slipCode }).where(sql<SqlBool>`slip_code <> ''`).executeTakeFirst(),
    aside: ({ offset, limit }: WindowRequest) =>
      parcels.rows().where(isAside).orderBy('openedAt').limit(limit).offset(offset).execute(),
    /** How many of these have got their number: a scan of the slip prints the label. */
    numberedAsideCount: () =>
      countRows(
        db
          .selectFrom('packedParcels')
          .where(isAside)
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom('orders')
                .select('orders.id')
                .whereRef('orders.id', '=', 'packedParcels.orderId')
                .where('orders.shipmentState', '=', 'booked'),
            ),
          ),
      ),
    asideCount: () => countRows(db.selectFrom('packedParcels').where(isAside)),
    /** Packed since then, the newest first. */
    closedSince: (since: number, { offset, limit }: WindowRequest) =>
      parcels
        .rows()
        .where('closedAt', '>=', since)
        .orderBy('closedAt', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    closedCountSince: (since: number) =>
      countRows(db.selectFrom('packedParcels').where('closedAt', '>=', since)),
    /** Who closed one when, since then. */
    closingsSince: (since: number) =>
      db
        .selectFrom('packedParcels')
        .select(['closedBy', 'closedAt'])
        .where('closedAt', '>=', since)
        .orderBy('closedAt')
        .execute(),
  };
}

/** Among the benches of a book. */
function benchReads(db: Kysely<Schema>, workstationId: string) {
  return {
    /** Whether it lies open on another bench that is there, and what that one is called; undefined: nobody else has it in hand. */
    async openElsewhere(row: Pick<PackedParcel, 'id' | 'state' | 'workstationId'>) {
      if (row.state !== 'open' || row.workstationId === workstationId) return undefined;
      return db
        .selectFrom('packedParcels')
        .innerJoin('workstationLeases as lease', 'lease.workstationId', 'packedParcels.workstationId')
        .leftJoin('workstations as bench', 'bench.id', 'packedParcels.workstationId')
        .select('bench.name')
        .where('packedParcels.id', '=', row.id)
        .where('lease.leaseUntil', '>', storeNow)
        .executeTakeFirst();
    },
  };
}

/** Provisional slips of parcels. */
function slipReads(db: Kysely<Schema>) {
  const parcels = tableOf(db, 'packedParcels');
  return {
    /** Put aside, and its slip is not known to be on it. */
    lostSlipCount: () =>
      countRows(db.selectFrom('packedParcels').where(isAside).where('slipState', 'in', ['failed', 'unsure'])),
    slipsSending: () => parcels.rows().where(sql<SqlBool>`slip_state = 'sending'`).execute(),
  };
}

function parcelWrites(db: Kysely<Schema>, workstationId: string) {
  const parcels = tableOf(db, 'packedParcels');
  return {
    insert: parcels.insert,
    /** Along the table. As it is then; undefined: somebody was quicker, or it is not allowed. */
    async move(
      { id, state, version }: SeenParcel,
      to: PackState,
      patch: ParcelPatch = {},
    ): Promise<PackedParcel | undefined> {
      if (state !== to && !packMoves[state].includes(to)) return undefined;
      const place = to === 'open' ? { workstationId } : {};
      return parcels.change({ id, state, version }, { ...patch, ...place, state: to });
    },
  };
}

/** `id`: of the bench they are asked from. */
export function createPackedParcelRepository(db: Kysely<Schema>, { id }: Workstation) {
  return { ...parcelReads(db, id), ...benchReads(db, id), ...slipReads(db), ...parcelWrites(db, id) };
}

/** Messages that the recorder of this bench has still to get, in their order. */
export function createRecorderWordRepository(db: Kysely<Schema>, { id: workstationId }: Workstation) {
  const words = tableOf(db, 'recorderWords');
  return {
    first: () => words.rows({ workstationId }).orderBy('no').limit(1).executeTakeFirst(),
    add: (word: Omit<RecorderWordRow, 'no' | 'workstationId'>) =>
      words.insert({ ...word, workstationId, no: undefined }),
    remove: (no: number | undefined) => words.remove({ no }),
  };
}

/** Gestures, single units and what codes of goods mean. */
export function createBenchRepository(db: Kysely<Schema>, { id: workstationId }: Workstation) {
  const gestures = tableOf(db, 'benchGestures');
  const units = tableOf(db, 'packedUnits');
  const codes = tableOf(db, 'goodsCodes');
  const pickLists = tableOf(db, 'pickLists');
  return {
    ...scannedNumberReads(db),

    gesture: (id: string) => gestures.row({ id }),
    /** At this bench. */
    lastGesture: () => gestures.rows({ workstationId }).orderBy('no', 'desc').limit(1).executeTakeFirst(),
    addGesture: (row: NewGesture) => gestures.insert({ ...row, workstationId, no: undefined }),
    /** What another bench has to know before its next gesture. */
    tellBench: (row: NewGesture, benchId: string) =>
      gestures.insert({ ...row, workstationId: benchId, no: undefined }),

    unit: (code: string) => units.row({ code }),
    addUnit: (row: PackedUnit) => units.insertIfNew(row),
    unitsOf: (parcelId: string) => units.rows({ parcelId }).orderBy('at').execute(),
    async dropUnits(parcelId: string): Promise<void> {
      await db.deleteFrom('packedUnits').where('parcelId', '=', parcelId).execute();
    },

    code: (code: string) => codes.row({ code }),
    codesOf: (goodsKeys: readonly string[]) =>
      codes.rows().where('goodsKey', 'in', listed(goodsKeys)).execute(),

    pickList: (code: string) => pickLists.row({ code }),
    /** How many were printed on a day. */
    pickListsOf: (dayAt: number) => pickLists.count({ dayAt }),
    addPickList: pickLists.insert,
  };
}

/** What goods weigh, and the orders that wait for goods. */
export function createPackedGoodsRepository(db: Kysely<Schema>) {
  const weights = tableOf(db, 'packedWeights');
  return {
    async weightsOf(goodsSet: string): Promise<readonly number[]> {
      const row = await weights.row({ goodsSet });
      return row === undefined ? [] : gramsJson.readOr(row.gramsJson, []);
    },
    async learn(goodsSet: string, grams: number, at: number): Promise<void> {
      const row = await weights.row({ goodsSet });
      const known = row === undefined ? [] : gramsJson.readOr(row.gramsJson, []);
      const newestGrams = [...known, grams].slice(-keptWeights);
      const samples = (row?.samples ?? 0) + 1;
      await weights.put({ goodsSet, gramsJson: gramsJson.write(newestGrams), samples, updatedAt: at }, [
        'goodsSet',
      ]);
    },
    forget: (goodsSet: string) => weights.remove({ goodsSet }),

    /** Booked orders with these goods, the smallest and oldest first. */
    ordersWanting: async (goodsKey: string, limit: number): Promise<string[]> => {
      const rows = await db
        .selectFrom('openGoods')
        .select('orderId')
        .where('goodsKey', '=', goodsKey)
        .orderBy('pieces')
        .orderBy('orderId')
        .limit(limit)
        .execute();
      return rows.map(({ orderId }) => orderId);
    },
  };
}
