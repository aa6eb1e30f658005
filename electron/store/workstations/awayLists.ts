import { type Kysely, type SqlBool, sql } from 'kysely';
import { listed, rowTotal, tableOf } from '../database/table.ts';
import type { Handover, HandoverParcel, Schema } from '../schema.ts';

/** What stands on a list: another count or a later parcel says that it has changed. */
export interface ListMark {
  readonly total: number;
  /** UTC ms. */
  readonly lastAt: number;
}

/** Copies of couriers' lists, from a book and into the file that stands in for it. */
export function listCopies(db: Kysely<Schema>) {
  const handovers = tableOf(db, 'handovers');
  const parcels = tableOf(db, 'handoverParcels');
  return {
    /** Those that are open, and those of this day and later. */
    listsSince: (dayAt: number): Promise<Handover[]> =>
      handovers
        .rows()
        .where((where) => where.or([sql<SqlBool>`state = 'open'`, where('dayAt', '>=', dayAt)]))
        .orderBy('id')
        .execute(),

    /** Marks of the open lists; an empty list has none. */
    async listMarks(): Promise<ReadonlyMap<string, ListMark>> {
      const rows = await db
        .selectFrom('handoverParcels')
        .select(['handoverId', rowTotal])
        .select((select) => select.fn.max('at').as('lastAt'))
        // As written in the partial index, or it would not be used.
        .where('handoverId', 'in', (open) =>
          open.selectFrom('handovers').select('id').where(sql<SqlBool>`state = 'open'`),
        )
        .groupBy('handoverId')
        .execute();
      return new Map(rows.map(({ handoverId, total, lastAt }) => [handoverId, { total, lastAt }]));
    },

    /** Put on it at that moment or later. */
    listParcels: (handoverId: string, since: number): Promise<HandoverParcel[]> =>
      parcels.rows({ handoverId }).where('at', '>=', since).execute(),

    /** Puts these lists in the place of all that are here; what stands on the others goes with them. */
    async replaceLists(lists: readonly Handover[]): Promise<void> {
      await db.deleteFrom('handovers').execute();
      await handovers.insertMany(lists);
      const ids = listed(lists.map(({ id }) => id));
      await db.deleteFrom('handoverParcels').where('handoverId', 'not in', ids).execute();
    },

    async putOnList(rows: readonly HandoverParcel[]): Promise<void> {
      for (const row of rows) await parcels.put(row, ['waybillNo']);
    },

    async emptyList(handoverId: string): Promise<void> {
      await parcels.remove({ handoverId });
    },
  };
}

/** What was done to lists while the book was away; in the book, that it has come there. */
export function listActReads(db: Kysely<Schema>) {
  const acts = tableOf(db, 'benchListActs');
  return {
    addListAct: acts.insert,
    listAct: (id: string) => acts.row({ id }),
    /** The oldest first. */
    listActsOf: (handoverId: string) => acts.rows({ handoverId }).orderBy('id').execute(),

    /** Lists that something was done to, in the order of the first time. */
    async changedLists(): Promise<string[]> {
      const rows = await db
        .selectFrom('benchListActs')
        .select('handoverId')
        .groupBy('handoverId')
        .orderBy((select) => select.fn.min('id'))
        .execute();
      return rows.map(({ handoverId }) => handoverId);
    },
  };
}
