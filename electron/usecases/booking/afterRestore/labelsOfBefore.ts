import type { Booking } from '../../../../shared/domain/shipment.ts';
import { platformById } from '../../../carriers/kit/carrierPlatform.ts';
import { bookingRequestJson, paperCopiesJson } from '../../../store/booking/bookingJson.ts';
import type { Order, Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { bookedNumbers, shipmentParcels } from '../parcels.ts';
import { mayBeInGap } from './journalGap.ts';
import { mayBePrinted } from './mayBePrinted.ts';

interface FoundBooking {
  readonly order: Order;
  /** As it was before the platform was asked. */
  readonly shipment: Shipment;
  readonly booking: Booking;
}

/**
 * A booking that this database never sent is there: it was made after the backup, and so perhaps was its label. From now on that label asks
 * a person instead of being printed.
 */
export async function noteLabelsOfBefore(
  workspace: Workspace,
  write: Repositories,
  found: FoundBooking,
): Promise<void> {
  if (!(await wasMadeInGap(workspace, write, found))) return;
  const { shipment, booking } = found;
  await labelsMayBeOut(workspace, write, shipment, bookedNumbers(booking).length);
}

async function wasMadeInGap(
  { platforms, clock }: Workspace,
  write: Repositories,
  { order, shipment, booking }: FoundBooking,
): Promise<boolean> {
  if (shipment.attempts > 0) return false;
  const gap = await write.settings.get('journalGap');
  if (!mayBeInGap(gap, order, clock.now())) return false;
  const manifest = platformById(platforms, shipment.platform)?.manifest;
  // Where asking is sending again, the platform says whether the number is of before; one that forgets codes does not.
  const isToldApart =
    manifest?.repeatClass === 'same-reference-safe' && manifest.repeatWindowMs === undefined;
  return !isToldApart || booking.isKnownBefore === true;
}

async function labelsMayBeOut(
  { clock }: Workspace,
  write: Repositories,
  { accountId, orderCode, waybillNo }: Shipment,
  parcelCount: number,
): Promise<void> {
  const labels = Array.from({ length: parcelCount }, (_, index) => ({ parcelNo: index + 1, copyNo: 1 }));
  const references = await write.outsideReferences.ofCode(orderCode);
  const known = references.find((reference) => reference.accountId === accountId);
  const copies = known === undefined ? [] : paperCopiesJson.read(known.copiesJson);
  await write.outsideReferences.put({
    accountId,
    orderCode,
    waybillNo,
    carrier: '',
    goodsOf: '',
    orderId: '',
    otherThanJson: '[]',
    ...known,
    at: clock.now(),
    state: 'adopted',
    copiesJson: paperCopiesJson.write([...copies, ...labels]),
  });
}

const unprintedAtMost = 100_000;

/**
 * A backup was put back and nothing is known of what came after it: each label that was still to come may be on its parcel. Those with a
 * job become unconfirmed; of bookings without one, and of those on their way, the label asks when it is wanted.
 */
export async function doubtLabelsToCome(workspace: Workspace, write: Repositories): Promise<void> {
  const toCome = await write.printJobs.inStates(['waiting', 'rendering', 'held']);
  for (const label of [...toCome, ...(await write.printJobs.retryable())])
    await mayBePrinted(workspace, write, label);
  const unprinted = await write.orders.window({ state: 'unprinted' }, { offset: 0, limit: unprintedAtMost });
  const ids = unprinted.flatMap(({ shipmentId }) => shipmentId ?? []);
  for (const shipment of await write.shipments.byIds(ids)) {
    const count = shipmentParcels(shipment)?.numbers.length ?? 0;
    if (count > 0 && (await write.printJobs.ofShipment(shipment.id)).length === 0)
      await labelsMayBeOut(workspace, write, shipment, count);
  }
  for (const state of ['sending', 'unsure'] as const)
    for (const shipment of await write.shipments.inState(state)) {
      const request = bookingRequestJson.readOr(shipment.requestJson, null);
      // One that is only asked for is judged by the answer.
      if (shipment.attempts > 0 && request !== null)
        await labelsMayBeOut(workspace, write, shipment, request.parcelCount);
    }
}
