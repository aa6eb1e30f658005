import { type Kysely, type SqlBool, sql } from 'kysely';
import { personalSealOf } from '../database/personalSeal.ts';
import { listed } from '../database/table.ts';
import type { Order, Schema } from '../schema.ts';

/** What of an order says who gets it and how it is to travel. */
const compared = [
  'id',
  'receiverName',
  'receiverPhone',
  'receiverExtension',
  'province',
  'city',
  'district',
  'town',
  'detail',
  'source',
  'shop',
  'carrier',
  'wishesJson',
] as const satisfies readonly (keyof Order)[];

export type ComparedOrder = Pick<Order, (typeof compared)[number]>;

/** Who could be sent to together. */
export function sharedPhoneReads(db: Kysely<Schema>) {
  return {
    /**
     * Ready orders whose phone another ready order has too, oldest first, without those that a person has put together or parted. Only
     * what is compared of them: a relay number may stand on each of 100,000 orders.
     */
    async readyOfSharedPhones(): Promise<ComparedOrder[]> {
      if (personalSealOf(db)?.hasPreviousKeys === true) return readySharing(db);
      // Left to itself SQLite reads every ready order, twice; so it reads the index once, and seeks what it found.
      const ready = sql`orders indexed by orders_ready_phone`;
      const { rows } = await sql<ComparedOrder>`
        select ${sql.join(compared.map((column) => sql.ref(`orders.${column}`)))}
        from (
          select receiver_phone as phone from ${ready} where state = 'ready' and receiver_phone <> ''
          group by receiver_phone having count(*) > 1
        ) as shared cross join ${ready}
        where state = 'ready' and receiver_phone <> '' and receiver_phone = shared.phone and ${isWhole}
        order by orders.id`.execute(db);
      return rows;
    },
  };
}

const isWhole = sql<SqlBool>`orders.id not in (select order_id from order_parts)`;

/** Where one phone may stand in several sealed forms, they are compared as they are opened. */
async function readySharing(db: Kysely<Schema>): Promise<ComparedOrder[]> {
  const ready = await db
    .selectFrom('orders')
    .select(['id', 'receiverPhone'])
    .where(sql<SqlBool>`state = 'ready' and receiver_phone <> ''`)
    .where(isWhole)
    .execute();
  const ofPhone = new Map<string, number>();
  for (const { receiverPhone: phone } of ready) ofPhone.set(phone, (ofPhone.get(phone) ?? 0) + 1);
  const shared = ready.filter(({ receiverPhone }) => (ofPhone.get(receiverPhone) ?? 0) > 1);
  const ids = listed(shared.map(({ id }) => id));
  return db.selectFrom('orders').select(compared).where('id', 'in', ids).orderBy('id').execute();
}
