import type { AwayConflictView } from '../../../../shared/contracts/packing/away.ts';
import { codeOfConflict } from '../../../../shared/domain/packing/awayConflicts.ts';
import type { Repositories } from '../../../store/store.ts';
import type { EverySetting } from '../../../store/workspace/settingRepository.ts';
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

type KeptConflict = EverySetting['awayConflicts'][number];

/** Part of the transaction that finds it. */
export async function addConflict(
  { clock }: Workspace,
  write: Repositories,
  conflict: Omit<KeptConflict, 'foundAt' | 'file'> & Partial<Pick<KeptConflict, 'file'>>,
): Promise<void> {
  const known = await write.settings.get('awayConflicts');
  await write.settings.put('awayConflicts', [...known, { file: '', ...conflict, foundAt: clock.now() }]);
}

const nothingKnown = { orderId: '', orderNo: '', parcelNo: 0, waybillNo: '', operator: '' };

/** What this bench did while the book was away cannot be read any more. */
export function noteUnreadable(workspace: Workspace, file: string): Promise<void> {
  const conflict = { ...nothingKnown, kind: 'unreadable' as const, at: workspace.clock.now(), file };
  return change(workspace, ['packing'], (write) =>
    addConflict(workspace, write, { id: workspace.nextId(), ...conflict }),
  );
}

/** The program failed to bring these into the book; what is known of them is kept in a file that was set aside. */
export function noteNotBrought(
  workspace: Workspace,
  parcels: readonly Pick<KeptConflict, 'orderId' | 'orderNo' | 'parcelNo' | 'waybillNo'>[],
  file: string,
): Promise<void> {
  return change(workspace, ['packing'], async (write) => {
    for (const { orderId, orderNo, parcelNo, waybillNo } of parcels) {
      const conflict = { ...nothingKnown, orderId, orderNo, parcelNo, waybillNo, file };
      const at = workspace.clock.now();
      await addConflict(workspace, write, { id: workspace.nextId(), kind: 'not-brought', at, ...conflict });
    }
  });
}
