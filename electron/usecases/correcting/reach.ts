import type { NoShipEntry } from '../../../shared/domain/addressKnowledge.ts';
import type { OrderComplaint } from '../../../shared/domain/order.ts';
import type { PostalAddress } from '../../../shared/domain/party.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { overruledJson } from '../../store/orders/orderJson.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { addHistory } from '../orders/history.ts';
import { complaintColumnsOf, complaintsOf, receiverOf } from '../orders/order.ts';
import { changeSeen, type SeenOrder } from '../orders/select.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findNoShip, readNoShip } from './noShip.ts';

const reachCodes = ['REACH_PLACE_NOT_SHIPPED', 'REACH_CARRIER_NOT_SHIPPED'] as const;

interface ReachComplaint extends OrderComplaint {
  readonly code: (typeof reachCodes)[number];
}

/** History kind of "ships anyway"; its data names the entries that were waived. */
const reachAcceptedKind = 'reach-accepted';

export function isReachComplaint({ code }: OrderComplaint): boolean {
  return (reachCodes as readonly string[]).includes(code);
}

/** Entries that speak against sending there with this carrier. */
export function hitsOf(
  address: PostalAddress,
  carrier: string,
  entries: readonly NoShipEntry[],
): NoShipEntry[] {
  if (entries.length === 0) return [];
  return findNoShip(address, entries).filter((entry) => entry.carrier === '' || entry.carrier === carrier);
}

/** What a person is asked because of them, null when nothing speaks against it. */
export function reachComplaint(hits: readonly NoShipEntry[]): ReachComplaint | null {
  const [first] = hits;
  if (first === undefined) return null;
  if (hits.some((entry) => entry.carrier === ''))
    return { code: 'REACH_PLACE_NOT_SHIPPED', field: 'address' };
  return { code: 'REACH_CARRIER_NOT_SHIPPED', field: 'carrier', params: { carrier: first.carrier } };
}

/** Entries that a person waived for this order. */
async function waivedEntries({ history }: Repositories, orderId: string): Promise<ReadonlySet<string>> {
  const rows = await history.ofOrder(orderId);
  return new Set(
    rows
      .filter(({ kind }) => kind === reachAcceptedKind)
      .flatMap(({ dataJson: json }) => overruledJson.readOr(json, { entries: [] }).entries),
  );
}

interface Destination {
  readonly receiver: PostalAddress;
  /** Empty: the default carrier of Settings. */
  readonly carrier: string;
}

/**
 * What speaks against sending an order where a person just confirmed that it goes; null: nothing. Whoever confirms an
 * order that already shows the warning has seen it: that is remembered for this order and not asked again.
 */
export async function reachAfterAcceptance(
  workspace: Workspace,
  write: Repositories,
  before: Order,
  after: Destination,
): Promise<OrderComplaint | null> {
  const entries = await readNoShip(write);
  if (entries.length === 0) return null;
  const { defaultCarrier } = await readSettings(workspace);
  const hits = ({ receiver, carrier }: Destination) => hitsOf(receiver, carrier || defaultCarrier, entries);
  const waived = await waivedEntries(write, before.id);
  const open = hits(after).filter(({ id }) => !waived.has(id));
  if (open.length === 0) return null;
  const shown = shownHits(before, defaultCarrier, entries);
  if (!open.every(({ id }) => shown.some((entry) => entry.id === id))) return reachComplaint(open);
  await recordWaiver(workspace, write, before.id, open);
  return null;
}

/** Entries whose warning an order shows: for its own carrier, and for one it was to be booked with. */
function shownHits(order: Order, defaultCarrier: string, entries: readonly NoShipEntry[]): NoShipEntry[] {
  const complaints = complaintsOf(order).filter(isReachComplaint);
  if (complaints.length === 0) return [];
  const booked = complaints.map(({ params }) => String(params?.carrier ?? ''));
  const carriers = ['', order.carrier || defaultCarrier, ...booked];
  return findNoShip(receiverOf(order), entries).filter(({ carrier }) => carriers.includes(carrier));
}

/** The same question just before a booking, with the carrier that is really chosen. */
export async function reachBeforeBooking(
  read: Repositories,
  orderId: string,
  { receiver, carrier }: Destination,
  entries: readonly NoShipEntry[],
): Promise<Failure | null> {
  const hits = hitsOf(receiver, carrier, entries);
  if (hits.length === 0) return null;
  const waived = await waivedEntries(read, orderId);
  const complaint = reachComplaint(hits.filter(({ id }) => !waived.has(id)));
  return complaint === null ? null : failure(complaint.code, complaint.params);
}

/** Remembers for one order that a person ships it in spite of these entries. */
async function recordWaiver(
  workspace: Workspace,
  write: Repositories,
  orderId: string,
  entries: readonly NoShipEntry[],
): Promise<void> {
  await addHistory(workspace, write, orderId, reachAcceptedKind, {
    data: { entries: entries.map(({ id }) => id) },
  });
}

/** A person ships an order although the own list says no; remembered for this order and these entries. */
export async function acceptReach(workspace: Workspace, seen: SeenOrder): Promise<Outcome<Order>> {
  const { defaultCarrier } = await readSettings(workspace);
  return changeSeen(workspace, seen, async (write, order) => {
    const others = complaintsOf(order).filter((complaint) => !isReachComplaint(complaint));
    if (others.length === complaintsOf(order).length)
      return failure('REACH_NOTHING_TO_ACCEPT', { orderNo: order.orderNo });
    const now = workspace.clock.now();
    const isSettled = others.length === 0 && order.state === 'needs-review';
    const accepted = await write.orders.move(order, isSettled ? 'ready' : order.state, {
      ...complaintColumnsOf(others),
      updatedAt: now,
    });
    if (accepted === undefined) return failure('ORDER_CHANGED_MEANWHILE', { orderNo: order.orderNo });
    const waived = shownHits(order, defaultCarrier, await readNoShip(write));
    await recordWaiver(workspace, write, order.id, waived);
    return done(accepted);
  });
}
