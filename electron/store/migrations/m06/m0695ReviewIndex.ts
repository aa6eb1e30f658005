import { type Kysely, sql } from 'kysely';

const statements = [
  'drop index orders_review_issue',
  'drop index orders_review',
  `create index orders_review on orders(review_round, confidence, address_key, id, error_code)
     where state = 'needs-review' and shipment_state is not 'refused'`,
];

/**
 * Addresses that wait come in any order, each to a page of its own in every index of them: a tenth of all that a large import wrote
 * went into the one by complaint. The other is read through for it instead, some milliseconds with 50,000 waiting.
 */
export const m0695ReviewIndex = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
