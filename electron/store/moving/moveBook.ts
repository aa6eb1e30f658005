import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { onlyWorkstation } from '../../../shared/domain/workstation.ts';
import { done, failure, type Outcome, ToldError } from '../../../shared/errors/outcome.ts';
import { databaseFileName, openDatabase } from '../database/openDatabase.ts';
import { createSqliteDialect } from '../database/sqliteDialect.ts';
import { openStore } from '../openStore.ts';
import type { Schema } from '../schema.ts';
import { connectServer, takeTurn } from '../server/openServerStore.ts';
import { orTrouble } from '../server/serverTrouble.ts';
import type { ServerConnection } from '../server/writableHost.ts';
import { createSettingRepository } from '../workspace/settingRepository.ts';
import { giveToBench, takeFromBench } from './benchRows.ts';
import { type BookEnd, embeddedEnd, serverEnd } from './bookEnds.ts';
import { makeStage } from './bookFiles.ts';
import { type BookTable, bookTables } from './bookTables.ts';
import { copyBook, type OnCopied } from './copyBook.ts';

interface Files {
  readonly folder: string;
  readonly dataKey: Uint8Array;
}

interface Bench {
  readonly id: string;
  readonly name: string;
}

const settingsOf = (db: Kysely<Schema>) => createSettingRepository(db, onlyWorkstation, () => undefined);

/** Undoes the transaction it is thrown in. */
function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new ToldError(outcome.code, outcome);
  return outcome.value;
}

/**
 * Copies the book of a folder that nobody has open to a server whose database was just made for it, as this bench's: how many rows it
 * has. The book there says that it is arriving until this bench opens it.
 */
export async function copyToServer(
  files: Files,
  server: ServerConnection,
  bench: Bench,
  onCopied: OnCopied,
): Promise<Outcome<number>> {
  const opened = openDatabase(join(files.folder, databaseFileName), files.dataKey, 'writer');
  if (!opened.ok) return opened;
  const source = new Kysely<Schema>({ dialect: createSqliteDialect(opened.value) });
  const target = connectServer(server, 1);
  try {
    const tables = await bookTables(source);
    return await orTrouble(() =>
      target.transaction().execute(async (transaction) => {
        await takeTurn(transaction);
        if (await isInUseThere(transaction)) return failure('SERVER_DATABASE_USED');
        const book = await settingsOf(transaction).get('book');
        const settle = () => giveToBench(transaction, bench.id);
        const ends = [embeddedEnd(source), serverEnd(transaction)] as const;
        const rows = must(await copyBook(tables, ...ends, { onCopied, settle }));
        await settingsOf(transaction).put('book', book);
        await putMove(transaction, 'arriving', bench);
        return done(rows);
      }),
    );
  } finally {
    await source.destroy();
    await target.destroy();
  }
}

const putMove = (db: Kysely<Schema>, state: 'arriving' | 'left', { id, name }: Bench): Promise<void> =>
  settingsOf(db).put('bookMove', { state, benchId: id, benchName: name });

/** A book that has left, or came only half, may be written over; one that somebody works with may not. */
async function isInUseThere(db: Kysely<Schema>): Promise<boolean> {
  if ((await settingsOf(db).get('bookMove')) !== null) return false;
  const { rows } = await sql<{ total: number }>`
    select (select count(*) from orders) + (select count(*) from accounts) + (select count(*) from operator_acts) as total`.execute(
    db,
  );
  return (rows[0]?.total ?? 0) > 0;
}

/**
 * Copies the book from the server into the folder, beside what lies there, and marks the one of the server as left: how many rows it
 * has. Nobody writes to it meanwhile. `placeBook` puts the copy in its place.
 */
export async function copyFromServer(
  server: ServerConnection,
  { folder, dataKey }: Files,
  bench: Bench,
  onCopied: OnCopied,
): Promise<Outcome<number>> {
  const staged = makeStage(folder);
  const made = await openStore(staged, dataKey, true);
  if (!made.ok) return made;
  await made.value.close();
  const opened = openDatabase(join(staged, databaseFileName), dataKey, 'writer');
  if (!opened.ok) return opened;
  const target = new Kysely<Schema>({ dialect: createSqliteDialect(opened.value) });
  const source = connectServer(server, 1);
  try {
    const tables = await bookTables(target);
    return await orTrouble(() =>
      source.transaction().execute(async (transaction) => {
        await takeTurn(transaction);
        const rows = await takeBook(tables, serverEnd(transaction), target, bench, onCopied);
        // Committed behind the copy: until then the book of the server is the one that counts.
        await putMove(transaction, 'left', bench);
        return done(rows);
      }),
    );
  } finally {
    await target.destroy();
    await source.destroy();
  }
}

function takeBook(
  tables: readonly BookTable[],
  from: BookEnd,
  target: Kysely<Schema>,
  bench: Bench,
  onCopied: OnCopied,
): Promise<number> {
  return target.transaction().execute(async (transaction) => {
    const settle = () => takeFromBench(transaction, bench.id);
    const rows = must(await copyBook(tables, from, embeddedEnd(transaction), { onCopied, settle }));
    await settingsOf(transaction).put('book', null);
    await settingsOf(transaction).put('bookMove', null);
    return rows;
  });
}
