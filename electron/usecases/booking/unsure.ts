import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import { needsPerson } from '../../dispatch/decideBooking.ts';
import { findTooLate } from '../../dispatch/findWindow.ts';
import { errorParamsOf } from '../../store/database/storedJson.ts';
import type { WindowRequest } from '../../store/orders/orderRepository.ts';
import type { Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import { addHistory } from '../orders/history.ts';
import { seenOrder } from '../orders/select.ts';
import { change, tryChange, type Workspace } from '../workspace/workspace.ts';

/** Bookings whose outcome is not known, longest first, with what is known and what comes next. */
export async function readUnsure(workspace: Workspace, window: WindowRequest) {
  const { bookings } = workspace.store.read;
  const rows = await bookings.unsure(window);
  return {
    total: await bookings.countUnsure(),
    rows: rows.map((row) => ({
      orderId: row.orderId,
      orderNo: row.orderNo,
      orderCode: row.orderCode,
      carrier: row.carrier,
      accountName: row.accountName ?? '',
      sentAt: row.sentAt,
      errorCode: row.errorCode,
      errorParams: errorParamsOf(row.errorParamsJson),
      /** How often the platform has been asked since, and when it is asked next; null: a person must answer. */
      questions: row.findCount,
      nextAskAt:
        row.jobState === null || row.jobState === 'parked' || needsPerson(row.errorCode) ? null : row.runAt,
      /** After a person has seen that nothing exists under this code. */
      maySendAgain: isSafeToRepeat(workspace, row),
    })),
  };
}

/** Asks the platform about these at once. */
export async function askUnsureNow(workspace: Workspace, orderIds: readonly string[]): Promise<number> {
  return change(workspace, ['shipments', 'status'], async (write) => {
    let askedCount = 0;
    for (const orderId of orderIds) {
      const shipment = await unsureOf(write, orderId);
      if (shipment === undefined) continue;
      await write.jobs.wake(shipment.id, workspace.clock.now());
      askedCount++;
    }
    return askedCount;
  });
}

/**
 * A person checked the platform and saw no waybill. Only where a repeated code returns the first waybill may that lead to sending again,
 * with the very same request: if the person was wrong, nothing is booked twice.
 */
export function answerNotThere(
  workspace: Workspace,
  orderId: string,
  note: string,
): Promise<Outcome<number>> {
  return tryChange(workspace, ['orders', 'shipments', 'status'], async (write): Promise<Outcome<number>> => {
    const seen = await seenOrder(write, { orderId, version: null });
    if (!seen.ok) return seen;
    const order = seen.value;
    const shipment = await unsureOf(write, orderId);
    const job = shipment === undefined ? undefined : await write.jobs.ofSubject(shipment.id);
    if (shipment === undefined || job === undefined || job.state === 'claimed')
      return failure('UNSURE_SETTLED', { orderNo: order.orderNo });
    if (!isSafeToRepeat(workspace, shipment))
      return failure('UNSURE_NEEDS_NUMBER', { orderNo: order.orderNo, orderCode: shipment.orderCode });
    await write.shipments.move(shipment, 'planned', { errorCode: '', errorParamsJson: '{}' });
    await write.jobs.putBack(job, workspace.clock.now(), 'book');
    await addHistory(workspace, write, orderId, 'not-there', { code: shipment.errorCode, note });
    await recordAct(workspace, write, { kind: 'booking-answered', orderId, what: 'not-there', reason: note });
    return done(1);
  });
}

async function unsureOf(write: Repositories, orderId: string): Promise<Shipment | undefined> {
  return (await write.shipments.ofOrder(orderId)).find(({ state }) => state === 'unsure');
}

/** The platform answers a repeated code with the first waybill: sending it again cannot make a second one. */
export function isSafeToRepeat(
  { platforms, clock }: Workspace,
  { platform, sentAt }: Pick<Shipment, 'platform' | 'sentAt'>,
): boolean {
  const manifest = platformById(platforms, platform)?.manifest;
  return (
    manifest?.repeatClass === 'same-reference-safe' && findTooLate(manifest, sentAt, clock.now()) === null
  );
}
