import type { Clock } from '../../platform/clock.ts';
import type { HeldJob } from '../../store/booking/jobRepository.ts';
import type { Repositories, Store } from '../../store/store.ts';

/** A workstation that was not heard of for so long is gone, and others take over what it had in hand. */
const leaseMs = 60_000;
/** The longest call that books something, until its answer is given up, and a little more. */
const longestCallMs = 35_000;

/** What a workstation has claimed is its own as long as its lease holds. */
export interface Lease {
  /** Begins in the transaction that puts right what this workstation left when it was last closed. */
  take(write: Repositories): Promise<void>;
  renew(): Promise<void>;
  /** Ends it: nothing is in hand any more. */
  leave(): Promise<void>;
  /** A call that begins now is over before anybody else may take over what it is made for. */
  readonly coversCall: boolean;
  /** The same, and the job it is made for has not been taken over already. */
  mayCall(job: HeldJob): Promise<boolean>;
}

/** Of a book that has one workstation: nobody takes anything over. */
export const ownLease: Lease = {
  take: async () => undefined,
  renew: async () => undefined,
  leave: async () => undefined,
  coversCall: true,
  mayCall: async () => true,
};

/** On a book that several work on. What this clock says counts for durations alone; who is there, the store says by its own. */
export function createSharedLease(store: Store, clock: Clock): Lease {
  let askedAt = 0;
  let until = 0;
  const covers = (): boolean => {
    const now = clock.now();
    // Before the last renewal: the clock was set back, and nobody knows how long ago that was.
    return now >= askedAt && now + longestCallMs <= until;
  };
  const begun = (at: number): void => {
    // Counted from before it was asked for: the store's lease ends no sooner.
    askedAt = at;
    until = at + leaseMs;
  };
  const take = async (write: Repositories): Promise<void> => {
    const at = clock.now();
    await write.leases.take(leaseMs);
    begun(at);
  };
  return {
    take,
    async renew() {
      const at = clock.now();
      const isHeld = await store.apart((apart) => apart.leases.renew(leaseMs));
      // What was taken over meanwhile tells by its fence.
      if (isHeld) begun(at);
      else await store.write(take);
    },
    async leave() {
      until = 0;
      await store.write((write) => write.leases.leave());
    },
    get coversCall() {
      return covers();
    },
    mayCall: async (job) => covers() && (await store.read.jobs.isHeld(job)),
  };
}
