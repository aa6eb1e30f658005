import { anySignal } from '../../platform/anySignal.ts';
import { loadLaneRules, tryAgain } from '../booking/lanes.ts';
import { takeOverWork } from '../workspace/recover.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isWaitedFor } from './serverAway.ts';

/** Several times per lease, so that a missed one does no harm. */
const beatMs = 10_000;

interface Keeping {
  /** Ids of the jobs in progress here. */
  readonly inHand: () => ReadonlySet<string>;
  /** This bench's work without the book is not in the book yet: until then the outcome of its labels is not looked up. */
  readonly isHeld: () => boolean;
  /** Work taken over from another workstation is waiting. */
  readonly wake: () => void;
  readonly onBug: (error: unknown) => unknown;
}

export interface Keeper {
  /** Checks now for work without a living holder. */
  checkNow(): void;
  stop(): Promise<void>;
}

/** Renews the lease of this workstation while it works, takes over the work of workstations that are gone, and receives their changes. */
export function keepLease(workspace: Workspace, { inHand, isHeld, wake, onBug }: Keeping): Keeper {
  const { clock, lease, store } = workspace;
  const stopping = new AbortController();
  let pausing = new AbortController();
  const reportUnlessAway = (error: unknown): void => {
    if (!isWaitedFor(error)) onBug(error);
  };
  const beat = async (): Promise<void> => {
    try {
      // Shut out: work in progress ends, and others take over the rest.
      if (!(await lease.renew())) return;
      // A table of a few rows at most: each bench checks it.
      await store.apart(({ invitations }) => invitations.forgetExpired());
      if (!isHeld() && (await takeOverWork(workspace, inHand))) wake();
    } catch (error) {
      // The next beat asks again; meanwhile the lease allows nothing to be sent.
      reportUnlessAway(error);
    }
  };
  const go = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      pausing = new AbortController();
      await beat();
      await clock.sleep(beatMs, anySignal(stopping.signal, pausing.signal));
      // What listened for the stop meanwhile is let go.
      pausing.abort();
    }
  };
  const gone = go();
  const following = workspace.notices?.follow(({ topics, resumed }) => {
    for (const accountId of resumed) tryAgain(workspace, accountId);
    wake();
    if (topics.includes('settings')) void loadLaneRules(workspace).catch(reportUnlessAway);
  }, stopping.signal);
  return {
    checkNow: () => pausing.abort(),
    async stop() {
      stopping.abort();
      await gone;
      await following;
    },
  };
}
