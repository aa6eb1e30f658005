import type { Clock } from '../../platform/clock.ts';
import type { HeldJob } from '../../store/booking/jobRepository.ts';
import { newestStep } from '../../store/migrations/index.ts';
import type { StoredWorkstation } from '../../store/schema.ts';
import type { Repositories, Store } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A workstation not heard of for this long is gone, and others take over its work. */
const leaseMs = 60_000;
/** The longest booking call, until its answer is given up, and a margin. */
const longestCallMs = 35_000;

/** What a workstation has claimed stays its own while its lease is valid. */
export interface Lease {
  /** Starts in the transaction that resolves what this workstation left when it was last closed. */
  take(write: Repositories): Promise<void>;
  /** Renews the lease. false: this workstation was shut out, and must start nothing more. */
  renew(): Promise<boolean>;
  /** Ends it: no work is in progress. */
  leave(): Promise<void>;
  /** Can a call that starts now end before another workstation may take over its job? */
  readonly coversCall: boolean;
  /** When the store last answered, by this clock in UTC ms; null: not yet, or there is no server. */
  readonly heardAt: number | null;
  /** The same, and its job has not been taken over already. */
  mayCall(job: HeldJob): Promise<boolean>;
}

/** For a book with one workstation: no other takes anything over. */
export const ownLease: Lease = {
  take: async () => undefined,
  renew: async () => true,
  leave: async () => undefined,
  heardAt: null,
  coversCall: true,
  mayCall: async () => true,
};

/** Its row in the book. */
interface BenchOfBook {
  readonly id: string;
  /** Version of the program. */
  readonly program: string;
  readonly onShutOut: (row: StoredWorkstation) => void;
}

/** The row of its shut-out; null: it may work. */
const shutOutRow = (store: Store, { id, program }: BenchOfBook): Promise<StoredWorkstation | null> =>
  store.apart(async ({ workstations }) => {
    if (await workstations.seen(id, { program, newestStep })) return null;
    const row = await workstations.byId(id);
    return row?.shutOutAt == null ? null : row;
  });

/** For a book that several work on. This clock only measures durations; the store's clock decides which workstations are there. */
export function createSharedLease(store: Store, clock: Clock, bench?: BenchOfBook): Lease {
  let askedAt = 0;
  let until = 0;
  let heardAt: number | null = null;
  const covers = (): boolean => {
    const now = clock.now();
    // Before the last renewal: the clock was set back by an unknown time.
    return now >= askedAt && now + longestCallMs <= until;
  };
  const begun = (at: number): void => {
    // Counted from before the request: the store's lease does not end sooner.
    askedAt = at;
    until = at + leaseMs;
    heardAt = clock.now();
  };
  const take = async (write: Repositories): Promise<void> => {
    const at = clock.now();
    await write.leases.take(leaseMs);
    begun(at);
  };
  return {
    take,
    async renew() {
      const shutOut = bench === undefined ? null : await shutOutRow(store, bench);
      if (shutOut !== null) {
        until = 0;
        bench?.onShutOut(shutOut);
        return false;
      }
      const at = clock.now();
      const isHeld = await store.apart((apart) => apart.leases.renew(leaseMs));
      // A job taken over meanwhile has another fence.
      if (isHeld) begun(at);
      else await store.write(take);
      return true;
    },
    async leave() {
      until = 0;
      await store.apart(({ leases }) => leases.leave());
    },
    get heardAt() {
      return heardAt;
    },
    get coversCall() {
      return covers();
    },
    mayCall: async (job) => covers() && (await store.read.jobs.isHeld(job)),
  };
}

/** By how much the server's clock is ahead of this PC's, negative: behind; null: no other workstation works on the book. */
export async function readServerSkewMs({
  workstation,
  store,
  clock,
}: Pick<Workspace, 'workstation' | 'store' | 'clock'>): Promise<number | null> {
  if (!workstation.isShared) return null;
  const askedAt = clock.now();
  const serverNow = await store.apart(({ leases }) => leases.now());
  return Math.round(serverNow - (askedAt + clock.now()) / 2);
}
