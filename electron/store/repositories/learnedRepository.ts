import { type Kysely, sql } from 'kysely';
import { insertCompiled } from '../insertCompiled.ts';
import type { LearnedLinksTable, LearnedTable, Schema } from '../schema.ts';
import type { WindowRequest } from './orderRepository.ts';

/** A learned thing with how many orders stand behind it. */
export interface LearnedWithUses extends LearnedTable {
  readonly uses: number;
}

export interface MemoryKeys {
  readonly textKey: string;
  readonly addressKey: string;
  readonly contactKey: string;
}

/** Matches of one key read at most: a contact key may be a switchboard that a whole town shares. */
const matchLimit = 50;
/** Rows inserted with one statement. */
const insertChunk = 200;
/** Keys asked for with one statement; SQLite takes 32,766 parameters. */
const keyChunk = 1_000;

function withUses(db: Kysely<Schema>) {
  return db
    .selectFrom('learned')
    .selectAll('learned')
    .select(
      sql<number>`(select count(*) from learned_links where learned_links.learned_id = learned.id)`.as(
        'uses',
      ),
    );
}

function searched(db: Kysely<Schema>, search: string | undefined) {
  const text = search?.trim() ?? '';
  const query = withUses(db);
  if (text === '') return query;
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return query.where((where) =>
    where.or(
      (['written', 'name', 'phone', 'detail', 'shop'] as const).map(
        (column) => sql<boolean>`${sql.ref(`learned.${column}`)} like ${pattern} escape '\\'`,
      ),
    ),
  );
}

/** What an order or an import looks up. */
function learnedLookups(db: Kysely<Schema>) {
  return {
    byId: (id: string): Promise<LearnedWithUses | undefined> =>
      withUses(db).where('id', '=', id).executeTakeFirst(),

    /** What may concern a receiver: the same text, the same address, the same phone. In use only. */
    matching: ({ textKey, addressKey, contactKey }: MemoryKeys): Promise<LearnedWithUses[]> =>
      withUses(db)
        .where('forgotten_at', 'is', null)
        .where((where) =>
          where.or([
            where('text_key', '=', textKey),
            where.and([sql<boolean>`address_key <> ''`, where('address_key', '=', addressKey)]),
            where.and([sql<boolean>`contact_key <> ''`, where('contact_key', '=', contactKey)]),
          ]),
        )
        .orderBy('learned_at', 'desc')
        .limit(matchLimit)
        .execute(),

    spellings: (source: string, shop: string): Promise<LearnedWithUses[]> =>
      withUses(db)
        .where(sql<boolean>`kind = 'spelling'`)
        .where('source', '=', source)
        .where('shop', '=', shop)
        .where('forgotten_at', 'is', null)
        .execute(),

    /** Every text that a person has settled; loaded once an import, so that other rows cost one look into a set. */
    async liftableTextKeys(): Promise<Set<string>> {
      const rows = await db
        .selectFrom('learned')
        .select('text_key')
        .where('may_lift', '=', 1)
        .where('forgotten_at', 'is', null)
        .execute();
      return new Set(rows.map((row) => row.text_key));
    },

    async byTextKeys(keys: readonly string[]): Promise<LearnedTable[]> {
      const rows: LearnedTable[] = [];
      for (let start = 0; start < keys.length; start += keyChunk) {
        const chunk = keys.slice(start, start + keyChunk);
        rows.push(
          ...(await db
            .selectFrom('learned')
            .selectAll()
            .where('text_key', 'in', chunk)
            .where('forgotten_at', 'is', null)
            .execute()),
        );
      }
      return rows;
    },
  };
}

function learnedReads(db: Kysely<Schema>) {
  return {
    window: (search: string | undefined, { offset, limit }: WindowRequest): Promise<LearnedWithUses[]> =>
      searched(db, search).orderBy('learned_at', 'desc').orderBy('id').limit(limit).offset(offset).execute(),

    async count(search: string | undefined): Promise<number> {
      const row = await db
        .selectFrom(searched(db, search).as('found'))
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return row.total;
    },

    linksOfOrder: (orderId: string): Promise<LearnedLinksTable[]> =>
      db.selectFrom('learned_links').selectAll().where('order_id', '=', orderId).execute(),

    linksOf: (learnedId: string): Promise<LearnedLinksTable[]> =>
      db.selectFrom('learned_links').selectAll().where('learned_id', '=', learnedId).execute(),
  };
}

function learnedWrites(db: Kysely<Schema>) {
  return {
    /** Adds it, or finds the equal one and brings that back into use; gives the id of the one that is there. */
    async learn(row: LearnedTable): Promise<string> {
      const { id } = await db
        .insertInto('learned')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['text_key', 'value_key']).doUpdateSet({ forgotten_at: null }),
        )
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },

    /** An order that taught it stays its teacher, whatever came later. */
    async link(links: readonly LearnedLinksTable[]): Promise<void> {
      for (const link of links) {
        await db
          .insertInto('learned_links')
          .values(link)
          .onConflict((conflict) => {
            const update = conflict.columns(['learned_id', 'order_id']);
            return link.role === 'taught' ? update.doUpdateSet({ role: 'taught' }) : update.doNothing();
          })
          .execute();
      }
    },

    /** Orders of one import, new with it: many at once. */
    async addLifted(links: readonly LearnedLinksTable[]): Promise<void> {
      for (let start = 0; start < links.length; start += insertChunk)
        await insertCompiled(db, 'learned_links', links.slice(start, start + insertChunk), insertChunk);
    },

    async unlink(orderId: string): Promise<void> {
      await db.deleteFrom('learned_links').where('order_id', '=', orderId).execute();
    },

    async remove(id: string): Promise<void> {
      await db.deleteFrom('learned_links').where('learned_id', '=', id).execute();
      await db.deleteFrom('learned').where('id', '=', id).execute();
    },

    async markForgotten(id: string, at: number | null): Promise<void> {
      await db.updateTable('learned').set({ forgotten_at: at }).where('id', '=', id).execute();
    },

    /** What was forgotten before that moment goes for good. */
    async prune(before: number): Promise<void> {
      const gone = db.selectFrom('learned').select('id').where('forgotten_at', '<', before);
      await db.deleteFrom('learned_links').where('learned_id', 'in', gone).execute();
      await db.deleteFrom('learned').where('forgotten_at', '<', before).execute();
    },
  };
}

/** Learned corrections and the orders behind them. */
export function createLearnedRepository(db: Kysely<Schema>) {
  return { ...learnedLookups(db), ...learnedReads(db), ...learnedWrites(db) };
}
