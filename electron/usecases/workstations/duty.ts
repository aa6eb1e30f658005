import type { Workspace } from '../workspace/workspace.ts';

/** What is done for a whole book by one of its workstations, however many are open. */
export type DutyName =
  | 'tracking'
  | 'pushes'
  | 'cases'
  | 'alarms'
  | 'reviews'
  | 'webhooks'
  | 'events'
  | 'retention';

/**
 * Does it where this workstation has the duty, or nobody who is there has it; who has it keeps it as long as it is there. An embedded
 * book has one workstation and no duties.
 */
export async function onDuty<T>(
  { store, workstation }: Workspace,
  name: DutyName,
  act: () => Promise<T>,
): Promise<T | null> {
  const isOurs = !workstation.isShared || (await store.apart(({ duties }) => duties.take(name)));
  return isOurs ? act() : null;
}
