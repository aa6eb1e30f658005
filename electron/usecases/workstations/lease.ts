import type { Clock } from '../../platform/clock.ts';
import type { HeldJob } from '../../store/booking/jobRepository.ts';
import { newestStep } from '../../store/migrations/index.ts';
import type { StoredWorkstation } from '../../store/schema.ts';
import type { Repositories, Store } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A workstation that was not heard of for so long is gone, and others take over what it had in hand. */
const leaseMs = 60_000;
/** The longest call that books something, until its answer is given up, and a little more. */
const longestCallMs = 35_000;

/** What a workstation has claimed is its own as long as its lease holds. */
export interface Lease {
  /** Begins in the transaction that puts right what this workstation left when it was last closed. */
  take(write: Repositories): Promise<void>;
  /** Says that this workstation is there. false: it was shut out, and nothing may be begun any more. */
  renew(): Promise<boolean>;
  /** Ends it: nothing is in hand any more. */
  leave(): Promise<void>;
  /** A call that begins now is over before anybody else may take over what it is made for. */
  readonly coversCall: boolean;
  /** When the store was last heard of, by this clock in UTC ms; null: not yet, or there is nobody to be heard of. */
  readonly heardAt: number | null;
  /** The same, and the job it is made for has not been taken over already. */
  mayCall(job: HeldJob): Promise<boolean>;
}

/** Of a book that has one workstation: nobody takes anything over. */
export const ownLease: Lease = {
  take: async () => undefined,
  renew: async () => true,
  leave: async () => undefined,
  heardAt: null,
  coversCall: true,
  mayCall: async () => true,
};

/** As the book knows it. */
interface BenchOfBook {
  readonly id: string;
  /** Version of the program. */
  readonly program: string;
  readonly onShutOut: (row: StoredWorkstation) => void;
}

/** The row that says so; null: it may work. */
const shutOutRow = (store: Store, { id, program }: BenchOfBook): Promise<StoredWorkstation | null> =>
  store.apart(async ({ workstations }) => {
    if (await workstations.seen(id, { program, newestStep })) return null;
    const row = await workstations.byId(id);
    return row?.shutOutAt == null ? null : row;
  });

/** On a book that several work on. What this clock says counts for durations alone; who is there, the store says by its own. */
export function createSharedLease(store: Store, clock: Clock, bench?: BenchOfBook): Lease {
  let askedAt = 0;
  let until = 0;
  let heardAt: number | null = null;
  const covers = (): boolean => {
    const now = clock.now();
    // Before the last renewal: the clock was set back, and nobody knows how long ago that was.
    return now >= askedAt && now + longestCallMs <= until;
  };
  const begun = (at: number): void => {
    // Counted from before it was asked for: the store's lease ends no sooner.
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
      // What was taken over meanwhile tells by its fence.
      if (isHeld) begun(at);
      else await store.write(take);
      return true;
    },
    async leave() {
      until = 0;
      await store.write((write) => write.leases.leave());
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

/** By how much the server's clock is ahead of this PC's, negative: behind; null: nobody else works on the book. */
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
