import type { PackAnswer } from '../../../shared/contracts/packing/packing.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { isUntouched } from '../../packing/benchParcel.ts';
import { recordAct } from '../operators/acts.ts';
import { addHistory } from '../orders/history.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { missingPieces } from './bench.ts';
import { dropBox, emptied } from './effects.ts';
import { messageOnly, runGesture, stoppedBy } from './gesture.ts';

interface Reopening {
  readonly gestureId: string;
  readonly parcelId: string;
  readonly reason: string;
}

/** Opens a parcel that was packed: its goods are counted and its label is read again. Not once it has left. */
export async function reopenAtBench(
  workspace: Workspace,
  { gestureId, parcelId, reason }: Reopening,
): Promise<Outcome<PackAnswer>> {
  const why = reason.trim();
  if (why === '') return failure('PACK_NEEDS_REASON');
  return runGesture(workspace, { gestureId, kind: 'reopen' }, async ({ context, open }) => {
    const { write } = context;
    const row = await write.packedParcels.byId(parcelId);
    const order = row === undefined ? undefined : await write.orders.byId(row.orderId);
    if (row === undefined || order === undefined) return failure('PACK_PARCEL_NOT_FOUND');
    const about = { orderId: order.id, parcelId, parcelNo: row.parcelNo };
    const orderNo = order.orderNo;
    if (row.state === 'handed-over' || !(order.state === 'packed' || order.state === 'booked'))
      return done(stoppedBy('left', { orderNo }, about));
    if (row.state !== 'closed') return failure('PACK_CHANGED_MEANWHILE');
    if (open?.row != null && !isUntouched(open.parcel))
      return done(
        stoppedBy('unfinished', { orderNo: open.order.orderNo, left: missingPieces(open) || '' }, about),
      );
    if (open?.row != null) await dropBox(context, { box: open, row: open.row });
    const now = workspace.clock.now();
    await write.bench.dropUnits(row.id);
    await write.packedParcels.move(row, 'open', {
      ...emptied,
      overridesJson: '[]',
      openedAt: now,
      openedBy: workspace.actor.name,
      closedAt: null,
      closedBy: '',
      reopened: row.reopened + 1,
    });
    if (order.state === 'packed') await write.orders.move(order, 'booked', { updatedAt: now });
    await addHistory(workspace, write, order.id, 'pack-reopened', { note: why });
    const what = `parcel ${row.parcelNo}`;
    await recordAct(workspace, write, { kind: 'packing-reopened', orderId: order.id, what, reason: why });
    return done(messageOnly('reopened', about));
  });
}
