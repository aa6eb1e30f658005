import type { Answered, Asked } from '../../../../shared/contracts/contract.ts';
import {
  type ReturnStanding,
  type ReturnState,
  returnStandings,
} from '../../../../shared/domain/cases/parcelCare.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';
import type { WindowRequest } from '../../../store/orders/orderRepository.ts';
import type { Order, ParcelReturn } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { ReturnDeskFilter } from '../../../store/tracking/returnDeskReads.ts';
import { addHistory } from '../../orders/history.ts';
import { orderByNumber } from '../../orders/select.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';

type Shown = Answered<'parcelCare', 'expectReturn'>;
type Scanned = Answered<'parcelCare', 'scanReturn'>;

/** A return is expected: under the number the buyer told, for the order it belongs to. */
export async function expectReturn(
  workspace: Workspace,
  { orderNo, waybillNo, carrier, reason }: Asked<'parcelCare', 'expectReturn'>,
): Promise<Outcome<Shown>> {
  return tryChange(workspace, ['tracking', 'orders'], async (write): Promise<Outcome<Shown>> => {
    const order = await orderByNumber(write, orderNo.trim());
    if (!order.ok) return order;
    const number = waybillNo.trim().toUpperCase();
    const known = await write.parcelReturns.byWaybill(number);
    if (known !== undefined) return failure('RETURN_KNOWN', { waybillNo: number, orderNo: known.orderNo });
    const row = newReturn(workspace, number, order.value, { carrier, reason: reason.trim() });
    await write.parcelReturns.insert(row);
    await addHistory(workspace, write, order.value.id, 'return-expected', { note: number });
    return done(shownReturn(row));
  });
}

function newReturn(
  { nextId, clock, actor }: Workspace,
  waybillNo: string,
  order: Order | undefined,
  more: Pick<ParcelReturn, 'carrier' | 'reason'>,
): ParcelReturn {
  return {
    id: nextId(),
    waybillNo,
    orderId: order?.id ?? '',
    orderNo: order?.orderNo ?? '',
    outwardNo: order?.waybillNo ?? '',
    state: 'expected',
    version: 0,
    createdAt: clock.now(),
    createdBy: actor.name,
    receivedAt: null,
    receivedBy: '',
    note: '',
    ...more,
  };
}

/**
 * A parcel came back and is scanned: its order is found by the number of the return, or by the one it went out with. What
 * belongs to nobody here is kept too, so that it lies in a list and not in a corner.
 */
export async function scanReturn(
  workspace: Workspace,
  { waybillNo, note }: Asked<'parcelCare', 'scanReturn'>,
): Promise<Outcome<Scanned>> {
  const number = waybillNo.trim().toUpperCase();
  return tryChange(workspace, ['tracking', 'orders', 'cases'], async (write): Promise<Outcome<Scanned>> => {
    const { row, isNew } = await returnOf(workspace, write, number);
    if (row.state === 'received') return done({ ...shownReturn(row), isNew: false, wasReceived: true });
    const received = {
      state: 'received' as const,
      receivedAt: workspace.clock.now(),
      receivedBy: workspace.actor.name,
      note: note.trim().slice(0, 500),
    };
    if (isNew) await write.parcelReturns.insert({ ...row, ...received });
    else await write.parcelReturns.change(row, received);
    if (row.orderId !== '')
      await addHistory(workspace, write, row.orderId, 'return-received', { note: number });
    return done({ ...shownReturn({ ...row, ...received }), isNew, wasReceived: false });
  });
}

async function returnOf(workspace: Workspace, write: Repositories, number: string) {
  const known = await write.parcelReturns.byWaybill(number);
  if (known !== undefined) return { row: known, isNew: false };
  const parcel = await write.tracking.byWaybill(number);
  const order =
    parcel === undefined || parcel.orderId === '' ? undefined : await write.orders.byId(parcel.orderId);
  const more = { carrier: parcel?.carrier ?? '', reason: parcel?.exception ?? '' };
  const row = newReturn(workspace, number, order, more);
  return { row: { ...row, outwardNo: parcel === undefined ? row.outwardNo : number }, isNew: true };
}

