import { importQueue } from '../bridge/imports/importQueue.ts';
import { useApprovals } from '../bridge/operators/approvals.ts';
import { queryClient } from '../bridge/queryClient.ts';
import { useSignInWish } from '../parts/place/signInWish.ts';
import { keptDrafts } from '../parts/view/keptDrafts.ts';

/** A locked workspace leaves nothing of itself in the page: no rows, no half-typed address, no import result. */
export function forgetWorkspace(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  importQueue.clear();
  keptDrafts.clear();
  useApprovals.getState().asked?.settle(null);
  useSignInWish.getState().drop();
}
