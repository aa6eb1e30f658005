import type { ListActKind } from '../../../../shared/domain/packing/handover.ts';
import type { Outcome } from '../../../../shared/errors/outcome.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import type { Repositories } from '../../../store/store.ts';
import { waybillsJson } from '../../../store/workstations/intentJson.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';

interface ListAct {
  readonly handoverId: string;
  readonly kind: ListActKind;
  /** Of the parcels it put on or took off. */
  readonly waybills?: readonly string[];
}

/** One transaction on a courier's list. */
export async function changeList<T>(
  workspace: Workspace,
  action: (write: Repositories) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const changed = await tryChange(workspace, ['packing'], async (write) => {
    const outcome = await action(write);
    faultPoint('list.before-commit');
    return outcome;
  });
  faultPoint('list.after-commit');
  return changed;
}

/** Part of that transaction: what the book must learn when it is back. Does nothing while the book is open. */
export async function keepListAct(
  { isApart, nextId, clock, actor, workstation }: Workspace,
  write: Repositories,
  { handoverId, kind, waybills = [] }: ListAct,
): Promise<void> {
  if (isApart !== true) return;
  await write.away.addListAct({
    id: nextId(),
    workstationId: workstation.id,
    at: clock.now(),
    operator: actor.name,
    handoverId,
    kind,
    waybillsJson: waybillsJson.write([...waybills]),
  });
}
