import { type Kysely, sql } from 'kysely';
import { onlyWorkstation } from '../../../shared/domain/workstation.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { publicOf } from '../../vault/benchKey.ts';
import type { BookKeys } from '../../vault/bookKeys.ts';
import { proofOf } from '../../vault/sealing.ts';
import { isUpToDate, readMarks } from '../database/migrate.ts';
import { newestStep } from '../migrations/index.ts';
import type { Schema, StoredBenchKey, StoredWorkstation } from '../schema.ts';
import { createSettingRepository } from '../workspace/settingRepository.ts';
import type { EverySetting } from '../workspace/settings.ts';
import {
  createBenchKeyRepository,
  createWorkstationRepository,
} from '../workstations/workstationRepository.ts';
import { applyShutOut, enrolBench, type KeyHolder, takeKeysOf } from './benchKeys.ts';

/** Whose book a bench looks for on a server, and as whom it comes. */
export interface BookClaim extends KeyHolder {
  readonly isPractice: boolean;
  readonly bench: { readonly id: string; readonly name: string };
  /** Version of the program. */
  readonly program: string;
  /** It is made now, in a database that holds nothing yet. */
  readonly mayCreate: boolean;
}

type Book = NonNullable<EverySetting['book']>;

/** Older ones lack what the statements say. */
const leastVersion = 13;

interface ServerFacts {
  readonly version: number;
  readonly encoding: string;
  /** Names of tables; null: there is no such table. */
  readonly marks: string | null;
  readonly benchKeys: string | null;
  readonly tables: number;
}

type SeenTables = Pick<ServerFacts, 'marks' | 'benchKeys'>;

/** What can be seen before anything is written there. */
export async function inspectDatabase(
  db: Kysely<Schema>,
  claim: Pick<BookClaim, 'mayCreate'> | undefined,
): Promise<Outcome<SeenTables>> {
  const { rows } = await sql<ServerFacts>`select
    cast(current_setting('server_version_num') as int) / 10000 as version,
    current_setting('server_encoding') as encoding,
    to_regclass('kysely_migration') as marks,
    to_regclass('bench_keys') as "benchKeys",
    (select count(*) from pg_catalog.pg_tables where schemaname = current_schema()) as tables`.execute(db);
  const [facts] = rows;
  if (facts === undefined) throw new Error('a server that says nothing');
  if (facts.version < leastVersion)
    return failure('SERVER_TOO_OLD', { version: facts.version, least: leastVersion });
  if (facts.encoding !== 'UTF8') return failure('SERVER_NOT_UTF8', { encoding: facts.encoding });
  if (claim === undefined) return done(facts);
  if (claim.mayCreate)
    return facts.marks === null && facts.tables > 0 ? failure('SERVER_DATABASE_USED') : done(facts);
  return facts.marks === null ? failure('SERVER_BOOK_MISSING') : done(facts);
}

/** What a book says of itself and of one bench. */
interface BookFacts {
  readonly book: Book | null;
  readonly row: StoredWorkstation | undefined;
  readonly benchKey: StoredBenchKey | undefined;
  readonly shape: string;
  readonly move: EverySetting['bookMove'];
  readonly marks: readonly string[];
}

/** Asked together: each question by itself would wait for the network. `db`: statements side by side. */
async function askBook(
  db: Kysely<Schema>,
  { bench: { id } }: BookClaim,
  { benchKeys }: SeenTables,
): Promise<BookFacts> {
  const settings = createSettingRepository(db, onlyWorkstation, () => undefined);
  const [book, row, benchKey, shape, move, marks] = await Promise.all([
    settings.get('book'),
    createWorkstationRepository(db).byId(id),
    // The book of a program that had no bench keys yet.
    benchKeys === null ? undefined : createBenchKeyRepository(db).of(id),
    shapeOf(db),
    settings.get('bookMove'),
    readMarks(db),
  ]);
  return { book, row, benchKey, shape, move, marks };
}

/** How a bench found its book. */
interface FoundBook {
  readonly isNew: boolean;
  /** It has all steps of this program. */
  readonly isUpToDate: boolean;
  /** Others can seal for this bench. */
  readonly isEnrolled: boolean;
}

/**
 * Is it the book of this workspace, as the programs left it, and may this bench work on it? Noted besides, before any step is taken: that
 * the bench is there, and what its program can read.
 */
