import { done, type Failure, ifReadable, type Outcome } from '../../../shared/errors/outcome.ts';
import { bookingRequestJson } from '../../store/booking/bookingJson.ts';
import type { Order, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { manualPlatform } from './bind.ts';
import { giveBack } from './givingBack/giveBack.ts';
import { batchIdFor, planBookings, whyNotPlanned } from './plan.ts';
import type { PlanBookings } from './plannedBooking.ts';

/**
 * Plans a booking like the previous one: same account, and the same carrier and printer where none is named. 0: the previous number was
 * entered by hand, so a person must book the order or enter another.
 */
export async function bookLike(
  workspace: Workspace,
  orderId: string,
  previous: Shipment,
  printerUri: string | null,
  carrier: string | null = null,
): Promise<Outcome<number>> {
  if (previous.platform === manualPlatform) return done(0);
  const planned = await planBookings(workspace, {
    ...likePrevious(orderId, previous, carrier),
    printerUri: printerUri ?? (await printerOf(workspace.store.read, previous)),
  });
  if (!planned.ok) return planned;
  const [refused] = planned.value.refused;
  return refused === undefined ? done(planned.value.planned) : refused.failure;
}

function likePrevious(orderId: string, previous: Shipment, carrier: string | null): PlanBookings {
  const { sender, product = '', templateSize = '' } = bookingRequestJson.read(previous.requestJson);
  return {
    orderIds: [orderId],
    accountId: previous.accountId,
    carrier: carrier ?? previous.carrier,
    printerUri: null,
    sender,
    product,
    template: templateSize,
    path: previous.path,
  };
}

/** Why `bookLike` would not book the order as it is given here; null: it would, or a person chooses how. */
export async function whyNotLike(
  workspace: Workspace,
  order: Order,
  previous: Shipment,
  carrier: string | null,
): Promise<Failure | null> {
  if (previous.platform === manualPlatform) return null;
  return ifReadable(() => whyNotPlanned(workspace, likePrevious(order.id, previous, carrier), order));
}

/** The printer of its last label, otherwise the one it was booked for; null: it had none. */
async function printerOf(read: Repositories, shipment: Shipment): Promise<string | null> {
  const last = (await read.printJobs.ofShipment(shipment.id)).at(-1);
  const printerUri = last?.printerUri || shipment.printerUri;
  return printerUri === '' ? null : printerUri;
}

/** Account, carrier and printer of a booking. */
export type PreviousBooking = Pick<Shipment, 'orderId' | 'accountId' | 'carrier' | 'printerUri'>;

/** Plans bookings again, each with the account, carrier and printer it had. */
export async function planAgain(
  workspace: Workspace,
  previous: readonly PreviousBooking[],
  how: Pick<PlanBookings, 'chosenBy' | 'path' | 'isContinued' | 'keepsBatch'> = {},
): Promise<Outcome<{ readonly planned: number; readonly refused: number }>> {
  const groups = new Map<string, { readonly lane: PreviousBooking; readonly orderIds: string[] }>();
  for (const lane of previous) {
    const key = [lane.accountId, lane.carrier, lane.printerUri].join('\n');
    const group = groups.get(key) ?? { lane, orderIds: [] };
    group.orderIds.push(lane.orderId);
    groups.set(key, group);
  }
  const batchId = batchIdFor(workspace, previous);
  let planned = 0;
  let refused = 0;
  for (const { lane, orderIds } of groups.values()) {
    const { accountId, carrier } = lane;
    const printerUri = lane.printerUri === '' ? null : lane.printerUri;
    const request = { orderIds, accountId, carrier, printerUri, batchId, ...how };
    const outcome = await planBookings(workspace, request);
    if (!outcome.ok) return outcome;
    planned += outcome.value.planned;
    refused += outcome.value.refused.length;
  }
  return done({ planned, refused });
}

/**
 * Retries orders that were certainly not booked, each with the account, carrier and printer it had. A person asked for it, so the reason
 * for the platform's refusal is taken as fixed.
 */
export async function retryRefused(
  workspace: Workspace,
  orderIds: readonly string[],
): Promise<Outcome<number>> {
  const previous = await workspace.store.write(async (write) => {
    const givenBack: PreviousBooking[] = [];
    for (const order of await write.orders.byIds(orderIds)) {
      const last = (await write.shipments.ofOrder(order.id)).at(-1);
      if (last?.state === 'refused' && (await giveBack(workspace, write, order, last)) !== null)
        givenBack.push(last);
    }
    return givenBack;
  });
  const planned = await planAgain(workspace, previous);
  return planned.ok ? done(planned.value.planned) : planned;
}
