import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Workstation } from '../../../shared/domain/workstation.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { makeOwnerOnlyFolder } from '../../platform/ownerOnlyFiles.ts';
import { renamePatiently } from '../../platform/patientFiles.ts';
import { setAsideFolder } from '../backup/swapWorkspace.ts';
import { migrate } from '../database/migrate.ts';
import { databaseFileName, openDatabase } from '../database/openDatabase.ts';
import { createSqliteDialect } from '../database/sqliteDialect.ts';
import type { JournalMark } from '../journal/openCallJournal.ts';
import type { Schema } from '../schema.ts';
import { createStore, type Store } from '../store.ts';

export const awayFolderName = 'away';

export interface AwayPlace {
  /** The folder of the workspace. */
  readonly folder: string;
  readonly dataKey: Uint8Array;
  readonly workstation: Workstation;
}

/**
 * The file at a bench that stands in for the book of a server while that one is away: the tables of a book, encrypted by its key, with what this
 * bench has to pack in them. It is made when there is none. One that cannot be opened is refused.
 */
export async function openAwayStore({ folder, dataKey, workstation }: AwayPlace): Promise<Outcome<Store>> {
  const place = join(folder, awayFolderName);
  makeOwnerOnlyFolder(place);
  const path = join(place, databaseFileName);
  const writer = openDatabase(path, dataKey, 'writer');
  if (!writer.ok) return writer;
  const writerDb = new Kysely<Schema>({ dialect: createSqliteDialect(writer.value) });
  const migrated = await migrate(writerDb, async () => done(null));
  const reader = migrated.ok ? openDatabase(path, dataKey, 'reader') : migrated;
  if (!reader.ok) {
    await writerDb.destroy();
    return reader;
  }
  const readerDb = new Kysely<Schema>({ dialect: createSqliteDialect(reader.value) });
  const store = createStore(writerDb, readerDb, { workstation });
  return done({
    ...store,
    async close() {
      await store.close();
      // Kysely leaves a connection it was never asked to use open.
      reader.value.close();
      writer.value.close();
    },
  });
}

/** What must be known of it before a bench may begin on it. */
export interface AwayStart {
  readonly journalMark: JournalMark | null;
}

/** null: there is none to begin on, or it never was whole, or what it knows is older than `since` (UTC ms). */
export async function readAwayStart(place: AwayPlace, since: number): Promise<AwayStart | null> {
  if (!hasAwayStore(place.folder)) return null;
  const opened = await openAwayStore(place);
  if (!opened.ok) return null;
  const { read, close } = opened.value;
  try {
    const knownAt = (await read.settings.get('awayStand'))?.knownAt ?? null;
    if (knownAt === null || knownAt < since) return null;
    return { journalMark: await read.settings.get('journalMark') };
  } finally {
    await close();
  }
}

export const hasAwayStore = (folder: string): boolean => existsSync(join(folder, awayFolderName));

/** Takes the file away: what it held has come to the book, or is copied again. */
export const dropAwayStore = (folder: string): void =>
  rmSync(join(folder, awayFolderName), { recursive: true, force: true });

/** Files that were set aside, by the beginning of their names. */
const asideName = (stamp: string): string => `${awayFolderName}-${stamp}`;

/** A file that cannot be read or brought in goes aside, never away. Its name there. */
export function setAwayStoreAside(folder: string, stamp: string): string {
  const parent = setAsideFolder(folder);
  makeOwnerOnlyFolder(parent);
  let name = asideName(stamp);
  for (let no = 2; existsSync(join(parent, name)); no++) name = `${asideName(stamp)}-${no}`;
  renamePatiently(join(folder, awayFolderName), join(parent, name));
  return name;
}

/** Takes away all that was ever copied here: a bench that was shut out keeps nothing of the book. */
export function dropAwayCopies(folder: string): void {
  dropAwayStore(folder);
  const parent = setAsideFolder(folder);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent))
    if (name.startsWith(asideName(''))) rmSync(join(parent, name), { recursive: true, force: true });
}
