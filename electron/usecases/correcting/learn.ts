import type { OrderComplaint } from '../../../shared/domain/order.ts';
import { emptyParty, type Party } from '../../../shared/domain/party.ts';
import { findSpelling } from '../../addresses/memory/findSpelling.ts';
import { readReceiver } from '../../addresses/readReceiver.ts';
import { liftedJson } from '../../store/orders/orderJson.ts';
import type { LearnedThing, Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { addHistory } from '../orders/history.ts';
import { complaintsOf, readReceiverColumns, receiverColumnsOf, receiverTextOf } from '../orders/order.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { contactKeyOf, memoryKeysOf, receiverKeyOf, textDigest, textKeyOf } from './memoryKeys.ts';

/** A landline without its area code; shorter numbers stand in many texts by chance. */
const shortestPhone = 7;

/**
 * Remembers what a person made of an order's receiver text, in the transaction that accepts it. Only an order
 * whose text was in doubt teaches: a change to one that was understood is this parcel's own (the customer is elsewhere
 * today).
 */
export async function learnCorrection(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  accepted: Party,
): Promise<void> {
  if (textKeyOf(order) === '') return;
  const address = addressRow(workspace, order, accepted);
  if (!complaintsOf(order).some(isAboutReading)) {
    await reconsider(workspace, write, order, address);
    return;
  }
  await unlearnOrder(workspace, write, order.id);
  const spelling = spellingRow(workspace, order, accepted);
  for (const row of [address, ...(spelling === null ? [] : [spelling])])
    await teach(workspace, write, order, row);
}

/**
 * A person changes an order that taught something, or that was filled from memory: what was learned is in doubt. The new
 * word joins as a suggestion, what this order alone had taught goes, and the text is asked about again.
 */
async function reconsider(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  address: LearnedThing,
): Promise<void> {
  const links = await write.learned.linksOfOrder(order.id);
  const known = await Promise.all(links.map(({ learnedId: id }) => write.learned.byId(id)));
  const addresses = known.filter((learned) => learned?.kind === 'address');
  if (addresses.length === 0 || addresses.some((learned) => learned?.valueKey === address.valueKey)) return;
  if (links.some(({ role }) => role === 'taught')) await unlearnOrder(workspace, write, order.id);
  await teach(workspace, write, order, { ...address, mayLift: 0 });
}

async function teach(
  { clock }: Workspace,
  write: Repositories,
  order: Order,
  row: LearnedThing,
): Promise<void> {
  const learnedId = await write.learned.learn(row);
  await write.learned.link([{ learnedId, orderId: order.id, role: 'taught', at: clock.now() }]);
}

function addressRow({ clock, nextId }: Workspace, order: Order, accepted: Party): LearnedThing {
  const keys = memoryKeysOf(order);
  return {
    id: nextId(),
    kind: 'address',
    source: '',
    shop: '',
    textKey: keys.textKey,
    addressKey: keys.addressKey,
    contactKey: contactKeyOf(accepted),
    valueKey: receiverKeyOf(accepted),
    mayLift: isPhoneWritten(receiverTextOf(order), accepted) ? 1 : 0,
    written: '',
    ...accepted,
    learnedAt: clock.now(),
    forgottenAt: null,
  };
}

/** What this shop's own word for a place means; null: the correction explains no single word. */
function spellingRow(
  { clock, nextId, divisions }: Workspace,
  order: Order,
  accepted: Party,
): LearnedThing | null {
  const columns = readReceiverColumns(order.receiverColumnsJson);
  const written = findSpelling(columns, readReceiver(columns, divisions), accepted, divisions);
  if (written === '') return null;
  const { province, city, district } = accepted;
  const region = { ...emptyParty, province, city, district };
  return {
    id: nextId(),
    kind: 'spelling',
    source: order.source,
    shop: order.shop,
    textKey: textDigest('spelling', order.source, order.shop, written),
    addressKey: '',
    contactKey: '',
    valueKey: receiverKeyOf(region),
    mayLift: 0,
    written,
    ...region,
    learnedAt: clock.now(),
    forgottenAt: null,
  };
}

/** Without the phone in it, the same text may be anybody's at this address. */
function isPhoneWritten(text: string, { phone, extension }: Party): boolean {
  const written = text.normalize('NFKC').replace(/(?<=\d)[\s-]+(?=\d)/g, '');
  const digits = phone.replace(/\D/g, '');
  return digits.length >= shortestPhone && written.includes(digits) && written.includes(extension);
}

/**
 * Takes back what an order taught, in the transaction that takes its acceptance back, and the orders this sent on
 * automatically. What others taught too stays.
 */
export async function unlearnOrder(
  workspace: Workspace,
  write: Repositories,
  orderId: string,
): Promise<void> {
  const links = await write.learned.linksOfOrder(orderId);
  await write.learned.unlink(orderId);
  for (const link of links) {
    const remaining = await write.learned.linksOf(link.learnedId);
    if (remaining.some(({ role }) => role === 'taught')) continue;
    await write.learned.remove(link.learnedId);
    await sendBackLifted(
      workspace,
      write,
      remaining.map(({ orderId: lifted }) => lifted),
    );
  }
}

/** Masked texts and parcels that leave the mainland are a person's each time. */
const reviewedEachTime: readonly string[] = ['ADDRESS_MASKED', 'ADDRESS_OUTSIDE_MAINLAND'];

/** A doubt about how the receiver was understood: what a previous correction of the same text settles. */
export function isAboutReading({ code }: OrderComplaint): boolean {
  return code.startsWith('ADDRESS_') && !reviewedEachTime.includes(code);
}

/** History kind of an order whose receiver was taken from memory at its import; its data is what stood there before. */
export const liftedKind = 'taken-from-memory';

/**
 * Sends orders that a learned thing had sent on automatically back to a person, since that thing is taken back. What was
 * decided by a person afterwards, or has left the machine, stays.
 */
export async function sendBackLifted(
  workspace: Workspace,
  write: Repositories,
  orderIds: readonly string[],
): Promise<void> {
  for (const orderId of orderIds) {
    const order = await write.orders.byId(orderId);
    const last = await write.history.lastOfKind(orderId, liftedKind);
    if (order === undefined || last === undefined || order.shipmentId !== null) continue;
    if (order.state !== 'ready' && order.state !== 'held') continue;
    const confirmed = await write.history.lastOfKind(orderId, 'corrected');
    if (confirmed !== undefined && confirmed.id > last.id) continue;
    const before = liftedJson.read(last.dataJson);
    await write.orders.move(order, order.state === 'held' ? 'held' : 'needs-review', {
      ...receiverColumnsOf(before.receiver),
      complaintsJson: JSON.stringify(before.complaints),
      errorCode: before.errorCode,
      updatedAt: workspace.clock.now(),
    });
    await addHistory(workspace, write, orderId, 'memory-taken-back');
  }
}
