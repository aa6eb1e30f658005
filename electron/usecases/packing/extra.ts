import type { PackAnswer } from '../../../shared/contracts/packing/packing.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { addParcel } from '../booking/addParcel.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readOpen } from './bench.ts';
import { knownAnswer, noteGesture, runGesture, saidOnly, stoppedBy } from './gesture.ts';

/** The goods do not fit: another parcel beside the open one, booked like it. */
export async function extraAtBench(
  workspace: Workspace,
  { gestureId, reason }: { readonly gestureId: string; readonly reason: string },
): Promise<Outcome<PackAnswer>> {
  if (reason.trim() === '') return failure('PACK_NEEDS_REASON');
  // Nothing is booked while the book cannot hold that it is.
  if (workspace.isApart === true) return failure('SERVER_AWAY');
  const open = await readOpen(workspace.store.read);
  const known = await knownAnswer(workspace, gestureId);
  if (known !== null) return done(known);
  const gesture = { gestureId, kind: 'extra-parcel' };
  if (open?.row == null) return runGesture(workspace, gesture, async () => done(stoppedBy('nothing-open')));
  const { order, row, parcelNo } = open;
  const came = saidOnly('extra-made', { orderId: order.id, parcelId: row.id, parcelNo });
  const made = await addParcel(workspace, {
    orderId: order.id,
    version: order.version,
    reason,
    parcelCount: 1,
    goods: '',
    weightGrams: null,
    // The same gesture once more finds this row and makes no second parcel.
    together: (write) => noteGesture(workspace, write, gesture, came),
  });
  const answered = await knownAnswer(workspace, gestureId);
  if (answered !== null) return done(answered);
  return made.ok ? failure('PACK_CHANGED_MEANWHILE') : made;
}
