import type { Party } from '../../../shared/domain/party.ts';
import { done, type Failure, failure, ifReadable, type Outcome } from '../../../shared/errors/outcome.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { Order, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { openAccount, wantsTemplate } from '../accounts/openAccount.ts';
import { readNoShip } from '../correcting/noShip.ts';
import { reachBeforeBooking } from '../correcting/reach.ts';
import { stateRefuses } from '../orders/order.ts';
import { routedHere } from '../printing/route.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { askIfBookedBefore } from './afterRestore/bookedBefore.ts';
import { askInstead, mayBeInGap } from './afterRestore/journalGap.ts';
import { takeUpKnown } from './afterRestore/takeUpKnown.ts';
import { checkBeforeBooking, heldFailure } from './check.ts';
import { openFreight } from './choosing/freight.ts';
import { senderOf } from './choosing/sender.ts';
import { noteChoice } from './choosing/whyChosen.ts';
import { freezeRequest } from './freezeRequest.ts';
import { accountLock } from './goLive/checklist.ts';
import {
  type Plan,
  type PlanBookings,
  plannedShipment,
  queueBooking,
  sendToPerson,
} from './plannedBooking.ts';
import { untried } from './shipment.ts';

export interface RefusedOrder {
  readonly orderId: string;
  readonly orderNo: string;
  readonly failure: Failure;
}

export interface PlannedBookings {
  readonly planned: number;
  readonly refused: readonly RefusedOrder[];
}

/** Orders planned in one transaction, and its longest time: every bench of a server waits for it. */
const chunk = { size: 200, ms: 100 };

/**
 * Freezes what will be sent for each order and puts it into the booking queue: order, shipment and job in one
 * transaction, so that an intent is either whole on disk or not there. Nothing leaves the machine here.
 */
export async function planBookings(
  workspace: Workspace,
  request: PlanBookings,
): Promise<Outcome<PlannedBookings>> {
  const opened = await openPlan(workspace, request);
  if (!opened.ok) return opened;
  const plan = opened.value;
  const refused: RefusedOrder[] = [];
  let planned = 0;
  const ids = [...new Set(request.orderIds)];
  // What is not planned yet stays as it is.
  for (let seen = 0; seen < ids.length && request.stopping?.aborted !== true; ) {
    faultPoint('plan.before-chunk');
    // Behind what waits already: the first of many thousands is booked and printed while the last are still planned.
    const first = ids.slice(seen, seen + chunk.size);
    const made = await workspace.store.write(
      (write) => planChunk(workspace, write, plan, first, seen),
      'behind',
    );
    planned += made.planned;
    refused.push(...made.refused);
    seen += made.seen;
    faultPoint('plan.after-chunk');
    workspace.changed('orders', 'shipments', 'status');
  }
  faultPoint('plan.after-all');
  return done({ planned, refused });
}

/** The first of these, as many as time allows; `seen`: how many were processed. */
async function planChunk(
  workspace: Workspace,
  write: Repositories,
  plan: Plan,
  ids: readonly string[],
  seenBefore: number,
) {
  const made = { planned: 0, refused: [] as RefusedOrder[], seen: 0 };
  const endsAt = workspace.clock.now() + chunk.ms;
  const orders = new Map((await write.orders.byIds(ids)).map((order) => [order.id, order]));
  for (const id of ids) {
    made.seen++;
    const order = orders.get(id);
    if (order === undefined) continue;
    const problem = await planReadable(workspace, write, plan, order, seenBefore + made.seen);
    if (problem === 'queued') made.planned++;
    else if (problem !== 'bound')
      made.refused.push({ orderId: order.id, orderNo: order.orderNo, failure: problem });
    faultPoint('plan.in-chunk');
    if (workspace.clock.now() >= endsAt) break;
  }
  faultPoint('plan.before-commit');
  return made;
}

/** One id for all that an act plans together; empty: a single order. */
export function batchIdFor(workspace: Pick<Workspace, 'nextId'>, orders: readonly unknown[]): string {
  return orders.length > 1 ? workspace.nextId() : '';
}

/** Read once for all bookings of this kind. */
export async function openPlan(workspace: Workspace, request: PlanBookings): Promise<Outcome<Plan>> {
  const opened = await openAccount(workspace, request.accountId);
  if (!opened.ok) return opened;
  if ((await accountLock(workspace, opened.value.row)) === 'locked')
    return failure('ACCOUNT_LOCKED', { name: opened.value.row.name });
  const settings = await readSettings(workspace);
  const asked = request.sender ?? null;
  const usual = asked ?? settings.sender;
  if (usual === null) return failure('SENDER_MISSING');
  return done({
    request,
    opened: opened.value,
    sender: { asked, settings },
    defaultCarrier: settings.defaultCarrier,
    noShip: await readNoShip(workspace.store.read),
    freight: await openFreight(workspace, usual),
    gap: await workspace.store.read.settings.get('journalGap'),
    total: request.orderIds.length,
    batchId: request.batchId ?? batchIdFor(workspace, request.orderIds),
  });
}

/** An order that cannot be read waits for a person; the others are planned. */
export async function planReadable(...hand: Parameters<typeof planOne>): ReturnType<typeof planOne> {
  const [, write, , order] = hand;
  const planned = await ifReadable(() => planOne(...hand));
  if (typeof planned !== 'string' && planned.code === 'RECORD_UNREADABLE')
    await sendToPerson(write, order, planned);
  return planned;
}

