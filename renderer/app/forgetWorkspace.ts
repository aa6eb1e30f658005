import { useApprovals } from '../bridge/approvals.ts';
import { importQueue } from '../bridge/importQueue.ts';
import { queryClient } from '../bridge/queryClient.ts';
import { keptDrafts } from '../parts/keptDrafts.ts';
import { useSignInWish } from '../parts/signInWish.ts';

/** A locked workspace leaves nothing of itself in the page: no rows, no half-typed address, no import result. */
export function forgetWorkspace(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  importQueue.clear();
  keptDrafts.clear();
  useApprovals.getState().asked?.settle(null);
  useSignInWish.getState().drop();
}
