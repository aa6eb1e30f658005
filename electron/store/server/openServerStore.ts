import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { Pool, types as plainTypes } from 'pg';
import { onlyWorkstation, type Workstation } from '../../../shared/domain/workstation.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { TextSeal } from '../../vault/sealedText.ts';
import { migrate } from '../database/migrate.ts';
import { databaseFileName, openDatabase } from '../database/openDatabase.ts';
import { migrations } from '../migrations/index.ts';
import { openStore } from '../openStore.ts';
import type { Schema } from '../schema.ts';
import { createStore, type SealHook, type Store } from '../store.ts';
import { type KeyWatch, watchKeys } from './benchKeys.ts';
import { createBookTurn, type OnWentBack, takeTurn } from './bookTurn.ts';
import { repeatAborted } from './repeatAborted.ts';
import { personalSeal, sealedBy } from './sealPersonal.ts';
import { type BookClaim, checkBook, foundBook, inspectDatabase, othersCanRead } from './serverBook.ts';
import { createServerDialect, pluginsOf, serverTypeParser, sideBySide } from './serverDialect.ts';
import { orTrouble } from './serverTrouble.ts';
import { watchSilence } from './silentConnection.ts';
import { type ServerConnection, writableClient } from './writableHost.ts';
import { createWriteGate } from './writeGate.ts';

/** Connections of one bench: one that writes, the rest read side by side. */
const readersOfABench = 4;

interface ServerStoreRequest {
  readonly seal?: SealHook;
  readonly workstation?: Workstation;
  /** Whose book it must be. Absent: whatever the database holds. */
  readonly claim?: BookClaim;
  /** Absent: whatever the bench has seen is in the book. */
  readonly onWentBack?: OnWentBack;
  /** Personal columns are sealed by it; absent: as the keys of the claim say. */
  readonly personal?: TextSeal;
}

/**
 * Opens the store on a PostgreSQL server: its tables are made in an empty database, a later step is added to an older one when every
 * bench at work can read it, a newer one is refused. Writers of all benches take turns, by the lock of one row that ends with their
 * transaction: what a transaction read stays true until it ends, as on the embedded engine.
 */
export async function openServerStore(
  server: ServerConnection,
  { claim, onWentBack, personal, ...parts }: ServerStoreRequest = {},
): Promise<Outcome<Store>> {
  const keys = claim === undefined ? undefined : watchKeys(claim, server, connectServer);
  const writer = connectServer(server, 1, keys);
  const reader = connectServer(server, readersOfABench, keys);
  const close = async (): Promise<void> => {
    await reader.destroy();
    await writer.destroy();
  };
  try {
    const made = await orTrouble(() => prepare(writer, claim, personal));
    if (made.ok) {
      const benchId = parts.workstation?.id ?? onlyWorkstation.id;
      const gate = createWriteGate();
      const turn = createBookTurn({ benchId, keys, onWentBack });
      const seal = personal ?? personalSeal(claim?.keys);
      const apart = sealedBy(reader, seal, keys?.learn);
      const store = createStore(sealedBy(writer, seal, keys?.learn), apart, {
        ...parts,
        takeTurn: turn.take,
        apart,
        together: sideBySide,
      });
      // What was removed stands in the server's log and free pages until its own vacuum.
      const emptyLog = async () => undefined;
      return done({
        ...store,
        write: turn.guarded((work, place) => gate.through(() => store.write(work), place)),
        apart: (work) => repeatAborted(() => store.apart(work)),
        emptyLog,
        async close() {
          gate.close();
          await store.close();
        },
      });
    }
    await close();
    return made;
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * A bench whose cable or power goes in the middle of a transaction has the turn of all benches: after this much silence the server takes
 * it back. Between two statements of a transaction lies a moment's work, or one answer of a slow network.
 */
const turnKeptMs = 15_000;

/** How the server looks after a connection, whatever its own settings say. */
const sessionOptions = Object.entries({
  // What a transaction wrote lasts from its commit on, however the server is set: a mark is on disk before its call leaves.
  synchronous_commit: 'on',
  // Statements of a few ms: compiling one took 4 s where the planner expected many rows.
  jit: 'off',
  idle_in_transaction_session_timeout: turnKeptMs,
  // A computer that is gone: systems left to themselves notice after two hours.
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 3,
  tcp_user_timeout: 25_000,
})
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ');

const idleKeptMs = 2 * 60_000;

/** `keys`: of a book that several work on; absent: nothing sealed is read or written. */
export function connectServer(server: ServerConnection, max: number, keys?: KeyWatch): Kysely<Schema> {
  const types = { getTypeParser: (code: number) => serverTypeParser(code) ?? plainTypes.getTypeParser(code) };
  const chosen = { Client: writableClient(server) };
  const pool = new Pool({
    ...server,
    ...chosen,
    max,
    types,
    options: sessionOptions,
    // Statements that need not wait for each other leave together.
    pipeline: true,
    // A greeting costs up to eight answers of the network: one connection outlives the pause between two parcels.
    ...(max === 1 ? { idleTimeoutMillis: idleKeptMs } : { min: 1 }),
    keepAlive: true,
  });
  // An idle connection that is cut is made again when it is needed; the next statement tells if the server is gone.
  pool.on('error', () => undefined);
  // One in use tells by its statement; without a listener its end would end the program.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    watchSilence(client, server);
  });
  return new Kysely<Schema>({ dialect: createServerDialect(pool, keys?.keys), plugins: pluginsOf(keys) });
}

