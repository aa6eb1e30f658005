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
  /** false: its file was removed or replaced, so that another program may hold the workspace by now. */
  isHeld(): boolean;
  /** Who worked here before, as `owner.pid` said it. */
  readonly formerOwner: string;
  release(): void;
}

type HeldFile = Pick<WorkspaceLock, 'isHeld' | 'release'>;

/** Not called `.lock`: cleaners and folder syncs remove such files. */
const lockName = 'shipdesk.writer';
/** Of programs from before: one that still runs is not overlooked, and where the file is there it is held along. */
const formerLockName = 'writer.lock';

/**
 * Folders this process holds: a second try must not touch their files, whose closing would free the lock. With the locks themselves:
 * one that nobody referred to any more would be collected, and its closing free the workspace.
 */
const held = new Map<string, WorkspaceLock>();

/**
 * One writer at a time. An open exclusive transaction on a tiny database is the lock: the operating system drops
 * it when the process dies, however it dies, so a stale lock cannot exist. `owner.pid` only tells who it is. Where somebody
 * takes the file away, its holder sees that, and `openStore` refuses a second program as long as the first has the database.
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
  const formerOwner = readFileIfThere(ownerPath(folder))?.toString('utf8').trim() ?? '?';
  const busy = () => failure('WORKSPACE_BUSY', { pid: formerOwner });
  if (held.has(place)) return busy();
  const former = existsSync(join(folder, formerLockName)) ? takeFile(join(folder, formerLockName)) : null;
  if (former === 'busy') return busy();
  const own = takeFile(join(folder, lockName));
  if (own === 'busy') {
    former?.release();
    return busy();
  }
  const lock: WorkspaceLock = {
    isHeld: own.isHeld,
    formerOwner,
    release() {
      own.release();
      former?.release();
      held.delete(place);
    },
  };
  held.set(place, lock);
  try {
    replaceOwnerOnlyFile(ownerPath(folder), `${process.pid}\n`);
  } catch (error) {
    // Whoever tries again once the disk has room must not find this process in the way.
    lock.release();
    throw error;
  }
  return done(lock);
}

/** The lock was free, for its file had been taken away, and its holder works on all the same. */
export function leaveToOwner(folder: string, { formerOwner }: WorkspaceLock): Failure {
  replaceOwnerOnlyFile(ownerPath(folder), `${formerOwner}\n`);
  return failure('WORKSPACE_BUSY', { pid: formerOwner });
}

const ownerPath = (folder: string): string => join(folder, 'owner.pid');

function takeFile(path: string): HeldFile | 'busy' {
  // Stays open: closing any handle of a locked file would free it, and by this one it is known again.
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

/** How often a holder looks whether its lock is still there; each outside call looks for itself. */
const watchMs = 2_000;

export interface WatchedLock {
  isHeld(): boolean;
  /** Ends when the lock is lost: nothing may leave any more. Its reason is a `Failure`, see `whyTaken`. */
  readonly taken: AbortSignal;
  /** As good as lost, for another reason than that it was taken away. */
  giveUp(why: Failure): void;
  stop(): void;
}

/** Once lost, a lock stays lost. */
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
