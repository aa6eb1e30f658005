import type { DutyName } from '../../../shared/domain/workstation.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Does it where this workstation has the duty, or nobody who is there has it; who has it keeps it as long as it is there. An embedded
 * book has one workstation and no duties.
 */
export async function onDuty<T>(
  { store, workstation }: Workspace,
  name: DutyName,
  action: () => Promise<T>,
): Promise<T | null> {
  const isOurs = !workstation.isShared || (await store.apart(({ duties }) => duties.take(name)));
  return isOurs ? action() : null;
}