async function prepare(
  db: Kysely<Schema>,
  claim: BookClaim | undefined,
  personal: TextSeal | undefined,
): Promise<Outcome<null>> {
  const inspected = await inspectDatabase(db, claim);
  if (!inspected.ok) return inspected;
  const seen = inspected.value.marks === null ? await makeBook(db) : inspected.value;
  if (claim === undefined) return migrate(sealedBy(db, personal), async () => done(null));
  const found = await db
    .connection()
    .execute((connection) => sideBySide(connection, (together) => foundBook(together, claim, seen)));
  if (!found.ok) return found;
  let isUpgraded = false;
  if (!found.value.isUpToDate) {
    // Only now are the newest keys known, and whether they seal.
    const migrated = await migrate(sealedBy(db, personal ?? personalSeal(claim.keys)), async () => {
      isUpgraded = true;
      return othersCanRead(db);
    });
    if (!migrated.ok) return migrated;
  }
  return checkBook(db, claim, { ...found.value, isUpgraded });
}

/** Makes the tables where no other bench has made them meanwhile. */
async function makeBook(db: Kysely<Schema>): Promise<{ readonly marks: string; readonly benchKeys: string }> {
  // Made before the turn: a slow PC takes longer than the server lets a transaction be silent.
  const definitions = await embeddedDefinitions();
  const make = async (transaction: Kysely<Schema>): Promise<void> => {
    // The first of all: two benches that find an empty database make its tables one after the other.
    await sql`create table if not exists write_turn (no bigint primary key)`.execute(transaction);
    await sql`insert into write_turn values (1) on conflict do nothing`.execute(transaction);
    await takeTurn(transaction);
    const { rows } = await sql<{
      marks: string | null;
    }>`select to_regclass('kysely_migration') as marks`.execute(transaction);
    if (rows[0]?.marks === null) await makeTables(transaction, definitions);
  };
  await db.transaction().execute((transaction) => sideBySide(transaction, make));
  return { marks: 'kysely_migration', benchKeys: 'bench_keys' };
}

/** Tables and marks of an empty embedded database, in the words of the server. */
async function makeTables(db: Kysely<Schema>, definitions: readonly string[]): Promise<void> {
  await Promise.all(definitions.map((statement) => sql.raw(statement).execute(db)));
  const marks = db as unknown as Kysely<{ kysely_migration: { name: string; timestamp: string } }>;
  const timestamp = sql<string>`cast(now() as text)`;
  await marks
    .insertInto('kysely_migration')
    .values(Object.keys(migrations).map((name) => ({ name, timestamp })))
    .execute();
}

async function embeddedDefinitions(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'));
  const key = randomBytes(32);
  try {
    const made = await openStore(folder, key, 'may-create');
    if (!made.ok) throw new Error(made.code);
    await made.value.close();
    const database = openDatabase(join(folder, databaseFileName), key, 'reader');
    if (!database.ok) throw new Error(database.code);
    const definitions = database.value
      .prepare(
        "select sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by type = 'trigger', type = 'index'",
      )
      .pluck()
      .all() as string[];
    database.value.close();
    return definitions;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
