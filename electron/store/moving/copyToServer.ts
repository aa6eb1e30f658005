import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { ExpectedError, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { proofOf } from '../../vault/sealing.ts';
import { databaseFileName, openDatabase } from '../database/openDatabase.ts';
import { createSqliteDialect } from '../database/sqliteDialect.ts';
import { newestStep } from '../migrations/index.ts';
import type { Schema } from '../schema.ts';
import { takeTurn } from '../server/bookTurn.ts';
import { connectServer } from '../server/openServerStore.ts';
import { personalSeal } from '../server/sealPersonal.ts';
import { proofOfBook } from '../server/serverBook.ts';
import { orTrouble } from '../server/serverTrouble.ts';
import type { ServerConnection } from '../server/writableHost.ts';
import { resealBook } from '../workspace/sealedTextRepository.ts';
import { giveToBench } from './benchRows.ts';
import { type BookEnd, embeddedEnd, serverEnd } from './bookEnds.ts';
import { bookTables } from './bookTables.ts';
import { type BookTarget, type CopiedBook, copyBook, type EarlierCopy, type OnCopied } from './copyBook.ts';
import {
  type Bench,
  type Copy,
  earlierCopy,
  type Files,
  isInUseThere,
  noteOtherSeal,
  putMove,
  sealedHere,
  sealedThere,
  settingsOf,
} from './movedBook.ts';

/**
 * Copies the book of a folder that nobody has open to a server whose database was made for it, as this bench's. The book there says that
 * it is coming, and nobody opens it, until all of it is there and compared; then that it is arriving, until this bench opens it.
 */
export async function copyToServer(
  files: Files,
  server: ServerConnection,
  bench: Bench,
  onCopied: OnCopied,
): Promise<Outcome<CopiedBook>> {
  const opened = openDatabase(join(files.folder, databaseFileName), files.dataKey, 'writer');
  if (!opened.ok) return opened;
  const source = new Kysely<Schema>({ dialect: createSqliteDialect(opened.value) });
  const target = connectServer(server, 1);
  try {
    const tables = await bookTables(source);
    const arrival = new Arrival(target, files, bench);
    return await orTrouble(() =>
      copyBook(tables, embeddedEnd(source), arrival, {
        onCopied,
        begin: (to) => arrival.begin(to),
        settle: (to) => arrival.settle(to),
        finish: (to) => arrival.finish(to),
      }),
    );
  } finally {
    await source.destroy();
    await target.destroy();
  }
}

/** The database of a server while a book comes there. */
class Arrival implements BookTarget {
  readonly #db: Kysely<Schema>;
  readonly #files: Files;
  readonly #bench: Bench;
  readonly #copy: Copy;
  #isBegun = false;

  constructor(db: Kysely<Schema>, files: Files, bench: Bench) {
    this.#db = db;
    this.#files = files;
    this.#bench = bench;
    this.#copy = { mark: markOf(files, bench), tryId: randomBytes(8).toString('hex') };
  }

  step<T>(work: (to: BookEnd) => Promise<T>): Promise<T> {
    return this.#db.transaction().execute(async (transaction) => {
      await takeTurn(transaction);
      const move = this.#isBegun ? await settingsOf(transaction).get('bookMove') : null;
      // Another copy of this workspace has begun to bring it here as well.
      if (this.#isBegun && (move?.state !== 'coming' || move.copy?.tryId !== this.#copy.tryId)) throw inUse();
      return work(serverEnd(transaction, personalSeal(this.#files.keys)));
    });
  }

  async begin({ db }: BookEnd): Promise<EarlierCopy> {
    if (await isInUseThere(db)) throw inUse();
    const earlier = earlierCopy(await settingsOf(db).get('bookMove'), this.#copy.mark);
    await putMove(db, 'coming', this.#bench, this.#copy);
    this.#isBegun = true;
    return earlier;
  }

  async settle({ db }: BookEnd): Promise<void> {
    await resealBook(db, sealedHere(this.#files), sealedThere(this.#files));
    await giveToBench(db, this.#bench.id);
    await noteOtherSeal(db, { id: this.#bench.id, isShared: true });
  }

  async finish({ db }: BookEnd): Promise<void> {
    const { keys } = this.#files;
    const settings = settingsOf(db);
    const book = await settings.get('book');
    if (book === null) throw new Error('a database that was not made for the book');
    // A previous try may have been started with another choice.
    const bookSetting = { ...book, isPersonalSealed: keys.list.isPersonalSealed };
    await settings.put('book', { ...bookSetting, proof: proofOfBook(bookSetting, keys) });
    await putMove(db, 'arriving', this.#bench, this.#copy);
  }
}

/** What a copy must have in common with this one: its bench, its tables, its key, and whether it seals what is personal. */
const markOf = ({ keys }: Files, { id }: Bench): string =>
  proofOf(keys.keyFor('server book'), JSON.stringify(['copy', id, newestStep, keys.list.isPersonalSealed]));

function inUse(): ExpectedError {
  return new ExpectedError(failure('SERVER_DATABASE_USED'));
}
