import type { AccountHealthView } from '../../bridge/queries/healthQueries.ts';

/** A lane that would look for itself is at rest as long as nothing waits for what it finds. */
export function shownLane({
  lane,
  counts,
}: Pick<AccountHealthView, 'lane' | 'counts'>): AccountHealthView['lane'] {
  return lane === 'probing' && counts.waiting + counts.sending === 0 ? 'idle' : lane;
}
