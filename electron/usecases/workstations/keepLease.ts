import { anySignal } from '../../platform/anySignal.ts';
import { loadLaneRules, tryAgain } from '../booking/lanes.ts';
import { takeOverWork } from '../workspace/recover.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isWaitedFor } from './serverAway.ts';

/** Several times within a lease, so that one that was missed costs nothing. */
const beatMs = 10_000;

interface Keeping {
  /** Ids of the jobs that are worked on here. */
  readonly inHand: () => ReadonlySet<string>;
  /** What this bench did while the book was away is still to come into it: until then nobody asks what became of its labels. */
  readonly isHeld: () => boolean;
  /** Something waits that was in other hands. */
  readonly wake: () => void;
  readonly onBug: (error: unknown) => unknown;
}

export interface Keeper {
  /** Looks now for what nobody has in hand. */
  look(): void;
  stop(): Promise<void>;
}

/**
 * Renews the lease of this workstation while it works, takes over what others left that are not there any more, and hears what they
 * change.
 */
export function keepLease(workspace: Workspace, { inHand, isHeld, wake, onBug }: Keeping): Keeper {
  const { clock, lease, store } = workspace;
  const stopping = new AbortController();
  let looking = new AbortController();
  const orAway = (error: unknown): void => {
    if (!isWaitedFor(error)) onBug(error);
  };
  const beat = async (): Promise<void> => {
    try {
      // Shut out: what it has in hand is ended, and others take over what it has not.
      if (!(await lease.renew())) return;
      // A table of a few rows at most: each bench looks.
      await store.apart(({ invitations }) => invitations.forgetExpired());
      if (!isHeld() && (await takeOverWork(workspace, inHand))) wake();
    } catch (error) {
      // The next beat asks again; meanwhile the lease says that nothing may be sent.
      orAway(error);
    }
  };
  const go = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      looking = new AbortController();
      await beat();
      await clock.sleep(beatMs, anySignal(stopping.signal, looking.signal));
      // What listened for the stop meanwhile is let go.
      looking.abort();
    }
  };
  const gone = go();
  const following = workspace.notices?.follow(({ topics, resumed }) => {
    for (const accountId of resumed) tryAgain(workspace, accountId);
    wake();
    if (topics.includes('settings')) void loadLaneRules(workspace).catch(orAway);
  }, stopping.signal);
  return {
    look: () => looking.abort(),
    async stop() {
      stopping.abort();
      await gone;
      await following;
    },
  };
}