export async function foundBook(
  db: Kysely<Schema>,
  claim: BookClaim,
  seen: SeenTables,
): Promise<Outcome<FoundBook>> {
  const facts = await askBook(db, claim, seen);
  const { book, row, benchKey } = facts;
  const found = {
    isNew: book === null,
    isUpToDate: isUpToDate(facts.marks),
    isEnrolled: benchKey?.publicKey === publicOf(claim.benchKey),
  };
  if (book === null) return claim.mayCreate ? done(found) : failure('SERVER_BOOK_MISSING');
  if (book.workspaceId !== claim.workspaceId)
    return failure(claim.mayCreate ? 'SERVER_DATABASE_USED' : 'SERVER_OTHER_WORKSPACE');
  // Looked at first: a bench that is shut out has no keys to prove anything by.
  const workstations = createWorkstationRepository(db);
  if (!claim.mayCreate && row?.shutOutAt !== null) {
    // A book that was restored from before the bench joined merely does not know it.
    return row === undefined ? failure('WORKSTATION_SHUT_OUT') : applyShutOut(claim, row);
  }
  const known = seen.benchKeys === null ? done(true) : keysOf(claim, benchKey);
  // What a copy of this workspace has made there since, under keys of its own.
  if (claim.mayCreate && !(known.ok && isProven(book, claim))) return failure('SERVER_DATABASE_USED');
  if (!known.ok) return known;
  if (!isProven(book, claim)) return failure(known.value ? 'SERVER_BOOK_CHANGED' : 'WORKSTATION_KEY_MISSING');
  if (book.shape !== facts.shape) return failure('SERVER_BOOK_CHANGED');
  // What is brought there now is sealed as it is chosen now; what is there is never written in plain by a bench that knows it as sealed.
  if (!claim.mayCreate && book.isPersonalSealed !== claim.keys.list.isPersonalSealed)
    return failure('SERVER_BOOK_CHANGED');
  const moved = await settleMove(db, claim, facts.move);
  if (!moved.ok) return moved;
  if (row === undefined && moved.value !== null) {
    const namesake = await workstations.byName(claim.bench.name);
    if (namesake !== undefined && namesake.id !== moved.value)
      return failure('WORKSTATION_NAME_TAKEN', { name: claim.bench.name });
    await workstations.comesBack(moved.value, claim.bench);
  }
  const isIn = await workstations.seen(claim.bench.id, programOf(claim));
  if (isIn) return done(found);
  // A copy of the workspace brings it where others work on it.
  return failure(row === undefined ? 'SERVER_DATABASE_USED' : 'WORKSTATION_SHUT_OUT');
}

/** false: nothing is there for this bench; it proves by the book itself that it knows its keys. */
function keysOf(claim: BookClaim, row: StoredBenchKey | undefined): Outcome<boolean> {
  const taken = takeKeysOf(claim, row);
  if (taken.ok) return done(true);
  return taken.code === 'WORKSTATION_KEY_MISSING' ? done(false) : taken;
}

/**
 * A move that this bench began and did not end is over with its next opening: the book is where the bench looks for it. What is brought here
 * again came from here under this id of its bench; null: it was not brought from here.
 */
async function settleMove(
  db: Kysely<Schema>,
  { bench, mayCreate }: BookClaim,
  move: BookFacts['move'],
): Promise<Outcome<string | null>> {
  if (move === null) return done(null);
  if (mayCreate) return done(move.state === 'left' ? move.benchId : null);
  // Also at the bench that brings it: until it is whole it lies where it came from.
  if (move.state === 'coming') return failure('SERVER_BOOK_COMING', { name: move.benchName });
  if (move.benchId !== bench.id) return failure('SERVER_BOOK_MOVED', { name: move.benchName });
  await createSettingRepository(db, onlyWorkstation, () => undefined).put('bookMove', null);
  return done(null);
}

/** A step is taken when every bench of the last day can read what comes of it; the others would be locked out in the middle of work. */
export async function othersCanRead(db: Kysely<Schema>): Promise<Outcome<null>> {
  const outdated = await createWorkstationRepository(db).withoutStep(newestStep, dayMs);
  if (outdated.length === 0) return done(null);
  return failure('SERVER_BENCHES_OLDER', { names: outdated.map(({ name }) => name).join(', ') });
}

/** Writes down whose book it is, and what its tables look like now. */
export async function checkBook(
  db: Kysely<Schema>,
  claim: BookClaim,
  { isNew, isUpgraded, isEnrolled }: Omit<FoundBook, 'isUpToDate'> & { readonly isUpgraded: boolean },
): Promise<Outcome<null>> {
  if (!isNew && !isUpgraded) {
    if (!isEnrolled) await enrolBench(db, claim);
    return done(null);
  }
  const { workspaceId, isPractice, bench } = claim;
  const shape = await shapeOf(db);
  const { isPersonalSealed } = claim.keys.list;
  const book = { workspaceId, isPractice, isPersonalSealed, shape };
  await db.transaction().execute(async (transaction) => {
    const settings = createSettingRepository(transaction, onlyWorkstation, () => undefined);
    await settings.put('book', { ...book, proof: proofOfBook(book, claim.keys) });
    if (isNew) await createWorkstationRepository(transaction).add({ ...bench, ...programOf(claim) });
    await enrolBench(transaction, claim);
  });
  return done(null);
}

const programOf = ({ program }: BookClaim) => ({ program, newestStep });

/** Proves the book by the newest key. */
export const proofOfBook = (book: Omit<Book, 'proof'>, keys: BookKeys): string =>
  proofOf(keys.keyFor('server book'), provenText(book));

const provenText = ({ workspaceId, isPractice, isPersonalSealed, shape }: Omit<Book, 'proof'>): string =>
  JSON.stringify([workspaceId, isPractice, shape, ...(isPersonalSealed ? ['personal data sealed'] : [])]);

/** A server that was set back to an earlier day proves itself by the key of that day. */
const isProven = (book: Book, { keys }: BookClaim): boolean =>
  keys.all('server book').some((key) => book.proof === proofOf(key, provenText(book)));

/** Columns and triggers as the server has them: what somebody adds, drops or switches off by hand changes it. */
async function shapeOf(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ readonly shape: string }>`
    select md5(string_agg(line, ' ' order by line collate "C")) as shape from (
      select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as line
        from information_schema.columns where table_schema = current_schema()
      union all
      select relname || ' ' || tgname || ' ' || cast(tgenabled as text) || ' ' || md5(prosrc)
        from pg_catalog.pg_trigger join pg_catalog.pg_class as classes on classes.oid = tgrelid
        join pg_catalog.pg_proc as functions on functions.oid = tgfoid
        where not tgisinternal and relnamespace = cast(current_schema() as regnamespace)) as lines`.execute(
    db,
  );
  return rows[0]?.shape ?? '';
}
