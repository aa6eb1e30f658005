import type { Kysely } from 'kysely';
import { createTable, type TableSpec } from './createTable.ts';

const learned: TableSpec = {
  name: 'learned',
  columns: {
    id: 'text',
    kind: 'text',
    source: 'text',
    shop: 'text',
    text_key: 'text',
    address_key: 'text',
    contact_key: 'text',
    value_key: 'text',
    may_lift: 'integer',
    written: 'text',
    name: 'text',
    phone: 'text',
    extension: 'text',
    province: 'text',
    city: 'text',
    district: 'text',
    town: 'text',
    detail: 'text',
    learned_at: 'integer',
    forgotten_at: 'integer?',
  },
  primaryKey: ['id'],
  // The same thing learned twice is one thing with two teachers.
  unique: [['text_key', 'value_key']],
  indexes: [
    { columns: ['address_key'], where: "address_key <> ''" },
    { columns: ['contact_key'], where: "contact_key <> ''" },
    { columns: ['source', 'shop'], where: "kind = 'spelling'" },
    { columns: ['forgotten_at'], where: 'forgotten_at is not null' },
  ],
};

const learnedLinks: TableSpec = {
  name: 'learned_links',
  columns: { learned_id: 'text', order_id: 'text', role: 'text', at: 'integer' },
  primaryKey: ['learned_id', 'order_id'],
  indexes: [['order_id']],
};

const noShip: TableSpec = {
  name: 'no_ship',
  columns: {
    id: 'text',
    carrier: 'text',
    province: 'text',
    city: 'text',
    district: 'text',
    town: 'text',
    word: 'text',
    reason: 'text',
    created_at: 'integer',
  },
  primaryKey: ['id'],
  unique: [['carrier', 'province', 'city', 'district', 'town', 'word']],
};

const reachAnswers: TableSpec = {
  name: 'reach_answers',
  columns: {
    account_id: 'text',
    carrier: 'text',
    place_key: 'text',
    answer: 'text',
    checked_at: 'integer',
  },
  primaryKey: ['place_key', 'account_id', 'carrier'],
  indexes: [['checked_at']],
};

export const m0020AddressMemory = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of [learned, learnedLinks, noShip, reachAnswers]) await createTable(db, table);
  },
};
