import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { onlyWorkstation } from '../../../shared/domain/workstation.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import { type KeyPurpose, keptPurposes } from '../../vault/sealing.ts';
import { databaseFileName, openDatabase } from '../database/openDatabase.ts';
import { createSqliteDialect } from '../database/sqliteDialect.ts';
import { newestStep } from '../migrations/index.ts';
import { hasDatabase, openStore } from '../openStore.ts';
import type { Schema } from '../schema.ts';
import { takeTurn } from '../server/bookTurn.ts';
import { connectServer } from '../server/openServerStore.ts';
import { personalSeal } from '../server/sealPersonal.ts';
import { orTrouble } from '../server/serverTrouble.ts';
import type { ServerConnection } from '../server/writableHost.ts';
import { resealBook } from '../workspace/sealedTextRepository.ts';
import { takeFromBench } from './benchRows.ts';
import { type BookEnd, embeddedEnd, serverEnd } from './bookEnds.ts';
import { dropStage, makeStage, stageOf } from './bookFiles.ts';
import { bookTables } from './bookTables.ts';
import { type CopiedBook, copyBook, type EarlierCopy, type OnCopied } from './copyBook.ts';
import {
  type Bench,
  earlierCopy,
  type Files,
  noteOtherSeal,
  putMove,
  sealedHere,
  sealedThere,
  settingsOf,
} from './movedBook.ts';

/**
 * Copies the book from the server into the folder, beside what lies there, and marks the one of the server as left. Nobody writes to it
 * meanwhile. `placeBook` puts the copy in its place.
 */
export async function copyFromServer(
  server: ServerConnection,
  files: Files,
  bench: Bench,
  onCopied: OnCopied,
): Promise<Outcome<CopiedBook>> {
  const mark = `${bench.id} ${newestStep}`;
  const prepared = await prepareStage(files, mark);
  if (!prepared.ok) return prepared;
  const { earlier, stage: target } = prepared.value;
  const source = connectServer(server, 1);
  const copy = { mark, tryId: randomBytes(8).toString('hex') };
  try {
    const tables = await bookTables(target);
    return await orTrouble(() =>
      source.transaction().execute(async (transaction) => {
        await takeTurn(transaction);
        // The whole copy is one transaction there, and sealing it anew here takes a while without a word to the server.
        await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction);
        const from = serverEnd(transaction, personalSeal(files.keys));
        const staged = {
          step: <T>(work: (to: BookEnd) => Promise<T>): Promise<T> =>
            target.transaction().execute((inStage) => work(embeddedEnd(inStage))),
        };
        const copied = await copyBook(tables, from, staged, {
          onCopied,
          async begin({ db }) {
            await putMove(db, 'coming', bench, copy);
            return earlier;
          },
          settle: (to) => settleHere(to, files, bench),
          finish: (to) => finishHere(to, files),
        });
        if (!copied.ok) return copied;
        faultPoint('move.before-mark');
        // Committed behind the copy: until then the book of the server is the one that counts.
        await putMove(transaction, 'left', bench);
        return copied;
      }),
    );
  } finally {
    await target.destroy();
    await source.destroy();
  }
}

async function settleHere({ db }: BookEnd, files: Files, bench: Bench): Promise<void> {
  await resealBook(db, sealedThere(files), sealedHere(files));
  await takeFromBench(db, bench.id);
  await noteOtherSeal(db, onlyWorkstation);
}

async function finishHere({ db }: BookEnd, { keys }: Files): Promise<void> {
  const settings = settingsOf(db);
  await settings.put('bookMove', null);
  await settings.put('bookKeys', keys.list);
  const hexOf = (purpose: KeyPurpose) => keys.keyFor(purpose).export().toString('hex');
  await settings.put('recordKey', hexOf('record of acts'));
  await settings.put('keptKeys', Object.fromEntries(keptPurposes.map((one) => [one, hexOf(one)])));
}

interface Prepared {
  readonly stage: Kysely<Schema>;
  readonly earlier: EarlierCopy;
}

/** An empty book in the stage, or what an earlier copy has left there, where it is sound and may be gone on with. */
async function prepareStage(files: Files, mark: string): Promise<Outcome<Prepared>> {
  const earlier = await earlierIn(files, mark);
  if (earlier !== 'goes-on') dropStage(files.folder);
  const opened = await openStage(files);
  if (opened.ok) return done({ stage: opened.value, earlier });
  if (earlier !== 'goes-on') return opened;
  dropStage(files.folder);
  const anew = await openStage(files);
  return anew.ok ? done({ stage: anew.value, earlier: 'unlike' }) : anew;
}

async function openStage({ folder, dataKey }: Files): Promise<Outcome<Kysely<Schema>>> {
  const stage = makeStage(folder);
  const made = await openStore(stage, dataKey, 'may-create');
  if (!made.ok) return made;
  await made.value.close();
  const opened = openDatabase(join(stage, databaseFileName), dataKey, 'writer');
  return opened.ok ? done(new Kysely<Schema>({ dialect: createSqliteDialect(opened.value) })) : opened;
}

/** What does not open, or is no book yet, is nothing to go on with. */
async function earlierIn({ folder, dataKey }: Files, mark: string): Promise<EarlierCopy> {
  const stage = stageOf(folder);
  if (!hasDatabase(stage)) return 'none';
  const opened = openDatabase(join(stage, databaseFileName), dataKey, 'writer');
  if (!opened.ok) return 'unlike';
  const db = new Kysely<Schema>({ dialect: createSqliteDialect(opened.value) });
  try {
    const { rows } = await sql`select 1 from sqlite_master where name = 'settings'`.execute(db);
    return rows.length === 0 ? 'none' : earlierCopy(await settingsOf(db).get('bookMove'), mark);
  } finally {
    await db.destroy();
  }
}
