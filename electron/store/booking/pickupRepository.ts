import type { Kysely } from 'kysely';
import { type PickupStage, pickupMoves } from '../../../shared/domain/pickup.ts';
import type { Schema } from '../schema.ts';
import type { StoredPickup } from './bookingRows.ts';

export type PickupPatch = Partial<
  Pick<
    StoredPickup,
    'waybillNo' | 'platformRef' | 'rawState' | 'costFen' | 'errorCode' | 'errorParamsJson' | 'updatedAt'
  >
>;

export function createPickupRepository(db: Kysely<Schema>) {
  return {
    async insert(row: StoredPickup): Promise<void> {
      await db.insertInto('pickups').values(row).execute();
    },

    byId: (id: string) => db.selectFrom('pickups').selectAll().where('id', '=', id).executeTakeFirst(),

    byCode: (accountId: string, orderCode: string) =>
      db
        .selectFrom('pickups')
        .selectAll()
        .where('accountId', '=', accountId)
        .where('orderCode', '=', orderCode)
        .executeTakeFirst(),

    ofOrder: (orderId: string) =>
      db.selectFrom('pickups').selectAll().where('orderId', '=', orderId).orderBy('id').execute(),

    inStates: (states: readonly PickupStage[]) =>
      db.selectFrom('pickups').selectAll().where('state', 'in', states).orderBy('id').execute(),

    newest: (limit: number) =>
      db.selectFrom('pickups').selectAll().orderBy('id', 'desc').limit(limit).execute(),

    /** Changes the state along the table; false: a lost race, nothing was written. */
    async move(
      seen: Pick<StoredPickup, 'id' | 'state' | 'version'>,
      to: PickupStage,
      patch: PickupPatch = {},
    ): Promise<boolean> {
      if (!pickupMoves[seen.state].includes(to)) return false;
      const result = await db
        .updateTable('pickups')
        .set({ ...patch, state: to, version: seen.version + 1 })
        .where('id', '=', seen.id)
        .where('state', '=', seen.state)
        .where('version', '=', seen.version)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },

    /** What is known meanwhile, without a change of state. */
    async note(id: string, patch: PickupPatch): Promise<void> {
      await db.updateTable('pickups').set(patch).where('id', '=', id).execute();
    },
  };
}
