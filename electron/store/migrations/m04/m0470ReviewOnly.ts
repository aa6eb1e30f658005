import { type Kysely, sql } from 'kysely';

const statements = [
  // What a platform rejected is no address to correct: it stands in Ship alone.
  'drop index orders_review',
  `create index orders_review on orders(review_round, confidence, address_key, id)
     where state = 'needs-review' and shipment_state is not 'refused'`,
  'drop index orders_review_issue',
  `create index orders_review_issue on orders(error_code, review_round, confidence, address_key, id)
     where state = 'needs-review' and shipment_state is not 'refused'`,
  'drop index orders_review_address',
  `create index orders_review_address on orders(address_key, id)
     where state = 'needs-review' and shipment_state is not 'refused'`,
];

export const m0470ReviewOnly = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
