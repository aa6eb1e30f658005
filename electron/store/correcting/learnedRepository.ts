import { type Kysely, sql } from 'kysely';
import { personalSealOf } from '../database/personalSeal.ts';
import { countRows, listed, tableOf } from '../database/table.ts';
import { textHolds } from '../orders/foundOrders.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { LearnedLink, LearnedThing, Schema } from '../schema.ts';

/** A learned thing with how many orders stand behind it. */
export interface LearnedWithUses extends LearnedThing {
  readonly uses: number;
}

export interface MemoryKeys {
  readonly textKey: string;
  readonly addressKey: string;
  readonly contactKey: string;
}

/** Matches of one key read at most: a contact key may be a switchboard that a whole town shares. */
const matchLimit = 50;

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

const searchedColumns = ['written', 'name', 'phone', 'detail', 'shop'] as const;

async function searched(db: Kysely<Schema>, search: string | undefined) {
  const text = search?.trim() ?? '';
  const query = withUses(db);
  if (text === '') return { query };
  if (personalSealOf(db) !== undefined) {
    const ids = listed(await opened(db, textHolds(text)));
    return { query: query.where('learned.id', 'in', ids) };
  }
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const found = query.where((where) =>
    where.or(
      searchedColumns.map(
        (column) => sql<boolean>`${sql.ref(`learned.${column}`)} like ${pattern} escape '\\'`,
      ),
    ),
  );
  return { query: found };
}

/** Read at once, so that opening them keeps nobody waiting. */
const piece = 1_000;

/** Where they are sealed, each is looked at that was opened: there are as many as people have corrected. */
async function opened(db: Kysely<Schema>, isHeld: (column: string) => boolean): Promise<string[]> {
  const found: string[] = [];
  for (let last = '', isAtEnd = false; !isAtEnd; ) {
    const rows = await db
      .selectFrom('learned')
      .select(['id', ...searchedColumns])
      .where('id', '>', last)
      .orderBy('id')
      .limit(piece)
      .execute();
    for (const row of rows) if (searchedColumns.some((column) => isHeld(row[column]))) found.push(row.id);
    last = rows.at(-1)?.id ?? last;
    isAtEnd = rows.length < piece;
    await new Promise(setImmediate);
  }
  return found;
}

/** What an order or an import looks up. */
function learnedLookups(db: Kysely<Schema>) {
  return {
    byId: (id: string): Promise<LearnedWithUses | undefined> =>
      withUses(db).where('id', '=', id).executeTakeFirst(),

    /** What may concern a receiver: the same text, the same address, the same phone. In use only. */
    matching: ({ textKey, addressKey, contactKey }: MemoryKeys): Promise<LearnedWithUses[]> =>
      withUses(db)
        .where('forgottenAt', 'is', null)
        .where((where) =>
          where.or([
            where('textKey', '=', textKey),
            where.and([sql<boolean>`address_key <> ''`, where('addressKey', '=', addressKey)]),
            where.and([sql<boolean>`contact_key <> ''`, where('contactKey', '=', contactKey)]),
          ]),
        )
        .orderBy('learnedAt', 'desc')
        .limit(matchLimit)
        .execute(),

    spellings: (source: string, shop: string): Promise<LearnedWithUses[]> =>
      withUses(db)
        .where(sql<boolean>`kind = 'spelling'`)
        .where('source', '=', source)
        .where('shop', '=', shop)
        .where('forgottenAt', 'is', null)
        .execute(),

    /** Every text that a person has settled; loaded once an import, so that other rows cost one look into a set. */
    async liftableTextKeys(): Promise<Set<string>> {
      const rows = await db
        .selectFrom('learned')
        .select('textKey')
        .where('mayLift', '=', 1)
        .where('forgottenAt', 'is', null)
        .execute();
      return new Set(rows.map((row) => row.textKey));
    },

    byTextKeys: (keys: readonly string[]) =>
      tableOf(db, 'learned').rows({ forgottenAt: null }).where('textKey', 'in', listed(keys)).execute(),
  };
}

function learnedReads(db: Kysely<Schema>) {
  const links = tableOf(db, 'learnedLinks');
  return {
    async window(search: string | undefined, { offset, limit }: WindowRequest): Promise<LearnedWithUses[]> {
      const { query } = await searched(db, search);
      return query.orderBy('learnedAt', 'desc').orderBy('id').limit(limit).offset(offset).execute();
    },

    async count(search: string | undefined): Promise<number> {
      const { query } = await searched(db, search);
      return countRows(db.selectFrom(query.as('found')));
    },

    linksOfOrder: (orderId: string) => links.rows({ orderId }).execute(),

    linksOf: (learnedId: string) => links.rows({ learnedId }).execute(),
  };
}

function learnedWrites(db: Kysely<Schema>) {
  const learned = tableOf(db, 'learned');
  const learnedLinks = tableOf(db, 'learnedLinks');
  return {
    /** Adds it, or finds the equal one and brings that back into use; gives the id of the one that is there. */
    async learn(row: LearnedThing): Promise<string> {
      const { id } = await db
        .insertInto('learned')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['textKey', 'valueKey']).doUpdateSet({ forgottenAt: null }),
        )
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },

    /** An order that taught it stays its teacher, whatever came later. */
    async link(links: readonly LearnedLink[]): Promise<void> {
      for (const link of links) {
        if (link.role === 'lifted') await learnedLinks.insertIfNew(link);
        else await learnedLinks.put(link, ['learnedId', 'orderId'], { role: 'taught' });
      }
    },

    /** Orders of one import, new with it: many at once. */
    addLifted: learnedLinks.insertMany,

    unlink: (orderId: string) => learnedLinks.remove({ orderId }),

    async remove(id: string): Promise<void> {
      await learnedLinks.remove({ learnedId: id });
      await learned.remove({ id });
    },

    markForgotten: (id: string, at: number | null) => learned.update({ id }, { forgottenAt: at }),

    /** What was forgotten before that moment goes for good. */
    async prune(before: number): Promise<void> {
      const gone = db.selectFrom('learned').select('id').where('forgottenAt', '<', before);
      await db.deleteFrom('learnedLinks').where('learnedId', 'in', gone).execute();
      await db.deleteFrom('learned').where('forgottenAt', '<', before).execute();
    },
  };
}

/** Learned corrections and the orders behind them. */
export function createLearnedRepository(db: Kysely<Schema>) {
  return { ...learnedLookups(db), ...learnedReads(db), ...learnedWrites(db) };
}
