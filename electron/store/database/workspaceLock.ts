import {
  type BigIntStats,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Clock } from '../../platform/clock.ts';
import { systemCodeOf } from '../../platform/expectedFailure.ts';
import { readFileIfThere, replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';
import { databasePath } from '../../platform/windows/fileNames.ts';
import { isNotWritable } from './openDatabase.ts';

export interface WorkspaceLock {
  /** false: its file was removed or replaced, so another program may hold the workspace now. */
  isHeld(): boolean;
  /** The previous holder, from `owner.pid`. */
  readonly previousOwner: string;
  release(): void;
}

type HeldFile = Pick<WorkspaceLock, 'isHeld' | 'release'>;

/** Not called `.lock`: cleaners and folder syncs remove such files. */
const lockName = 'shipdesk.writer';
/** The lock of earlier programs: one that still runs is noticed, and where the file exists it is locked too. */
const previousLockName = 'writer.lock';

/**
 * Folders this process holds: a second attempt must not touch their files, because closing them would release the lock. The locks are kept
 * too: an unreferenced one would be garbage-collected, and its closing would release the workspace.
 */
const held = new Map<string, WorkspaceLock>();

/**
 * One writer at a time. The lock is an open exclusive transaction on a tiny database: the operating system drops it when the process dies,
 * however it dies, so a stale lock cannot exist. `owner.pid` only says who holds it. If the file is removed, the holder notices, and
 * `openStore` refuses a second program as long as the first has the database open.
 */
export function lockWorkspace(folder: string): Outcome<WorkspaceLock> {
  try {
    return takeLock(folder);
  } catch (error) {
    if (isNotWritable(error)) return failure('WORKSPACE_NOT_WRITABLE', { folder });
    throw error;
  }
}

function takeLock(folder: string): Outcome<WorkspaceLock> {
  const place = realpathSync(folder);
  const previousOwner = readFileIfThere(ownerPath(folder))?.toString('utf8').trim() ?? '?';
  const busy = () => failure('WORKSPACE_BUSY', { pid: previousOwner });
  if (held.has(place)) return busy();
  const previous = existsSync(join(folder, previousLockName))
    ? takeFile(join(folder, previousLockName))
    : null;
  if (previous === 'busy') return busy();
  const own = takeFile(join(folder, lockName));
  if (own === 'busy') {
    previous?.release();
    return busy();
  }
  const lock: WorkspaceLock = {
    isHeld: own.isHeld,
    previousOwner,
    release() {
      own.release();
      previous?.release();
      held.delete(place);
    },
  };
  held.set(place, lock);
  try {
    replaceOwnerOnlyFile(ownerPath(folder), `${process.pid}\n`);
  } catch (error) {
    // A later attempt, once the disk has room, must not find the folder held by this process.
    lock.release();
    throw error;
  }
  return done(lock);
}

/** The lock was free because its file had been removed, but the previous holder still works. */
export function leaveToOwner(folder: string, { previousOwner }: WorkspaceLock): Failure {
  replaceOwnerOnlyFile(ownerPath(folder), `${previousOwner}\n`);
  return failure('WORKSPACE_BUSY', { pid: previousOwner });
}

const ownerPath = (folder: string): string => join(folder, 'owner.pid');

function takeFile(path: string): HeldFile | 'busy' {
  // Stays open: closing any handle of a locked file would release the lock. It also identifies the file.
  const file = openSync(path, 'a', 0o600);
  const database = new Database(databasePath(path), { timeout: 0 });
  const close = () => {
    database.close();
    closeSync(file);
  };
  try {
    database.exec('begin exclusive');
  } catch (error) {
    close();
    if (systemCodeOf(error) !== 'SQLITE_BUSY') throw error;
    return 'busy';
  }
  const own = fstatSync(file, { bigint: true });
  return {
    isHeld: () => isSameFile(own, statSync(path, { bigint: true, throwIfNoEntry: false })),
    release() {
      database.exec('rollback');
      close();
    },
  };
}

function isSameFile(own: BigIntStats, there: BigIntStats | undefined): boolean {
  return there !== undefined && own.ino === there.ino && own.dev === there.dev;
}

/** How often a holder checks that its lock still exists; each outside call checks too. */
const watchMs = 2_000;

export interface WatchedLock {
  isHeld(): boolean;
  /** Aborts when the lock is lost: nothing may be sent any more. Its reason is a `Failure`, see `whyTaken`. */
  readonly taken: AbortSignal;
  /** Treats the lock as lost for another reason. */
  giveUp(why: Failure): void;
  stop(): void;
}

/** A lost lock stays lost. */
export function watchLock(lock: WorkspaceLock, clock: Clock): WatchedLock {
  const taken = new AbortController();
  const ended = new AbortController();
  const isHeld = (): boolean => {
    if (!taken.signal.aborted && !lock.isHeld()) taken.abort(failure('WORKSPACE_TAKEN'));
    return !taken.signal.aborted;
  };
  const watch = async (): Promise<void> => {
    while (!ended.signal.aborted && isHeld()) await clock.sleep(watchMs, ended.signal);
  };
  void watch();
  return {
    isHeld,
    taken: taken.signal,
    giveUp: (why) => taken.abort(why),
    stop: () => ended.abort(),
  };
}

/** Why it was lost. */
export const whyTaken = ({ reason }: AbortSignal): Failure => reason as Failure;
