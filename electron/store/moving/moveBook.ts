import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { onlyWorkstation, type Workstation } from '../../../shared/domain/workstation.ts';
import { done, failure, type Outcome, ToldError } from '../../../shared/errors/outcome.ts';
import type { BookKeys } from '../../vault/bookKeys.ts';
import { type KeyPurpose, keptPurposes } from '../../vault/sealing.ts';
import { onlyKey } from '../../vault/taggedKeys.ts';
import { databaseFileName, openDatabase } from '../database/openDatabase.ts';
import { createSqliteDialect } from '../database/sqliteDialect.ts';
import { openStore } from '../openStore.ts';
import type { Schema } from '../schema.ts';
import { takeTurn } from '../server/bookTurn.ts';
import { connectServer } from '../server/openServerStore.ts';
import { personalSeal } from '../server/sealPersonal.ts';
import { proofOfBook } from '../server/serverBook.ts';
import { orTrouble } from '../server/serverTrouble.ts';
import type { ServerConnection } from '../server/writableHost.ts';
import { resealBook, type SealedBy } from '../workspace/sealedTextRepository.ts';
import { sealRevision } from '../workspace/sealUpkeep.ts';
import { createSettingRepository } from '../workspace/settingRepository.ts';
import { giveToBench, takeFromBench } from './benchRows.ts';
import { type BookEnd, embeddedEnd, serverEnd } from './bookEnds.ts';
import { makeStage } from './bookFiles.ts';
import { type BookTable, bookTables } from './bookTables.ts';
import { copyBook, type OnCopied } from './copyBook.ts';

interface Files {
  readonly folder: string;
  readonly dataKey: Uint8Array;
  /** Of the book on the server. */
  readonly keys: BookKeys;
}

/** By what is sealed in a folder, and on the server. */
const sealedHere = ({ dataKey }: Pick<Files, 'dataKey'>): SealedBy => ({
  secrets: onlyKey(dataKey, 'account secrets'),
  pins: onlyKey(dataKey, 'pin digests'),
});
const sealedThere = ({ keys }: Pick<Files, 'keys'>): SealedBy => ({
  secrets: keys.sealing('account secrets'),
  pins: keys.sealing('pin digests'),
});

interface Bench {
  readonly id: string;
  readonly name: string;
}

/** Digests of PINs are sealed by another key now: what lies sealed beside the book is behind it, and not unlike it. */
async function noteOtherSeal(db: Kysely<Schema>, workstation: Workstation): Promise<void> {
  const settings = createSettingRepository(db, workstation, () => undefined);
  const seal = await settings.get('seal');
  if (seal === null) return;
  const revision = ((await sealRevision({ settings })) ?? 0) + 1;
  await settings.put('seal', { ...seal, revision });
  await settings.put('sealRevision', revision);
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
        if (book === null) throw new Error('a database that was not made for the book');
        const there = serverEnd(transaction, personalSeal(files.keys));
        const settle = async () => {
          await resealBook(there.db, sealedHere(files), sealedThere(files));
          await giveToBench(there.db, bench.id);
          await noteOtherSeal(there.db, { id: bench.id, isShared: true });
        };
        const rows = must(await copyBook(tables, embeddedEnd(source), there, { onCopied, settle }));
        // A former try may have been told otherwise.
        const said = { ...book, isPersonalSealed: files.keys.list.isPersonalSealed };
        await settingsOf(transaction).put('book', { ...said, proof: proofOfBook(said, files.keys) });
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
export async function isInUseThere(db: Kysely<Schema>): Promise<boolean> {
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
  files: Files,
  bench: Bench,
  onCopied: OnCopied,
): Promise<Outcome<number>> {
  const { folder, dataKey } = files;
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
        const from = serverEnd(transaction, personalSeal(files.keys));
        const rows = await takeBook(tables, from, target, { files, bench, onCopied });
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

interface Taking {
  readonly files: Files;
  readonly bench: Bench;
  readonly onCopied: OnCopied;
}

function takeBook(
  tables: readonly BookTable[],
  from: BookEnd,
  target: Kysely<Schema>,
  { files, bench, onCopied }: Taking,
): Promise<number> {
  const { keys } = files;
  return target.transaction().execute(async (transaction) => {
    const settle = async () => {
      await resealBook(transaction, sealedThere(files), sealedHere(files));
      await takeFromBench(transaction, bench.id);
      await noteOtherSeal(transaction, onlyWorkstation);
    };
    const rows = must(await copyBook(tables, from, embeddedEnd(transaction), { onCopied, settle }));
    const settings = settingsOf(transaction);
    await settings.put('book', null);
    await settings.put('bookMove', null);
    await settings.put('bookKeys', keys.list);
    const hexOf = (purpose: KeyPurpose) => keys.keyFor(purpose).export().toString('hex');
    await settings.put('recordKey', hexOf('record of acts'));
    await settings.put('keptKeys', Object.fromEntries(keptPurposes.map((one) => [one, hexOf(one)])));
    return rows;
  });
}
