import type { Kysely } from 'kysely';
import { openPickupStates, type PickupStage, pickupMoves } from '../../../shared/domain/pickup.ts';
import { countRows, listed, tableOf } from '../database/table.ts';
import type { Schema } from '../schema.ts';
import type { StoredPickup } from './bookingRows.ts';

export type PickupPatch = Partial<
  Pick<
    StoredPickup,
    'waybillNo' | 'platformRef' | 'rawState' | 'costFen' | 'errorCode' | 'errorParamsJson' | 'updatedAt'
  >
>;

export function createPickupRepository(db: Kysely<Schema>) {
  const pickups = tableOf(db, 'pickups');
  return {
    insert: pickups.insert,

    byId: (id: string) => pickups.row({ id }),

    byCode: (accountId: string, orderCode: string) => pickups.row({ accountId, orderCode }),

    ofOrder: (orderId: string) => pickups.rows({ orderId }).orderBy('id').execute(),

    inStates: (states: readonly PickupStage[]) =>
      pickups.rows().where('state', 'in', states).orderBy('id').execute(),

    countOpen: (accountIds: readonly string[]) =>
      countRows(
        db
          .selectFrom('pickups')
          .where('accountId', 'in', listed(accountIds))
          .where('state', 'in', openPickupStates),
      ),

    newest: (limit: number) => pickups.rows().orderBy('id', 'desc').limit(limit).execute(),

    /** Changes the state as the state table allows. Returns the new row; undefined: a lost race, nothing was written. */
    async move(
      { id, state, version }: Pick<StoredPickup, 'id' | 'state' | 'version'>,
      to: PickupStage,
      patch: PickupPatch = {},
    ): Promise<StoredPickup | undefined> {
      if (!pickupMoves[state].includes(to)) return undefined;
      return pickups.change({ id, state, version }, { ...patch, state: to });
    },

    /** New information without a change of state. */
    note: (id: string, patch: PickupPatch) => pickups.update({ id }, patch),
  };
}
