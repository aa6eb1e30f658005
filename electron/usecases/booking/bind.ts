import { readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import { emptyParty, type Party } from '../../../shared/domain/party.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { phoneTail } from '../../../shared/rules/phoneTail.ts';
import { isEmbedded } from '../../carriers/index.ts';
import type { BookingRequest } from '../../carriers/kit/carrierPlatform.ts';
import type { OutsideCall } from '../../store/journal/openCallJournal.ts';
import type { Order, Shipment, StoredOutsideReference } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { never } from '../../tracking/nextCheckAt.ts';
import { recordAct } from '../operators/acts.ts';
import { addHistory } from '../orders/history.ts';
import { stateRefuses } from '../orders/order.ts';
import { orderById } from '../orders/select.ts';
import { askingAccount } from '../tracking/askingAccount.ts';
import { nothingKnown } from '../tracking/storeSnapshot.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { askIfBookedBefore, goodsOf } from './afterRestore/bookedBefore.ts';
import { noteJournal } from './callOutside.ts';
import { heldFailure } from './check.ts';
import { type FreightBook, noteFreight, openFreight } from './choosing/freight.ts';
import { type SenderChoice, senderOf } from './choosing/sender.ts';
import { type FrozenRequest, freezeRequest } from './freezeRequest.ts';
import { giveBack, isUnsent } from './givingBack/giveBack.ts';
import { holderOf } from './parcels.ts';
import { bookedColumnsOf, bookingOf, untried } from './shipment.ts';

export interface WaybillBinding {
  readonly orderId: string;
  readonly waybillNo: string;
  readonly carrier: string;
}

/** One binding in progress: the parsed request and what has been done so far. */
interface BindingRun extends BindingDesk {
  readonly waybillNo: string;
  readonly carrier: string;
  readonly sender: SenderChoice;
  /** Writes the journal of outside calls, as the last step before the transaction commits. */
  readonly note: (accountId: string, orderCode: string) => Promise<void>;
}

/**
 * The manual channel: a pre-printed or hand-obtained number for an order. It also ends an unsure booking whose number
 * a person found at the platform. An order that may still be booked automatically is refused. The number goes into the
 * journal of outside calls: a backup restored later must not book its order once more.
 */
export async function bindWaybill(workspace: Workspace, binding: WaybillBinding): Promise<Outcome<Order>> {
  const waybillNo = binding.waybillNo.trim().toUpperCase();
  if (!/^[A-Z0-9-]{6,30}$/.test(waybillNo)) return failure('WAYBILL_INVALID', { waybillNo });
  const carrier = readCarrierCode(binding.carrier) ?? binding.carrier.trim().toUpperCase();
  if (carrier === '') return failure('WAYBILL_CARRIER_MISSING');
  const settings = await readSettings(workspace);
  const freight = await openFreight(workspace, settings.sender);
  const unnoted = workspace.journal.refusal();
  if (unnoted !== null) return unnoted;
  const begunCalls: OutsideCall[] = [];
  try {
    const outcome = await workspace.store.write((write) => {
      const note: BindingRun['note'] = async (accountId, orderCode) => {
        const call = { call: 'bind', accountId, orderCode, waybillNo, carrier } as const;
        // The server rolled the transaction back and runs it again: the journal entry is already there.
        if (begunCalls.some((one) => one.orderCode === orderCode)) return noteJournal(workspace, write);
        const refused = workspace.journal.begin({ ...call, ...(await goodsOf(write, binding.orderId)) });
        // Only for a failure inside this transaction, which is rolled back.
        if (refused !== null) throw new JournalRefused(refused);
        begunCalls.push(call);
        await noteJournal(workspace, write);
      };
      return bind(
        { workspace, write, freight, waybillNo, carrier, sender: { asked: null, settings }, note },
        binding.orderId,
      );
    });
    workspace.changed('orders', 'shipments', 'tracking', 'status');
    return outcome;
  } catch (error) {
    for (const call of begunCalls) workspace.journal.end(call, { certainty: 'did-not-happen' });
    if (error instanceof JournalRefused) return error.failure;
    throw error;
  }
}

class JournalRefused extends Error {
  readonly failure: Failure;

  constructor(refusal: Failure) {
    super(refusal.code);
    this.failure = refusal;
  }
}

async function bind(run: BindingRun, orderId: string): Promise<Outcome<Order>> {
  const { workspace, write, waybillNo } = run;
  const found = await orderById(write, orderId);
  if (!found.ok) return found;
  const order = found.value;
  const holder = await holderOf(write, waybillNo);
  // A repeat: the order already has this number.
  if (order.shipmentState === 'booked' && order.waybillNo === waybillNo) return done(order);
  if (holder !== undefined) return failure('WAYBILL_TAKEN', { waybillNo, orderNo: holder.orderNo });
  if (order.state === 'held') return heldFailure(order);
  const shipments = await write.shipments.ofOrder(order.id);
  const unsure = shipments.find(({ state }) => state === 'unsure');
  if (unsure === undefined) return bindFree(run, order, shipments);
  await settleUnsure(workspace, write, unsure, bookingOf(waybillNo));
  const bound = await finishBinding(workspace, write, order.id, run);
  await run.note(unsure.accountId, unsure.orderCode);
  return done(bound);
}

/** Enters a number for an order that has no booking in progress. */
async function bindFree(
  run: BindingRun,
  order: Order,
  shipments: readonly Shipment[],
): Promise<Outcome<Order>> {
  const { workspace, write, waybillNo, carrier, sender } = run;
  const current = shipments.find(({ id }) => id === order.shipmentId);
  const refused = stateRefuses({ ...order, state: order.shipmentState ?? order.state });
  if (!isFree(order, current)) return refused;
  const { frozen, known } = await freezeByHand(write, order, shipments, {
    // A number entered by hand needs no sender; its slip then shows none.
    sender: senderOf(order, sender) ?? emptyParty,
    carrier,
  });
  const conflict = await againstJournal(write, order, waybillNo, known);
  if (conflict !== null) return conflict;
  const free = await freeForHand(run, order, current);
  if (free === null) return refused;
  const bookedBefore = known === undefined ? await askIfBookedBefore(workspace, write, free) : null;
  if (bookedBefore !== null) return bookedBefore;
  const request = (await write.shipments.byCode(manualPlatform, frozen.orderCode))
    ? // Another order with this very number: the code only has to be the only one of its kind here.
      { ...frozen, orderCode: `${order.id}-${shipments.length + 1}` }
    : frozen;
  const accountId = known?.state === 'bound' ? known.accountId : manualPlatform;
  const platform = (await write.accounts.byId(accountId))?.platform ?? manualPlatform;
  const bound = await insertBound(run, free, { waybillNo, carrier, accountId, platform }, request);
  if (known !== undefined) await write.outsideReferences.move(known, 'adopted');
  await run.note(accountId, request.orderCode);
  return done(bound);
}

/** The code a booking would get. A person's confirmation that a returned number may be replaced takes effect at once. */
async function freezeByHand(
  write: Repositories,
  order: Order,
  shipments: readonly Shipment[],
  { sender, carrier }: { readonly sender: Party; readonly carrier: string },
): Promise<FrozenRequest> {
  const choices = { sender, carrierAsked: carrier, carrierOfAccount: '', carrierByDefault: '' };
  for (;;) {
    const read = await freezeRequest(write, order, shipments, choices);
    if (read.known?.state !== 'voided') return read;
    await write.outsideReferences.move(read.known, 'told');
  }
}

/**
 * After a restore the journal may know of another number for this order. The same number is the same parcel. Any other is first checked
 * with its account, if that still exists, before a second number is entered. null: no objection.
 */
async function againstJournal(
  write: Repositories,
  { orderNo }: Order,
  waybillNo: string,
  known: StoredOutsideReference | undefined,
): Promise<Failure | null> {
  if (known?.state === 'bound')
    return known.waybillNo === waybillNo
      ? null
      : failure('BOUND_BEFORE_RESTORE', { orderNo, waybillNo: known.waybillNo });
  const account = known === undefined ? undefined : await write.accounts.byId(known.accountId);
  return account === undefined ? null : failure('ASK_BEFORE_BINDING', { orderNo, name: account.name });
}

/** Can the order be released, so that a person can enter its number? */
function isFree(order: Order, current: Shipment | undefined): boolean {
  return isUnsent(order, current) || isLeftToPerson(order);
}

/** A booking from before a restore whose account was deleted: no platform can be asked, so a person may answer. */
function isLeftToPerson({ state, errorCode }: Order): boolean {
  return state === 'needs-review' && errorCode === 'BOOKED_BEFORE_RESTORE';
}

/** The order, released so that a person can enter its number; null: its booking may have been sent. */
async function freeForHand(
  { workspace, write }: BindingRun,
  order: Order,
  current: Shipment | undefined,
): Promise<Order | null> {
  if (order.state === 'ready') return order;
  if (current !== undefined && isUnsent(order, current)) return giveBack(workspace, write, order, current);
  return (await write.orders.move(order, 'ready', { complaintsJson: '[]', errorCode: '' })) ?? null;
}

/** The person answered "found", which also ends the job that would keep asking. */
async function settleUnsure(
  workspace: Workspace,
  write: Repositories,
  shipment: Shipment,
  booking: Booking,
): Promise<void> {
  const job = await write.jobs.ofSubject(shipment.id);
  if (job !== undefined) await write.jobs.settle(job);
  await write.shipments.move(shipment, 'booked', bookedColumnsOf(booking, workspace.clock.now()));
}

/** Shipments that a person booked elsewhere: no platform knows them by a code of ours. */
export const manualPlatform = 'manual';

interface Binding {
  readonly waybillNo: string;
  readonly carrier: string;
  /** The owner of its code: `manualPlatform`, or the account whose unsure booking a person settled. */
  readonly accountId: string;
  readonly platform: string;
}

/** Where a binding is written, and how its freight is estimated. */
interface BindingDesk {
  readonly workspace: Workspace;
  readonly write: Repositories;
  readonly freight: FreightBook;
}

/** Writes the shipment of a number entered by hand and moves its order from *ready* to *booked*. */
async function insertBound(
  desk: BindingDesk,
  order: Order,
  binding: Binding,
  request: BookingRequest,
): Promise<Order> {
  const { workspace, write } = desk;
  await write.shipments.insert(boundShipment(desk, order, binding, request));
  await write.orders.move(order, 'booking');
  return finishBinding(workspace, write, order.id, binding);
}

/** Updates the order once its shipment has the number: state, tracking, history. The order is in *booking*. */
export async function finishBinding(
  workspace: Workspace,
  write: Repositories,
  orderId: string,
  { waybillNo, carrier }: Pick<Binding, 'waybillNo' | 'carrier'>,
): Promise<Order> {
  const now = workspace.clock.now();
  const order = await write.orders.byId(orderId);
  if (order === undefined) throw new Error('an order vanished inside its transaction');
  const bound = await write.orders.move(order, 'booked', {
    waybillNo,
    bookedCarrier: carrier,
    complaintsJson: '[]',
    errorCode: '',
    updatedAt: now,
  });
  const accounts = (await write.accounts.all()).filter(({ platform }) => !isEmbedded(platform));
  const account = askingAccount(accounts, workspace.platforms, carrier);
  await write.tracking.follow({
    waybillNo,
    carrier,
    orderId: order.id,
    orderNo: order.orderNo,
    accountId: account?.id ?? '',
    phoneTail: phoneTail(order.receiverPhone),
    ...nothingKnown,
    // Without an account there is no platform to ask.
    nextDueAt: account === undefined ? never : now,
    stopReason: account === undefined ? 'no-account' : '',
    bookedAt: now,
  });
  await addHistory(workspace, write, order.id, 'bound', { note: waybillNo });
  await recordAct(workspace, write, { kind: 'waybill-entered', orderId: order.id, what: waybillNo });
  return bound ?? order;
}

/**
 * According to the journal, a person entered a number for this order after the restored backup was made. The number is adopted with its
 * carrier and account. A failure: another order has the number by now.
 */
export async function adoptBound(
  desk: BindingDesk,
  order: Order,
  known: StoredOutsideReference,
  request: BookingRequest,
): Promise<Failure | null> {
  const { write } = desk;
  const holder = await holderOf(write, known.waybillNo);
  if (holder !== undefined && holder.orderId !== order.id)
    return failure('WAYBILL_TAKEN', { waybillNo: known.waybillNo, orderNo: holder.orderNo });
  const account = await write.accounts.byId(known.accountId);
  const carrier = known.carrier || request.carrier;
  const binding: Binding = {
    waybillNo: known.waybillNo,
    carrier,
    accountId: known.accountId,
    platform: account?.platform ?? manualPlatform,
  };
  await insertBound(desk, order, binding, { ...request, carrier });
  await write.outsideReferences.move(known, 'adopted');
  return null;
}

function boundShipment(
  { workspace, freight }: BindingDesk,
  order: Order,
  { waybillNo, carrier, accountId, platform }: Binding,
  request: BookingRequest,
): Shipment {
  const now = workspace.clock.now();
  return {
    id: workspace.nextId(),
    orderId: order.id,
    accountId,
    platform,
    carrier,
    orderCode: request.orderCode,
    state: 'booked',
    ...untried,
    version: 0,
    requestJson: JSON.stringify(request),
    bookingJson: JSON.stringify(bookingOf(waybillNo)),
    waybillNo,
    printerUri: '',
    serialNo: 1,
    serialTotal: 1,
    createdAt: now,
    sentAt: null,
    bookedAt: now,
    chosenByJson: '',
    path: 'manual',
    replaceReason: '',
    ...noteFreight(freight, order, { accountId, carrier, sender: request.sender }),
    askedBy: workspace.actor.name,
    batchId: '',
  };
}
