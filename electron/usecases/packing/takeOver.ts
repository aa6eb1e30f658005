import type { Workstation } from '../../../shared/domain/workstation.ts';
import { shopMinute } from '../../../shared/rules/shopTime.ts';
import { overridesJson } from '../../store/packing/packingJson.ts';
import type { BenchGestureRow, PackedParcel } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import { addHistory } from '../orders/history.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Between the gestures of a bench: what lay on it lies on another one now. */
const takenOver = 'taken-over';

/** Whoever has it open, there or not, is another bench. */
export const isAtOtherBench = (row: PackedParcel | null, { id }: Workstation): row is PackedParcel =>
  row !== null && row.state === 'open' && row.workstationId !== id;

/** What somebody with the right let pass of the order stays let pass; the rest was said of what lay in the box there. */
export const openingOverrides = ({ overridesJson: text }: PackedParcel): string =>
  overridesJson.write(overridesJson.readOr(text, []).filter(({ of }) => of === 'opening'));

/**
 * As people at the table know it, from the title of its screen, and as it joined, which Settings and printers show; both where they
 * differ.
 */
export async function shownBench({ settings, workstations }: Repositories, id: string): Promise<string> {
  const joinedAs = (await workstations.byId(id))?.name ?? '—';
  const { benchName } = await settings.ofBench('packingRules', id);
  return benchName === '' || benchName === joinedAs ? joinedAs : `${benchName} / ${joinedAs}`;
}

interface TakingOver {
  readonly workspace: Workspace;
  readonly write: Repositories;
  /** Empty: the bench that had it is not there any more. */
  readonly reason: string;
}

/** A parcel that lies open at another bench is to lie open here: that one learns of it before its next gesture. */
export async function takeFromBench(
  { workspace, write, reason }: TakingOver,
  { id, orderId, orderNo, parcelNo, workstationId }: PackedParcel,
): Promise<void> {
  const { clock, actor, nextId, workstation } = workspace;
  const now = clock.now();
  const benchName = await shownBench(write, workstation.id);
  const operator = actor.name || '—';
  const params = { orderNo, parcelNo, benchName, operator, at: shopMinute(now) };
  await write.bench.dropUnits(id);
  const word = {
    id: nextId(),
    at: now,
    operator: actor.name,
    kind: takenOver,
    parcelId: id,
    orderId,
    parcelNo,
    isByLabel: 0,
    says: 'stopped',
    stop: takenOver,
    stopParamsJson: JSON.stringify(params),
    isPrinting: 0,
  } as const;
  await write.bench.tellBench(word, workstationId);
  await addHistory(workspace, write, orderId, 'pack-taken-over', { note: reason || benchName });
  if (reason !== '')
    await recordAct(workspace, write, {
      kind: 'packing-taken-over',
      orderId,
      what: `parcel ${parcelNo}`,
      reason,
    });
}

/** What this bench has to show before anything else is done at it; undefined: nothing. */
export async function pendingNotice(
  read: Repositories,
  { isShared }: Workstation,
): Promise<BenchGestureRow | undefined> {
  if (!isShared) return undefined;
  const last = await read.bench.lastGesture();
  return last?.kind === takenOver ? last : undefined;
}