/** Whose it is, of a parcel that was scanned before anybody knew. */
export async function ownReturn(
  workspace: Workspace,
  { waybillNo, orderNo }: Asked<'parcelCare', 'ownReturn'>,
): Promise<Outcome<Shown>> {
  return tryChange(workspace, ['tracking', 'orders'], async (write): Promise<Outcome<Shown>> => {
    const order = await orderByNumber(write, orderNo.trim());
    if (!order.ok) return order;
    const row = await write.parcelReturns.byWaybill(waybillNo.trim().toUpperCase());
    if (row === undefined) return failure('RETURN_NOT_FOUND', { waybillNo });
    if (row.orderId !== '') return failure('RETURN_MOVE_REFUSED', { waybillNo });
    const own = {
      orderId: order.value.id,
      orderNo: order.value.orderNo,
      outwardNo: row.outwardNo === '' ? order.value.waybillNo : row.outwardNo,
    };
    const changed = await write.parcelReturns.change(row, own);
    if (changed === undefined) return failure('RETURN_MOVE_REFUSED', { waybillNo });
    await addHistory(workspace, write, own.orderId, 'return-received', { note: row.waybillNo });
    return done(shownReturn(changed));
  });
}

/** It will not come: the buyer keeps it, or noted the wrong number. */
export async function dropReturn(
  workspace: Workspace,
  { waybillNo, note }: Asked<'parcelCare', 'dropReturn'>,
): Promise<Outcome<Shown>> {
  return tryChange(workspace, ['tracking'], async (write): Promise<Outcome<Shown>> => {
    const row = await write.parcelReturns.byWaybill(waybillNo.trim().toUpperCase());
    if (row === undefined) return failure('RETURN_NOT_FOUND', { waybillNo });
    if (row.state !== 'expected') return failure('RETURN_MOVE_REFUSED', { waybillNo });
    const changed = await write.parcelReturns.change(row, { state: 'dropped', note: note.trim() });
    return changed === undefined ? failure('RETURN_MOVE_REFUSED', { waybillNo }) : done(shownReturn(changed));
  });
}

/** What carriers told of longer ago has found its way by now, or never will. */
const toldDays = 60;

/** The desk of returns: what comes back, what lies here, and what is to be done about it. */
export async function listReturnDesk(
  { store, clock }: Workspace,
  { standing, search, ...window }: Asked<'parcelCare', 'returns'>,
): Promise<Answered<'parcelCare', 'returns'>> {
  const { parcelReturns } = store.read;
  const toldSince = clock.now() - toldDays * dayMs;
  const filter: ReturnDeskFilter = { standing, search, toldSince };
  return {
    total: await parcelReturns.deskCount(filter),
    rows: await parcelReturns.deskWindow(filter, window),
  };
}

export async function countReturns({
  store,
  clock,
}: Workspace): Promise<Answered<'parcelCare', 'returnCounts'>> {
  const counted = await store.read.parcelReturns.deskCounts(clock.now() - toldDays * dayMs);
  const totals = new Map(counted.map(({ standing, total }) => [standing, total]));
  return Object.fromEntries(
    returnStandings.map((standing) => [standing, totals.get(standing) ?? 0]),
  ) as Record<ReturnStanding, number>;
}

export async function listReturns(
  { store }: Workspace,
  { state, offset, limit }: WindowRequest & { readonly state?: ReturnState | undefined },
): Promise<{ readonly total: number; readonly rows: Shown[] }> {
  const { parcelReturns } = store.read;
  const rows = await parcelReturns.window(state, { offset, limit });
  return { total: await parcelReturns.count(state), rows: rows.map(shownReturn) };
}

function shownReturn({ id, version: _version, ...row }: ParcelReturn) {
  return { returnId: id, ...row };
}