async function planOne(
  workspace: Workspace,
  write: Repositories,
  plan: Plan,
  order: Order,
  serialNo: number,
): Promise<Failure | 'queued' | 'bound'> {
  if (order.state === 'held') return heldFailure(order);
  if (order.state !== 'ready') return stateRefuses(order);
  const earlier = await write.shipments.ofOrder(order.id);
  const open = earlier.find((shipment) => shipment.state !== 'refused' && shipment.state !== 'voided');
  if (open !== undefined) return stateRefuses({ ...order, state: open.state });
  const sender = senderOf(order, plan.sender);
  if (sender === null) return failure('SENDER_MISSING');
  const { frozen, known } = await freezeRequest(write, order, earlier, freezingWith(plan, sender));
  if (known !== undefined) return takeUpKnown(workspace, write, { plan, order, frozen, known, serialNo });
  const question = await askIfBookedBefore(workspace, write, order);
  if (question !== null) return question;
  const barred = await reachBeforeBooking(write, order.id, frozen, plan.noShip);
  const checked = barred ?? checkBeforeBooking(plan.opened, frozen);
  if (!checked.ok) return sendToPerson(write, order, checked);
  const fresh = plannedShipment(workspace, plan, order, checked.value, serialNo);
  const kept = keptOfPrevious(plan.request, earlier.at(-1));
  const { carrier } = fresh;
  const printerUri = await routedHere(workspace, write, fresh.printerUri, { carrier, shop: order.shop });
  await queuePlanned(workspace, write, plan, order, earlier, { ...fresh, ...kept, printerUri });
  return 'queued';
}

/** Why this order, as it is given, would not be planned so; null: it would. Writes nothing: asked before its old number is given back. */
export async function whyNotPlanned(
  workspace: Workspace,
  request: PlanBookings,
  order: Order,
): Promise<Failure | null> {
  const opened = await openPlan(workspace, request);
  if (!opened.ok) return opened;
  const plan = opened.value;
  const sender = senderOf(order, plan.sender);
  if (sender === null) return failure('SENDER_MISSING');
  const { read } = workspace.store;
  const earlier = await read.shipments.ofOrder(order.id);
  const { frozen } = await freezeRequest(read, order, earlier, freezingWith(plan, sender));
  const checked =
    (await reachBeforeBooking(read, order.id, frozen, plan.noShip)) ??
    checkBeforeBooking(plan.opened, frozen);
  return checked.ok ? null : checked;
}

const freezingWith = (plan: Plan, sender: Party): Parameters<typeof freezeRequest>[3] => ({
  sender,
  platform: plan.opened.platform.manifest,
  carrierAsked: plan.request.carrier,
  carrierOfAccount: plan.opened.account.fields.carrier ?? '',
  carrierByDefault: plan.defaultCarrier,
  product: plan.request.product ?? '',
  template: plan.request.template ?? '',
  wantsTemplate: wantsTemplate(plan.opened),
});

/** A continued booking stays with whoever asked for it first, and its labels in the batch they were asked for with. */
function keptOfPrevious(
  { isContinued = false, keepsBatch = isContinued }: PlanBookings,
  previous: Shipment | undefined,
): Partial<Pick<Shipment, 'askedBy' | 'batchId'>> {
  return {
    ...(isContinued ? { askedBy: previous?.askedBy ?? '' } : {}),
    ...(keepsBatch ? { batchId: previous?.batchId ?? '' } : {}),
  };
}

/** Writes the shipment, or takes up the one that this account refused under the same code, and queues its booking. */
async function queuePlanned(
  workspace: Workspace,
  write: Repositories,
  { request, gap }: Plan,
  order: Order,
  earlier: readonly Shipment[],
  shipment: Shipment,
): Promise<void> {
  const refusedHere = earlier.find(
    ({ accountId, orderCode }) => accountId === request.accountId && orderCode === shipment.orderCode,
  );
  if (refusedHere === undefined) await write.shipments.insert(shipment);
  else await revive(write, refusedHere, shipment);
  const id = refusedHere?.id ?? shipment.id;
  // A second try at the same account keeps its reason and its place in a trial share.
  if (request.chosenBy !== undefined)
    await noteChoice(write, { id, orderId: order.id }, request.chosenBy.get(order.id));
  const planned = await write.shipments.byId(id);
  const isAsked = planned !== undefined && mayBeInGap(gap, order, workspace.clock.now());
  if (isAsked) await askInstead(write, planned);
  await queueBooking(workspace, write, order, { ...shipment, id }, isAsked ? 'find' : 'book');
}

/** The same code again, with the order's present data. */
async function revive(write: Repositories, refused: Shipment, fresh: Shipment): Promise<void> {
  await write.shipments.move(refused, 'planned', {
    carrier: fresh.carrier,
    requestJson: fresh.requestJson,
    printerUri: fresh.printerUri,
    chosenByJson: fresh.chosenByJson === '' ? refused.chosenByJson : fresh.chosenByJson,
    path: fresh.path,
    freightJson: fresh.freightJson,
    freightFen: fresh.freightFen,
    askedBy: fresh.askedBy,
    batchId: fresh.batchId,
    serialNo: fresh.serialNo,
    serialTotal: fresh.serialTotal,
    ...untried,
  });
}
