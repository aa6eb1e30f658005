import type { AddressReading } from '../../shared/domain/addressReading.ts';
import type { OrderComplaint } from '../../shared/domain/order.ts';
import type { Party } from '../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { readReceiver } from '../addresses/readReceiver.ts';
import type { OrderPatch } from '../store/repositories/orderRepository.ts';
import type { OrdersTable } from '../store/schema.ts';
import { reachAfterAcceptance } from './judgeReach.ts';
import { learnCorrection, unlearnOrder } from './learnCorrection.ts';
import { complaintsOf, receiverColumnsOf, receiverOf } from './orderRow.ts';
import { readReceiverColumns } from './receiverColumns.ts';
import type { Workspace } from './workspace.ts';

export interface CorrectionItem {
  readonly order: OrdersTable;
  readonly reading: AddressReading;
  readonly complaints: readonly OrderComplaint[];
}

/** One order for the Correct screen: what the file said and how it is understood, read anew. */
export async function readCorrection(
  workspace: Workspace,
  orderId: string,
): Promise<Outcome<CorrectionItem>> {
  const order = await workspace.store.read.orders.byId(orderId);
  if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: orderId });
  const columns = readReceiverColumns(order.receiver_columns_json);
  return done({
    order,
    reading: readReceiver(columns, workspace.divisions),
    complaints: complaintsOf(order),
  });
}

export interface AcceptCorrection {
  readonly orderId: string;
  readonly version: number;
  readonly receiver: Party;
  /** Other fields changed along with it, in the same transaction. */
  readonly patch?: OrderPatch;
}

/** States in which a receiver may still be changed: nothing has left the machine. */
const editable: readonly OrdersTable['state'][] = ['imported', 'needs-review', 'ready', 'held'];

/** Saves the receiver a person confirmed and sends the order on to `ready`; the former one is kept for undo. */
export async function acceptCorrection(
  workspace: Workspace,
  request: AcceptCorrection,
): Promise<Outcome<OrdersTable>> {
  const missing = missingField(request.receiver);
  if (missing !== null) return failure('RECEIVER_INCOMPLETE', { field: missing });
  if (isMasked(request.receiver)) return failure('ADDRESS_MASKED');
  return change(workspace, request, async (write, order) => {
    const previous = {
      receiver: receiverOf(order),
      state: order.state,
      complaints: complaintsOf(order),
      errorCode: order.error_code,
    };
    const receiver = trimmed(request.receiver);
    const { carrier = order.carrier } = request.patch ?? {};
    const reach = await reachAfterAcceptance(workspace, write, order, { receiver, carrier });
    // An order a person holds back stays held.
    const next = reach === null ? 'ready' : 'needs-review';
    const isMine = await write.orders.move(order, order.state === 'held' ? 'held' : next, {
      ...request.patch,
      ...receiverColumnsOf(receiver),
      complaints_json: JSON.stringify(reach === null ? [] : [reach]),
      error_code: reach?.code ?? '',
      updated_at: workspace.clock.now(),
    });
    if (!isMine) return false;
    await write.history.add({
      id: workspace.nextId(),
      order_id: order.id,
      at: workspace.clock.now(),
      kind: 'corrected',
      code: '',
      note: '',
      data_json: JSON.stringify(previous),
    });
    await learnCorrection(workspace, write, order, receiver);
    return true;
  });
}

/** Takes the last acceptance back while nothing was booked. */
export async function undoCorrection(
  workspace: Workspace,
  request: { readonly orderId: string; readonly version: number },
): Promise<Outcome<OrdersTable>> {
  return change(workspace, request, async (write, order) => {
    const last = await write.history.lastOfKind(order.id, 'corrected');
    if (last === undefined) return false;
    const previous = JSON.parse(last.data_json) as {
      receiver: Party;
      complaints: readonly OrderComplaint[];
      errorCode: string;
    };
    const isMine = await write.orders.move(order, 'needs-review', {
      ...receiverColumnsOf(previous.receiver),
      complaints_json: JSON.stringify(previous.complaints),
      error_code: previous.errorCode,
      updated_at: workspace.clock.now(),
    });
    if (!isMine) return false;
    await write.history.add({
      id: workspace.nextId(),
      order_id: order.id,
      at: workspace.clock.now(),
      kind: 'correction-undone',
      code: '',
      note: '',
      data_json: '{}',
    });
    await unlearnOrder(workspace, write, order.id);
    return true;
  });
}

async function change(
  workspace: Workspace,
  seen: { readonly orderId: string; readonly version: number },
  act: (
    write: Parameters<Parameters<Workspace['store']['write']>[0]>[0],
    order: OrdersTable,
  ) => Promise<boolean>,
): Promise<Outcome<OrdersTable>> {
  const outcome = await workspace.store.write(async (write): Promise<Outcome<OrdersTable>> => {
    const order = await write.orders.byId(seen.orderId);
    if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: seen.orderId });
    if (!editable.includes(order.state))
      return failure('ORDER_STATE_REFUSES', { orderNo: order.order_no, state: order.state });
    if (order.version !== seen.version || !(await act(write, order)))
      return failure('ORDER_CHANGED_MEANWHILE', { orderNo: order.order_no });
    return done((await write.orders.byId(order.id)) ?? order);
  });
  workspace.changed('orders', 'status');
  return outcome;
}

/** Asterisks never reach a label: the courier would have nobody to call. */
function isMasked({ name, phone, detail }: Party): boolean {
  return [name, phone, detail].some((text) => /[*＊]/.test(text));
}

function missingField(receiver: Party): string | null {
  const required = ['name', 'phone', 'province', 'detail'] as const;
  return required.find((field) => receiver[field].trim() === '') ?? null;
}

function trimmed(receiver: Party): Party {
  return Object.fromEntries(
    Object.entries(receiver).map(([key, value]) => [key, String(value).trim()]),
  ) as unknown as Party;
}
