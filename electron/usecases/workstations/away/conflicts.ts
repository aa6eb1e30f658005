import type { AwayConflictView } from '../../../../shared/contracts/packing/away.ts';
import { codeOfConflict } from '../../../../shared/domain/packing/awayConflicts.ts';
import { addHistory } from '../../orders/history.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';

/** What this bench packed while the book was away and somebody has to see to, the oldest first. */
export async function listConflicts({ store }: Workspace): Promise<AwayConflictView[]> {
  const conflicts = await store.read.settings.get('awayConflicts');
  return conflicts.map(({ foundAt: _foundAt, ...conflict }) => ({
    ...conflict,
    code: codeOfConflict(conflict.kind),
  }));
}

/** Somebody has seen to it; how many are left. */
export function settleConflict(
  workspace: Workspace,
  { id }: { readonly id: string },
): Promise<{ readonly left: number }> {
  return change(workspace, ['packing'], async (write) => {
    const conflicts = await write.settings.get('awayConflicts');
    const settled = conflicts.find((conflict) => conflict.id === id);
    const left = conflicts.filter((conflict) => conflict !== settled);
    if (settled !== undefined) {
      await write.settings.put('awayConflicts', left);
      const code = codeOfConflict(settled.kind);
      if (settled.orderId !== '')
        await addHistory(workspace, write, settled.orderId, 'packed-away-seen', { code });
    }
    return { left: left.length };
  });
}
