import { type Kysely, sql } from 'kysely';
import type { Workstation } from '../../../shared/domain/workstation.ts';
import { tableOf } from '../database/table.ts';
import type { Schema } from '../schema.ts';
import { storeNow } from './storeTime.ts';

const until = (leaseMs: number) => sql<number>`${storeNow} + ${sql.lit(leaseMs)}`;

/** Who of those that work on one book is there. The embedded store has one, which needs no row. */
export function createLeaseRepository(db: Kysely<Schema>, { id: workstationId }: Workstation) {
  const leases = tableOf(db, 'workstationLeases');
  return {
    /** Begins the lease of this workstation, or starts it over. */
    async take(leaseMs: number): Promise<void> {
      await db
        .insertInto('workstationLeases')
        .values({ workstationId, leaseUntil: until(leaseMs) })
        .onConflict((conflict) =>
          conflict
            .column('workstationId')
            .doUpdateSet((row) => ({ leaseUntil: row.ref('excluded.leaseUntil') })),
        )
        .execute();
    },

    /** false: it has run out, and others may have taken over what was claimed under it. */
    async renew(leaseMs: number): Promise<boolean> {
      const renewed = await db
        .updateTable('workstationLeases')
        .set({ leaseUntil: until(leaseMs) })
        .where('workstationId', '=', workstationId)
        .where('leaseUntil', '>', storeNow)
        .executeTakeFirst();
      return renewed.numUpdatedRows > 0n;
    },

    /** The time of the store. */
    async now(): Promise<number> {
      const { rows } = await sql<{ readonly now: number }>`select ${storeNow} as now`.execute(db);
      return rows[0]?.now ?? 0;
    },

    leave: () => leases.remove({ workstationId }),

    /** The others whose lease holds. */
    async livingOthers(): Promise<ReadonlySet<string>> {
      const rows = await leases
        .rows()
        .where('workstationId', '<>', workstationId)
        .where('leaseUntil', '>', storeNow)
        .execute();
      return new Set(rows.map((row) => row.workstationId));
    },
  };
}
