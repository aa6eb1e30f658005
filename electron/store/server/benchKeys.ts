import type { KeyObject } from 'node:crypto';
import type { Kysely } from 'kysely';
import { done, ExpectedError, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { openSealedFor, publicOf, sealFor } from '../../vault/benchKey.ts';
import { type BookKeys, readKeyList, writeKeyList } from '../../vault/bookKeys.ts';
import { proofOf } from '../../vault/sealing.ts';
import type { Schema, StoredBenchKey, StoredWorkstation } from '../schema.ts';
import {
  createBenchKeyRepository,
  createWorkstationRepository,
} from '../workstations/workstationRepository.ts';
import type { ServerConnection } from './writableHost.ts';

/** A bench and the keys of the book as it knows them. */
export interface KeyHolder {
  readonly workspaceId: string;
  readonly bench: { readonly id: string };
  readonly keys: BookKeys;
  /** The secret half of its pair. */
  readonly benchKey: string;
  /** It has learned other keys: they are to be known when it opens the book again. */
  readonly keep: () => void;
  /** The book says that a manager has shut it out, not merely that it does not know it: it forgets where the book lies. */
  readonly forget?: () => void;
  /** It was shut out, or the server says so, and whoever has the book open closes it. */
  readonly onShutOut?: (why: Failure) => void;
}

const boundTo = (workspaceId: string, benchId: string): string => `${workspaceId} ${benchId}`;

type Book = Pick<KeyHolder, 'workspaceId' | 'keys'>;

const proofFor = ({ workspaceId, keys }: Book, { workstationId, publicKey }: BenchPair): string =>
  proofOf(keys.keyFor('bench keys'), JSON.stringify([workspaceId, workstationId, publicKey]));

type BenchPair = Pick<StoredBenchKey, 'workstationId' | 'publicKey'>;

/** The row of a bench that knows the newest key. */
export const knownBenchKey = (book: Book, pair: BenchPair): StoredBenchKey => ({
  ...pair,
  proof: proofFor(book, pair),
  keyTag: book.keys.newestTag,
  wrappedKeys: '',
});

/** What gives a bench the keys of the book, the newest one with them. */
export const givenBenchKey = (book: Book, pair: BenchPair): StoredBenchKey => ({
  ...knownBenchKey(book, pair),
  wrappedKeys: sealFor(
    pair.publicKey,
    writeKeyList(book.keys.list),
    boundTo(book.workspaceId, pair.workstationId),
  ),
});

/** Did a bench write it that knows the newest key? Whoever writes to the tables by hand could give himself what is sealed for it. */
export const isProven = (book: Book, row: StoredBenchKey): boolean =>
  row.keyTag === book.keys.newestTag && row.proof === proofFor(book, row);

const shutOutBy = (key: KeyObject, { workspaceId }: Pick<Book, 'workspaceId'>, benchId: string): string =>
  proofOf(key, JSON.stringify(['shut out', workspaceId, benchId]));

/** For a bench that knows any of the keys that the book has had until now. */
export const proofOfShutOut = (book: Book, benchId: string): string =>
  book.keys
    .all('bench keys')
    .map((key) => shutOutBy(key, book, benchId))
    .join(' ');

/**
 * What a bench makes of a row that says it is shut out. It forgets where the book lies when somebody has proven it who knows the newest
 * key that it knows itself: previous ones are known to whoever was shut out before. Otherwise it only stops.
 */
export function applyShutOut(holder: KeyHolder, { shutOutProof = '' }: StoredWorkstation): Failure {
  const proof = shutOutBy(holder.keys.keyFor('bench keys'), holder, holder.bench.id);
  if (!shutOutProof.split(' ').includes(proof)) return failure('WORKSTATION_OUT_UNPROVEN');
  holder.forget?.();
  return failure('WORKSTATION_SHUT_OUT');
}

/** Takes over what another bench has left for this one. WORKSTATION_KEY_MISSING: nothing that it can open. */
const takeKeys = async (db: Kysely<Schema>, holder: KeyHolder): Promise<Outcome<null>> =>
  takeKeysOf(holder, await createBenchKeyRepository(db).of(holder.bench.id));

/** The same of the row of this bench; undefined: there is none. */
export function takeKeysOf(holder: KeyHolder, row: StoredBenchKey | undefined): Outcome<null> {
  const { bench, keys, benchKey, workspaceId, keep } = holder;
  if (row === undefined) return failure('WORKSTATION_KEY_MISSING');
  if (keys.knows(row.keyTag)) return done(null);
  const keyList = openSealedFor(benchKey, row.wrappedKeys, boundTo(workspaceId, bench.id));
  if (keyList === null) return failure('WORKSTATION_KEY_MISSING');
  const isOfBook = keys.learn(readKeyList(keyList)) && keys.knows(row.keyTag);
  if (!isOfBook) return failure('SERVER_BOOK_CHANGED');
  keep();
  return done(null);
}

/** Writes down by what others can seal for this bench. */
export async function enrolBench(db: Kysely<Schema>, holder: KeyHolder): Promise<void> {
  const benchKeys = createBenchKeyRepository(db);
  const pair = { workstationId: holder.bench.id, publicKey: publicOf(holder.benchKey) };
  const known = await benchKeys.of(pair.workstationId);
  if (known?.publicKey !== pair.publicKey) await benchKeys.put(knownBenchKey(holder, pair));
}

/** What an open book asks of its keys while it is read and written. */
export interface KeyWatch {
  readonly keys: BookKeys;
  readonly benchId: string;
  /** There is a key that is not known here: another bench has given the book a new one. */
  learn(): Promise<void>;
}

/** `connect`: a connection of its own, since those of the store may all be waiting for this. */
export function watchKeys(
  holder: KeyHolder,
  server: ServerConnection,
  connect: (server: ServerConnection, max: number) => Kysely<Schema>,
): KeyWatch {
  let learning: Promise<void> | null = null;
  const learn = async (): Promise<void> => {
    const db = connect(server, 1);
    try {
      const taken = await takeKeys(db, holder);
      if (!taken.ok) throw await refusalOf(db, holder, taken);
    } finally {
      await db.destroy();
    }
  };
  return {
    keys: holder.keys,
    benchId: holder.bench.id,
    learn() {
      learning ??= learn().finally(() => {
        learning = null;
      });
      return learning;
    },
  };
}

async function refusalOf(db: Kysely<Schema>, holder: KeyHolder, refusal: Failure): Promise<ExpectedError> {
  const row = await createWorkstationRepository(db).byId(holder.bench.id);
  if (row?.shutOutAt === null) return new ExpectedError(refusal);
  holder.onShutOut?.(row === undefined ? failure('WORKSTATION_SHUT_OUT') : applyShutOut(holder, row));
  // Whoever works in rounds outlives it until the book is closed, as with a server that does not answer any more.
  return new ExpectedError(failure('SERVER_AWAY'));
}
