import type { ShipmentState } from '../../../../shared/domain/shipment.ts';
import type { StoredPickup } from '../../../store/booking/bookingRows.ts';
import {
  foldJournal,
  isSameCopy,
  type OutsideReference,
  type PaperCopy,
} from '../../../store/journal/foldJournal.ts';
import type { Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { recordAct } from '../../operators/acts.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { finishBinding } from '../bind.ts';
import { noteJournal } from '../callOutside.ts';
import { giveBack } from '../givingBack/giveBack.ts';
import { markVoided } from '../givingBack/void.ts';
import { bookedColumnsOf, bookingOf } from '../shipment.ts';
import { mayBeBooked, noteGap, toBooking } from './journalGap.ts';
import { doubtLabelsToCome } from './labelsOfBefore.ts';
import { mayBePrinted } from './mayBePrinted.ts';

/**
 * Brings the journal's knowledge into the database before any new work: after a crash a few entries that it holds
 * already, after a restored backup all that happened since. Where they disagree the journal wins for "may have
 * happened". What fits no row here waits in `outsideReferences` for its order to come back. Nothing of a journal that does
 * not prove itself is believed.
 */
export async function reconcileJournal(workspace: Workspace): Promise<void> {
  const { store, journal } = workspace;
  if (journal.refusal() !== null) return;
  const mark = await store.read.settings.get('journalMark');
  const references = foldJournal(journal.after(mark));
  const { isTakenOver, missingUntil } = journal.origin(mark);
  if (references.length === 0 && mark?.tag !== undefined && missingUntil === null) return;
  await store.write(async (write) => {
    if (isTakenOver) await recordAct(workspace, write, { kind: 'journal-taken-over', what: '' });
    if (missingUntil !== null) {
      await noteGap(workspace, write, { since: mark?.at ?? null, until: missingUntil });
      // The book on a server was not put back: it knows what was printed.
      if (!workspace.workstation.isShared) await doubtLabelsToCome(workspace, write);
    }
    for (const reference of references) await reconcile(workspace, write, reference);
    await noteJournal(workspace, write);
  });
}

async function reconcile(
  workspace: Workspace,
  write: Repositories,
  reference: OutsideReference,
): Promise<void> {
  const shipment = await write.shipments.byCode(reference.accountId, reference.orderCode);
  if (shipment === undefined) {
    const pickup = await write.pickups.byCode(reference.accountId, reference.orderCode);
    if (pickup !== undefined) return reconcilePickup(write, pickup, reference);
    if (reference.booking !== 'none') await remember(write, reference, reference.booking);
    return;
  }
  await reconcileBooking(workspace, write, shipment, reference);
  const printJobs = await write.printJobs.ofShipment(shipment.id);
  const jobOf = ({ parcelNo, copyNo }: PaperCopy) =>
    printJobs.find((job) => job.parcelNo === parcelNo && job.copyNo === copyNo);
  for (const copy of reference.copies) {
    const printJob = jobOf(copy);
    if (printJob === undefined) continue;
    // A bench that goes on without its book had it out a moment ago; after a restored backup it may lie anywhere by now.
    const sure = reference.sureCopies.find((one) => isSameCopy(one, copy));
    const isOut = workspace.isApart === true && sure !== undefined && sure.at >= printJob.wantedAt;
    await mayBePrinted(workspace, write, printJob, isOut);
  }
  // A label whose job this database has not made yet is asked for when it is made.
  if (reference.copies.some((copy) => jobOf(copy) === undefined)) await remember(write, reference, 'adopted');
}

/** A courier called or called off after the backup: what may have happened is asked for. */
async function reconcilePickup(
  write: Repositories,
  pickup: StoredPickup,
  { booking }: OutsideReference,
): Promise<void> {
  if (booking === 'voided') await write.pickups.move(pickup, 'cancelled', { errorCode: '' });
  else if (booking === 'voiding')
    await write.pickups.move(pickup, 'cancelling', { errorCode: 'PICKUP_CANCEL_UNSURE' });
  else if (booking === 'open') await write.pickups.move(pickup, 'unsure', { errorCode: 'PICKUP_UNSURE' });
}

async function reconcileBooking(
  workspace: Workspace,
  write: Repositories,
  shipment: Shipment,
  reference: OutsideReference,
): Promise<void> {
  switch (reference.booking) {
    case 'none':
      return;
    case 'open':
      return mayBeBooked(write, shipment, reference.openSince);
    case 'bound':
      return wasBound(workspace, write, shipment, reference);
    case 'voiding':
      if (shipment.state === 'booked')
        await write.shipments.move(shipment, 'voiding', { errorCode: 'VOID_UNSURE' });
      else await mayBeBooked(write, shipment, reference.openSince);
      return;
    case 'voided':
      return wasVoided(workspace, write, shipment, reference);
  }
}

/** States a number bound by hand is carried into; in the others the booking has its own number, or gave it back. */
const stepsToBooked: Partial<Record<ShipmentState, readonly ShipmentState[]>> = {
  refused: ['planned', 'sending', 'booked'],
  planned: ['sending', 'booked'],
  sending: ['booked'],
  unsure: ['booked'],
};

/** A person entered this number by hand after the backup: it is kept, and nothing is asked or booked any more. */
async function wasBound(
  workspace: Workspace,
  write: Repositories,
  shipment: Shipment,
  { waybillNo, carrier }: OutsideReference,
): Promise<void> {
  const steps = stepsToBooked[shipment.state];
  if (steps === undefined) return;
  const booked = bookedColumnsOf(bookingOf(waybillNo), workspace.clock.now());
  let seen = shipment;
  for (const state of steps) {
    const moved = await write.shipments.move(seen, state, state === 'booked' ? booked : {});
    if (moved === undefined) return;
    seen = moved;
  }
  const job = await write.jobs.ofSubject(shipment.id);
  if (job !== undefined) await write.jobs.settle(job);
  await toBooking(write, shipment);
  await finishBinding(workspace, write, shipment.orderId, { waybillNo, carrier });
}

/** The number of this booking was given back after the backup: its code is burnt, its label must not come out. */
async function wasVoided(
  workspace: Workspace,
  write: Repositories,
  shipment: Shipment,
  reference: OutsideReference,
): Promise<void> {
  // Read once more, since only the call's beginning was sure to be on disk.
  if (shipment.state === 'voided') return;
  if (shipment.state === 'booked' || shipment.state === 'voiding') {
    const voiding = shipment.state === 'voiding' ? shipment : await write.shipments.move(shipment, 'voiding');
    if (voiding !== undefined) await markVoided(workspace, write, voiding);
    return;
  }
  await remember(write, reference, 'voided');
  const order = await write.orders.byId(shipment.orderId);
  if (shipment.state === 'planned' && order !== undefined)
    await giveBack(workspace, write, order, shipment, { code: 'BOOKING_INTERRUPTED', isInHand: true });
}

async function remember(
  write: Repositories,
  reference: OutsideReference,
  state: 'open' | 'bound' | 'voiding' | 'voided' | 'adopted',
): Promise<void> {
  await write.outsideReferences.put({
    accountId: reference.accountId,
    orderCode: reference.orderCode,
    state,
    waybillNo: reference.waybillNo,
    carrier: reference.carrier,
    copiesJson: JSON.stringify(reference.copies),
    at: reference.at,
    goodsOf: reference.goodsOf.length === 0 ? '' : ` ${reference.goodsOf.join(' ')} `,
    orderId: '',
    otherThanJson: '[]',
  });
}
