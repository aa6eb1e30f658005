import type { Answered, Asked } from '../../../../shared/contracts/contract.ts';
import { type ReturnState, returnStandings } from '../../../../shared/domain/cases/parcelCare.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';
import { recordOf } from '../../../../shared/rules/typedRecord.ts';
import { scannedCode } from '../../../packing/readCode.ts';
import type { WindowRequest } from '../../../store/orders/orderRepository.ts';
import type { Order, ParcelReturn, TrackedParcel } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { ReturnDeskFilter } from '../../../store/tracking/returnDeskReads.ts';
import { addHistory } from '../../orders/history.ts';
import { orderByNumber } from '../../orders/select.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';
import { noteBack } from '../storeSnapshot.ts';

type Shown = Answered<'parcelCare', 'expectReturn'>;
type Scanned = Answered<'parcelCare', 'scanReturn'>;

/** A return is expected: under the number the buyer gave, for the order it belongs to. */
export async function expectReturn(
  workspace: Workspace,
  { orderNo, waybillNo, carrier, reason }: Asked<'parcelCare', 'expectReturn'>,
): Promise<Outcome<Shown>> {
  return tryChange(workspace, ['tracking', 'orders'], async (write): Promise<Outcome<Shown>> => {
    const order = await orderByNumber(write, orderNo.trim());
    if (!order.ok) return order;
    const number = waybillNo.trim().toUpperCase();
    const known = await write.parcelReturns.byWaybill(number);
    // It was scanned in before its order was known: now it is.
    if (known?.orderId === '')
      return giveReturn(
        workspace,
        write,
        { ...known, carrier: carrier || known.carrier, reason: reason.trim() || known.reason },
        order.value,
      );
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
 * A returned parcel is scanned: its order is found by the return's number, by the outward number, or by the order number on the slip
 * inside. An unknown parcel is stored too, so that it is on a list.
 */
export async function scanReturn(
  workspace: Workspace,
  { waybillNo, note }: Asked<'parcelCare', 'scanReturn'>,
): Promise<Outcome<Scanned>> {
  const code = scannedCode(waybillNo);
  return tryChange(workspace, ['tracking', 'orders', 'cases'], async (write): Promise<Outcome<Scanned>> => {
    const { row, isNew } = await returnOf(workspace, write, code);
    if (row.state === 'received') return done({ ...shownReturn(row), isNew: false, wasReceived: true });
    const received = {
      state: 'received' as const,
      receivedAt: workspace.clock.now(),
      receivedBy: workspace.actor.name,
      note: note.trim().slice(0, 500),
    };
    if (isNew) await write.parcelReturns.insert({ ...row, ...received });
    else await write.parcelReturns.change(row, received);
    // A parcel we have is no longer in transit: its exceptions are judged again.
    const parcel = await write.tracking.byWaybill(row.waybillNo);
    if (parcel !== undefined) {
      await noteBack(workspace, write, parcel);
      await write.caseWatches.put({ waybillNo: row.waybillNo, dueAt: 0 });
    }
    if (row.orderId !== '')
      await addHistory(workspace, write, row.orderId, 'return-received', { note: row.waybillNo });
    return done({ ...shownReturn({ ...row, ...received }), isNew, wasReceived: false });
  });
}

async function returnOf(workspace: Workspace, write: Repositories, code: string) {
  const number = code.toUpperCase();
  const known = await write.parcelReturns.byWaybill(number);
  if (known !== undefined) return { row: known, isNew: false };
  const parcel = await write.tracking.byWaybill(number);
  return parcel === undefined
    ? returnOfSlip(workspace, write, code)
    : returnOfParcel(workspace, write, parcel);
}

/** Its order number was scanned: the one expected return of the order, otherwise the parcel that its carrier brings back. */
async function returnOfSlip(workspace: Workspace, write: Repositories, code: string) {
  const order = await write.orders.byOrderNo(code);
  const expected = order === undefined ? [] : await write.parcelReturns.expectedOf(order.id);
  const [only] = expected;
  if (only !== undefined && expected.length === 1) return { row: only, isNew: false };
  const parcel = order === undefined ? undefined : await write.tracking.byWaybill(order.waybillNo);
  const isBrought = parcel?.state === 'returning' || parcel?.state === 'returned';
  if (parcel !== undefined && isBrought) {
    const known = await write.parcelReturns.byWaybill(parcel.waybillNo);
    return known === undefined ? returnOfParcel(workspace, write, parcel) : { row: known, isNew: false };
  }
  return {
    row: newReturn(workspace, code.toUpperCase(), order, { carrier: '', reason: '' }),
    isNew: true,
  };
}

async function returnOfParcel(workspace: Workspace, write: Repositories, parcel: TrackedParcel) {
  const { waybillNo, orderId, carrier, exception } = parcel;
  const order = orderId === '' ? undefined : await write.orders.byId(orderId);
  const row = newReturn(workspace, waybillNo, order, { carrier, reason: exception });
  return { row: { ...row, outwardNo: waybillNo }, isNew: true };
}

/** Assigns an order to a parcel that was scanned before it was known. */
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
    return giveReturn(workspace, write, row, order.value);
  });
}

async function giveReturn(
  workspace: Workspace,
  write: Repositories,
  row: ParcelReturn,
  { id, orderNo, waybillNo }: Order,
): Promise<Outcome<Shown>> {
  const { carrier, reason } = row;
  const own = {
    carrier,
    reason,
    orderId: id,
    orderNo,
    outwardNo: row.outwardNo === '' ? waybillNo : row.outwardNo,
  };
  const changed = await write.parcelReturns.change(row, own);
  if (changed === undefined) return failure('RETURN_MOVE_REFUSED', { waybillNo: row.waybillNo });
  await addHistory(workspace, write, id, 'return-received', { note: row.waybillNo });
  return done(shownReturn(changed));
}

/** It will not come: the buyer keeps it, or the wrong number was entered. */
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

/** Returns that carriers reported earlier have arrived by now, or never will. */
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
  return recordOf(returnStandings, (standing) => totals.get(standing) ?? 0);
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
