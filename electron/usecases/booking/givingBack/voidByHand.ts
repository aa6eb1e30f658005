import type { Asked } from '../../../../shared/contracts/contract.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Order, Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { addHistory } from '../../orders/history.ts';
import { stateRefuses } from '../../orders/order.ts';
import { seenOrder } from '../../orders/select.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { noteJournal, recordInJournal } from '../callOutside.ts';
import { markVoided } from './void.ts';

/**
 * A person's answer for a waybill whose account was deleted, so that no platform can be asked: it was cancelled there, or it is valid and
 * the parcel is sent after all. If an account can answer, the platform's answer counts, and asking again is safe.
 */
export async function answerVoid(
  workspace: Workspace,
  { orderId, answer, note }: Asked<'bookingHealth', 'answerVoid'>,
): Promise<Outcome<Order>> {
  const unnoted = workspace.journal.refusal();
  if (unnoted !== null) return unnoted;
  const { read } = workspace.store;
  const opened = await openVoid(read, orderId);
  if (!opened.ok) return opened;
  const shipment = opened.value;
  if ((await read.accounts.inChargeOf(shipment.accountId)) !== undefined) return failure('VOID_UNSURE');
  if (answer === 'cancelled') {
    await workspace.store.write((write) => noteJournal(workspace, write));
    recordInJournal(workspace, {
      call: 'void',
      accountId: shipment.accountId,
      orderCode: shipment.orderCode,
    });
  }
  await change(workspace, ['orders', 'shipments', 'status'], async (write) => {
    const { waybillNo } = shipment;
    if (answer === 'cancelled') {
      await addHistory(workspace, write, orderId, 'given-back-by-hand', { note: `${waybillNo} ${note}` });
      return markVoided(workspace, write, shipment);
    }
    await write.shipments.move(shipment, 'booked', { errorCode: '', replaceReason: '' });
    await addHistory(workspace, write, orderId, 'void-not-done', { note: `${waybillNo} ${note}` });
  });
  return seenOrder(read, { orderId, version: null });
}

async function openVoid(read: Repositories, orderId: string): Promise<Outcome<Shipment>> {
  const seen = await seenOrder(read, { orderId, version: null });
  if (!seen.ok) return seen;
  const shipment = (await read.shipments.ofOrder(orderId)).find(({ state }) => state === 'voiding');
  return shipment === undefined ? stateRefuses(seen.value) : done(shipment);
}
