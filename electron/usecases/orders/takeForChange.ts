import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { bookingRequestJson } from '../../store/booking/bookingJson.ts';
import type { Order, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { giveBack } from '../booking/givingBack/giveBack.ts';
import { openPlan, planReadable } from '../booking/plan.ts';
import type { Plan } from '../booking/plannedBooking.ts';
import { editableStates } from '../correcting/acceptance.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { stateRefuses } from './order.ts';
import { wishesOf } from './wishes.ts';

/** An order nothing of which has left the machine, in the hands of whoever changes it. */
export interface TakenOrder {
  readonly order: Order;
  /** Queues it again as it stands then, the way it was queued before; null: it was not, or waits for a person now. */
  queueAgain(changed: Order, carrier?: string): Promise<Failure | 'queued' | 'bound' | null>;
}

/** Plans opened so far, by the way a booking goes: of many orders most go the same. */
export type OpenedPlans = Map<string, Outcome<Plan>>;

/**
 * Takes an order for a change. One that waits in the queue and was certainly not sent leaves it, and is put back by `queueAgain`
 * in the same transaction; one that may have been sent is refused and stays as it is.
 */
export async function takeForChange(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  plans: OpenedPlans,
): Promise<Outcome<TakenOrder>> {
  if (editableStates.includes(order.state)) return done({ order, queueAgain: async () => null });
  if (order.state === 'booked') return failure('ORDER_BOOKED_ALREADY', { orderNo: order.orderNo });
  if (order.state !== 'booking') return stateRefuses(order);
  const shipment = order.shipmentId === null ? undefined : await write.shipments.byId(order.shipmentId);
  // One that was asked about had been sent once: its code may still come true with what it said then.
  const isNeverSent = shipment?.state === 'planned' && shipment.findCount === 0;
  const free = isNeverSent ? await giveBack(workspace, write, order, shipment) : null;
  if (shipment === undefined || free === null) return failure('ORDER_UNDER_WAY', { orderNo: order.orderNo });
  return done({
    order: free,
    async queueAgain(changed, carrier = shipment.carrier) {
      if (changed.state !== 'ready') return null;
      const plan = await planLike(workspace, order, { ...shipment, carrier }, plans);
      if (!plan.ok) return plan;
      const { serialNo, serialTotal } = shipment;
      return planReadable(workspace, write, { ...plan.value, total: serialTotal }, changed, serialNo);
    },
  });
}

/** The way a booking was to go: account, carrier, printer, and what was asked for of sender and product. */
async function planLike(
  workspace: Workspace,
  before: Order,
  { accountId, carrier, printerUri, path, requestJson }: Shipment,
  plans: OpenedPlans,
): Promise<Outcome<Plan>> {
  const request = bookingRequestJson.readOr(requestJson, null);
  const wishes = wishesOf(before);
  const { templateSize: template = '' } = request ?? {};
  // What the order itself wanted is not asked for by anybody else: the edit may take it back.
  const sender = wishes.sender === undefined ? (request?.sender ?? null) : null;
  const product = wishes.product === undefined ? (request?.product ?? '') : '';
  const way = { accountId, carrier, printerUri: printerUri || null, path, sender, product, template };
  const key = JSON.stringify(way);
  const opened = plans.get(key) ?? (await openPlan(workspace, { ...way, orderIds: [], isContinued: true }));
  plans.set(key, opened);
  return opened;
}
