import { type Kysely, sql } from 'kysely';
import { repepper } from '../../vault/pinHash.ts';
import { createSecretBox } from '../../vault/secretBox.ts';
import type { SealingKeys } from '../../vault/taggedKeys.ts';
import type { Schema } from '../schema.ts';

/**
 * Every column that holds a value sealed by the secret box, which is bound to its row's key: none may be left out, it would
 * not open any more.
 */
export const sealedColumns: readonly {
  readonly table: string;
  readonly key: string;
  readonly columns: readonly string[];
}[] = [
  { table: 'accounts', key: 'id', columns: ['sealed_secret', 'sealed_fields'] },
  { table: 'alarm_channels', key: 'id', columns: ['sealed_fields'] },
  { table: 'record_evidence', key: 'id', columns: ['sealed_content'] },
  { table: 'notice_hooks', key: 'id', columns: ['sealed_secret'] },
  { table: 'door_webhooks', key: 'id', columns: ['sealed_fields'] },
  { table: 'push_relays', key: 'account_id', columns: ['sealed_token'] },
];

/** One of them. */
export interface SealedColumn {
  readonly table: string;
  readonly key: string;
  readonly column: string;
}

const eachColumn: readonly SealedColumn[] = sealedColumns.flatMap(({ table, key, columns }) =>
  columns.map((column) => ({ table, key, column })),
);

/** What is sealed within rows, whichever table it is of: for a key that takes the place of another one. */
export function createSealedTextRepository(db: Kysely<Schema>) {
  const read = async ({ table, key, column }: SealedColumn, id: string): Promise<string | undefined> => {
    const { rows } = await sql<{ sealed: string }>`
      select ${sql.ref(column)} as sealed from ${sql.table(table)} where ${sql.ref(key)} = ${id}`.execute(db);
    return rows[0]?.sealed;
  };
  return {
    /** Where something stands that another key than the one of this tag has sealed. */
    async previous(tag: string): Promise<readonly (SealedColumn & { readonly id: string })[]> {
      const found = [];
      for (const one of eachColumn) {
        const sealed = sql.ref(one.column);
        const isPrevious =
          tag === '' ? sql`substr(${sealed}, 9, 1) = ':'` : sql`substr(${sealed}, 1, 9) <> ${`${tag}:`}`;
        const { rows } = await sql<{ id: string }>`
          select ${sql.ref(one.key)} as id from ${sql.table(one.table)} where ${isPrevious}`.execute(db);
        found.push(...rows.map(({ id }) => ({ ...one, id })));
      }
      return found;
    },
    /** One at a time: files that were attached to a record are large. What went meanwhile is passed over. */
    async reseal(
      one: SealedColumn & { readonly id: string },
      sealed: (text: string) => string,
    ): Promise<void> {
      const { table, key, column, id } = one;
      const text = await read(one, id);
      if (text === undefined) return;
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sealed(text)} where ${sql.ref(key)} = ${id}`.execute(
        db,
      );
    },
  };
}

/** Keys of what is sealed within a book, by what they serve. */
export interface SealedBy {
  readonly secrets: SealingKeys;
  readonly pins: SealingKeys;
}

/** A whole book that goes from one place to another, in the transaction that brings it there. */
export async function resealBook(db: Kysely<Schema>, from: SealedBy, to: SealedBy): Promise<void> {
  const texts = createSealedTextRepository(db);
  const [previous, next] = [createSecretBox(from.secrets), createSecretBox(to.secrets)];
  for (const one of await texts.previous(to.secrets.newest.tag))
    await texts.reseal(one, (text) => next.seal(previous.open(text, one.id), one.id));
  const people = await db
    .selectFrom('operators')
    .select(['id', 'pinSalt', 'pinHash'])
    .where('pinHash', '<>', '')
    .execute();
  for (const { id, pinSalt: salt, pinHash: hash } of people) {
    const pin = repepper({ salt, hash }, from.pins, to.pins) ?? { salt: '', hash: '' };
    await db
      .updateTable('operators')
      .set({ pinSalt: pin.salt, pinHash: pin.hash })
      .where('id', '=', id)
      .execute();
  }
}
