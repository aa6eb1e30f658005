import type { PackAnswer } from '../../../shared/contracts/packing/packing.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { addParcel } from '../booking/addParcel.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readOpen } from './bench.ts';
import { extraNoOf, knownAnswer, messageOnly, noteGesture, runGesture, stoppedBy } from './gesture.ts';

/** A code scanned twice, or a key pressed twice, comes within this time; filling a box takes longer. */
const slipOfTheHandMs = 10_000;

/** The number of the extra parcel that the previous gesture made of the same parcel; null: none, or long ago. */
async function justMadeHere({ store, clock }: Workspace, parcelId: string): Promise<string | null> {
  const last = await store.read.bench.lastGesture();
  if (last?.says !== 'extra-made' || last.parcelId !== parcelId) return null;
  return clock.now() - last.at < slipOfTheHandMs ? extraNoOf(last) : null;
}

/** The goods do not fit: adds another parcel beside the open one, booked like it. */
export async function extraAtBench(
  workspace: Workspace,
  { gestureId, reason }: { readonly gestureId: string; readonly reason: string },
): Promise<Outcome<PackAnswer>> {
  if (reason.trim() === '') return failure('PACK_NEEDS_REASON');
  // Nothing is booked while the book cannot store it.
  if (workspace.isApart === true) return failure('SERVER_AWAY');
  const open = await readOpen(workspace.store.read);
  const known = await knownAnswer(workspace, gestureId);
  if (known !== null) return done(known);
  const gesture = { gestureId, kind: 'extra-parcel' };
  if (open?.row == null) return runGesture(workspace, gesture, async () => done(stoppedBy('nothing-open')));
  const { order, row, parcelNo } = open;
  const justMade = await justMadeHere(workspace, row.id);
  if (justMade !== null) return failure('PACK_EXTRA_JUST_ADDED', { extraNo: justMade });
  const about = { orderId: order.id, parcelId: row.id, parcelNo };
  const made = await addParcel(workspace, {
    orderId: order.id,
    version: order.version,
    reason,
    parcelCount: 1,
    goods: '',
    weightGrams: null,
    // A repeat of the gesture finds this row and makes no second parcel.
    together: (write, extra) =>
      noteGesture(
        workspace,
        write,
        gesture,
        messageOnly('extra-made', { ...about, params: { extraNo: extra.orderNo } }),
      ),
  });
  const answered = await knownAnswer(workspace, gestureId);
  if (answered !== null) return done(answered);
  return made.ok ? failure('PACK_CHANGED_MEANWHILE') : made;
}
