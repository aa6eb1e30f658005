import { done, type Failure, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { platformById } from '../../../carriers/kit/carrierPlatform.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import { recordAct } from '../../operators/acts.ts';
import { addHistory } from '../../orders/history.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { manualPlatform } from '../bind.ts';
import { noteJournal, recordInJournal } from '../callOutside.ts';
import {
  giveNumberBack,
  hasNumber,
  type LastBooking,
  lastBooking,
  type NewNumber,
  type ReplaceRequest,
  refuseReplacing,
  releaseAndBook,
  wasRefused,
} from './replaceNumber.ts';
import { markVoided } from './void.ts';

export interface NewNumberRequest extends ReplaceRequest {
  /** A person confirms that the old number will not be used, after the platform refused to take it back. */
  readonly isGivenBack: boolean;
}

/**
 * Replaces an order's number: gives the old one back and, only once that is known to have happened, books under the next revision of the
 * order's code. An interruption leaves an open question or a ready order, never two numbers.
 */
export async function renumberOrder(
  workspace: Workspace,
  request: NewNumberRequest,
): Promise<Outcome<NewNumber>> {
  const refused = refuseReplacing(workspace, request);
  if (refused !== null) return refused;
  const found = await lastBooking(workspace, request, hasNumber);
  if (!found.ok) return found;
  const reason = request.reason.trim();
  const release = async (): Promise<Outcome<null>> => {
    const notGivenBack = request.isGivenBack
      ? await confirmUnused(workspace, found.value, reason)
      : await giveNumberBack(workspace, found.value.shipment, 'NEW_NUMBER_VOID_REFUSED', reason);
    if (notGivenBack !== null) return notGivenBack;
    faultPoint('renumber.after-void');
    return done(null);
  };
  return releaseAndBook(workspace, request, found.value, { content: found.value.order, release });
}

/** null: recorded, the old number counts as given back. */
async function confirmUnused(
  workspace: Workspace,
  { order, shipment }: LastBooking,
  reason: string,
): Promise<Failure | null> {
  const platform = platformById(workspace.platforms, shipment.platform);
  const canVoid = shipment.platform !== manualPlatform && platform?.manifest.capabilities.includes('void');
  const { waybillNo, orderCode, accountId } = shipment;
  if (shipment.state === 'voiding') return failure('VOID_UNSURE', { orderNo: order.orderNo, waybillNo });
  if (canVoid && !(await wasRefused(workspace, shipment)))
    return failure('NEW_NUMBER_NOT_REFUSED', { orderNo: order.orderNo, waybillNo });
  const isTaken = await workspace.store.write(async (write) => {
    await noteJournal(workspace, write);
    const act = {
      kind: 'waybill-given-back',
      orderId: order.id,
      what: `${waybillNo} by hand`,
      reason,
    } as const;
    await recordAct(workspace, write, act);
    return write.shipments.move(shipment, 'voiding', { errorCode: 'VOID_UNSURE', replaceReason: reason });
  });
  if (!isTaken) return failure('ORDER_CHANGED_MEANWHILE', { orderNo: order.orderNo });
  faultPoint('renumber.after-word');
  const refused = recordInJournal(workspace, { call: 'void', accountId, orderCode });
  if (refused !== null) return refused;
  faultPoint('renumber.after-word-journal');
  await change(workspace, ['orders', 'shipments', 'status'], async (write) => {
    const current = await write.shipments.byId(shipment.id);
    if (current?.state !== 'voiding') return;
    await addHistory(workspace, write, order.id, 'given-back-by-hand', { note: waybillNo });
    await markVoided(workspace, write, current);
  });
  return null;
}
