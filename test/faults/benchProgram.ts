import { createBookClock } from '../../electron/dispatch/bookClock.ts';
import { createSharedPacer } from '../../electron/dispatch/sharedPacer.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { openServerStore } from '../../electron/store/server/openServerStore.ts';
import type { ServerConnection } from '../../electron/store/server/writableHost.ts';
import { reconcileJournal } from '../../electron/usecases/booking/afterRestore/reconcileJournal.ts';
import { loadLanes } from '../../electron/usecases/booking/lanes.ts';
import { recoverWork } from '../../electron/usecases/workspace/recover.ts';
import { startWorkers } from '../../electron/usecases/workspace/workers.ts';
import { createNotices } from '../../electron/usecases/workstations/notices.ts';
import { isServerAway } from '../../electron/usecases/workstations/serverAway.ts';
import { ExpectedError } from '../../shared/errors/outcome.ts';
import { openTestWorkspace } from '../doubles/workspace/openTestWorkspace.ts';

/** A workstation of a shared book in a process of its own, at work until somebody kills it. */
interface BenchWords {
  readonly id: string;
  /** Of its ids: another one in each life. */
  readonly seed: number;
  /** How much its clock is ahead. */
  readonly aheadMs: number;
  /** Of its journal, which outlives it. */
  readonly folder: string;
  readonly server: ServerConnection;
}

const { id, seed, folder, aheadMs, server } = JSON.parse(process.argv[2] ?? '') as BenchWords;

function onBug(error: unknown): void {
  process.stderr.write(`${id}: ${String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(3);
}
process.on('unhandledRejection', onBug);

async function work(): Promise<void> {
  const bookClock = createBookClock({ ...systemClock, now: () => systemClock.now() + aheadMs });
  const workspace = await openTestWorkspace({
    seed,
    folder,
    at: { id, isShared: true },
    clock: { ...bookClock, advance: async () => undefined },
    async openBook(parts) {
      const opened = await openServerStore(server, parts);
      if (!opened.ok) throw new ExpectedError(opened);
      return opened.value;
    },
  });
  const { store, changed } = workspace;
  const askedAt = bookClock.own.now();
  bookClock.learn(askedAt, await store.read.leases.now(), bookClock.own.now());
  const notices = createNotices({ store, clock: bookClock, tellHere: changed, onBug });
  Object.assign(workspace, {
    pacer: createSharedPacer(store, bookClock),
    notices,
    changed: notices.changed,
  });
  await reconcileJournal(workspace);
  await loadLanes(workspace);
  await recoverWork(workspace);
  await startWorkers(workspace, { onBug });
  process.stdout.write('ready\n');
}

// A bench that finds no server at its start is started again.
work().catch((error: unknown) => (isServerAway(error) ? process.exit(4) : onBug(error)));
