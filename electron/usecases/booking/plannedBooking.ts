import type { NoShipEntry } from '../../../shared/domain/addressKnowledge.ts';
import type { BookingPath } from '../../../shared/domain/booking.ts';
import type { ChosenBy } from '../../../shared/domain/bookingRule.ts';
import type { Party } from '../../../shared/domain/party.ts';
import type { Failure } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from '../../carriers/kit/carrierPlatform.ts';
import type { Order, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { OpenAccount } from '../accounts/openAccount.ts';
import { complaintColumnsOf, complaintOf } from '../orders/order.ts';
import { type Workspace, waitingJob } from '../workspace/workspace.ts';
import type { JournalGap } from './afterRestore/journalGap.ts';
import { type FreightBook, noteFreight } from './choosing/freight.ts';
import type { SenderChoice } from './choosing/sender.ts';
import { untried } from './shipment.ts';

export interface PlanBookings {
  readonly orderIds: readonly string[];
  readonly accountId: string;
  /** Overrides the carrier an order asks for; empty: the order's own, then the default from Settings. */
  readonly carrier: string;
  /** Prints the label here as soon as there is a number; null: no label. */
  readonly printerUri: string | null;
  /** For every order without its own sender; null: the shop's, otherwise that of Settings. */
  readonly sender?: Party | null;
  /** Why account and carrier were chosen, by order id; absent: no reason recorded. */
  readonly chosenBy?: ReadonlyMap<string, ChosenBy>;
  /** The carrier's product and label template; empty: the account's. */
  readonly product?: string;
  readonly template?: string;
  /** `backup`: another account certainly did not book them. */
  readonly path?: BookingPath;
  /** The core continues automatically what a person started: it is still recorded as that person's. */
  readonly isContinued?: boolean;
  /** Shared by all calls of one act; absent: this call is the whole act. */
  readonly batchId?: string | undefined;
  /** Keeps the labels in the batch they were requested with. */
  readonly keepsBatch?: boolean;
  /** Stops the planning of further orders. */
  readonly stopping?: AbortSignal | undefined;
}

/** What planning a batch looks at, read once. */
export interface Plan {
  readonly request: PlanBookings;
  readonly opened: OpenAccount;
  readonly sender: SenderChoice;
  readonly defaultCarrier: string;
  readonly noShip: readonly NoShipEntry[];
  readonly freight: FreightBook;
  readonly gap: JournalGap | null;
  readonly total: number;
  /** Empty: a single order. */
  readonly batchId: string;
}

/** The booking of one order as it is planned. */
export function plannedShipment(
  workspace: Workspace,
  plan: Plan,
  order: Order,
  request: BookingRequest,
  serialNo: number,
): Shipment {
  const chosen = plan.request.chosenBy?.get(order.id);
  const freight = noteFreight(plan.freight, order, {
    accountId: plan.request.accountId,
    carrier: request.carrier,
    sender: request.sender,
  });
  return {
    id: workspace.nextId(),
    orderId: order.id,
    accountId: plan.request.accountId,
    platform: plan.opened.row.platform,
    carrier: request.carrier,
    orderCode: request.orderCode,
    state: 'planned',
    ...untried,
    version: 0,
    requestJson: JSON.stringify(request),
    bookingJson: null,
    waybillNo: '',
    printerUri: plan.request.printerUri ?? '',
    serialNo,
    serialTotal: plan.total,
    createdAt: workspace.clock.now(),
    sentAt: null,
    bookedAt: null,
    // A person's choice is not compared by price, but its cost is still stored.
    chosenByJson:
      chosen === undefined
        ? ''
        : JSON.stringify({ ...chosen, freightFen: chosen.freightFen ?? freight.freightFen }),
    path: plan.request.path ?? 'first',
    replaceReason: '',
    ...freight,
    askedBy: workspace.actor.name,
    batchId: plan.batchId,
  };
}

/** Puts an order and its booking into the queue. */
export async function queueBooking(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  shipment: Shipment,
  kind: 'book' | 'find',
): Promise<void> {
  await write.orders.move(order, 'booking', {
    shipmentId: shipment.id,
    platform: shipment.platform,
    bookedCarrier: shipment.carrier,
    complaintsJson: '[]',
    errorCode: kind === 'find' ? 'BOOKING_INTERRUPTED' : '',
    updatedAt: workspace.clock.now(),
  });
  await write.jobs.insert(waitingJob(workspace, { kind, subjectId: shipment.id, lane: shipment.accountId }));
}

/** A person must settle what prevents an order from being booked. */
export async function sendToPerson(write: Repositories, order: Order, problem: Failure): Promise<Failure> {
  await write.orders.move(order, 'needs-review', complaintColumnsOf([complaintOf(problem)]));
  return problem;
}
