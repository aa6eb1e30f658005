import type { ParcelDetail } from '../../../shared/contracts/tracking.ts';
import { answerOddities } from '../../../shared/domain/tracking.ts';
import { hiddenParts, redactText, type TextContext } from '../../privacy/redactText.ts';
import type { Order, StoredTrackingEvent, TrackedParcel } from '../../store/schema.ts';
import { askPace, never } from '../../tracking/nextCheckAt.ts';
import { receiverOf } from '../orders/order.ts';
import type { Workspace } from '../workspace/workspace.ts';

interface WithOrder {
  readonly waybillNo: string;
  readonly orderId: string;
  readonly orderNo: string;
}

/** What the news of these parcels may not repeat, by waybill number: their receivers. */
async function contextsOf(
  workspace: Workspace,
  rows: readonly WithOrder[],
): Promise<(row: WithOrder) => TextContext> {
  const ids = [...new Set(rows.map(({ orderId }) => orderId).filter((id) => id !== ''))];
  const found = ids.length === 0 ? [] : await workspace.store.read.orders.byIds(ids);
  const orders = new Map<string, Order>(found.map((order) => [order.id, order]));
  return ({ orderId, orderNo, waybillNo }) => {
    const order = orders.get(orderId);
    return {
      hidden: order === undefined ? [] : hiddenParts(receiverOf(order)),
      kept: [waybillNo, orderNo].filter((number) => number !== ''),
      isPlace: (name) => workspace.divisions.names.exact(name).length > 0,
    };
  };
}

/** Parcels as a list shows them: couriers, receivers and who signed are hidden, what became of the parcel is not. */
export async function shownParcels<Row extends TrackedParcel>(
  workspace: Workspace,
  rows: readonly Row[],
): Promise<Row[]> {
  const contextOf = await contextsOf(workspace, rows);
  return rows.map((row) => ({ ...row, lastText: redactText(row.lastText, contextOf(row)) }));
}

/** How the program goes on asking about a parcel, and what was strange about the last answer. */
export function askingOf(row: TrackedParcel, now: number): ParcelDetail['asking'] {
  const { stopReason, nextDueAt, rawState, subscribedAt } = row;
  const { pace } = askPace(row, now, subscribedAt !== null);
  return {
    nextAt: nextDueAt === never ? null : nextDueAt,
    pace: stopReason === '' ? pace : 'stopped',
    stopReason: stopReason === '' ? null : stopReason,
    oddities: answerOddities.filter((oddity) => row.oddities.split(' ').includes(oddity)),
    rawState,
  };
}

/** The way of one parcel, in the same manner; `isRevealed`: as its carrier wrote it. */
export async function shownEvents(
  workspace: Workspace,
  row: TrackedParcel,
  isRevealed = false,
): Promise<readonly StoredTrackingEvent[]> {
  const events = await workspace.store.read.tracking.events(row.waybillNo);
  if (isRevealed) return events;
  const context = (await contextsOf(workspace, [row]))(row);
  return events.map((event) => ({
    ...event,
    text: redactText(event.text, context),
    location: redactText(event.location, context),
  }));
}

/** When a courier signed for it and on which list; null: on none that is signed. */
export async function handedOverOf(
  { store }: Workspace,
  waybillNo: string,
): Promise<ParcelDetail['handedOver']> {
  const listed = await store.read.handovers.parcel(waybillNo);
  const list = listed === undefined ? undefined : await store.read.handovers.byId(listed.handoverId);
  if (list === undefined || list.closedAt === null) return null;
  return { at: list.closedAt, no: list.no, courier: list.courier };
}
