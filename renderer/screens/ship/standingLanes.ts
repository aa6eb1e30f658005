import type { AccountHealthView } from '../../bridge/queries/healthQueries.ts';

/** Lanes that hold orders up: closed ones, and one that looks for itself while orders wait for what it finds. */
export function standingLanes(accounts: readonly AccountHealthView[]): AccountHealthView[] {
  return accounts.filter(
    ({ lane, counts }) =>
      lane === 'broken' || lane === 'stopped' || (lane === 'probing' && counts.waiting + counts.sending > 0),
  );
}
