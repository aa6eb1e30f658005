import { emptyParty, type Party } from '../../shared/domain/party.ts';
import { addressKey } from '../addresses/memory/addressKey.ts';
import { findSpelling } from '../addresses/memory/findSpelling.ts';
import { readReceiver } from '../addresses/readReceiver.ts';
import type { LearnedTable, OrdersTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { sendBackLifted } from './liftedOrders.ts';
import { contactKeyOf, memoryKeysOf, receiverKeyOf, textKeyOf } from './memoryKeys.ts';
import { complaintsOf } from './orderRow.ts';
import { readReceiverColumns } from './receiverColumns.ts';
import type { Workspace } from './workspace.ts';

type Tools = Pick<Workspace, 'clock' | 'nextId' | 'divisions'>;

/**
 * Remembers what a person made of an order's receiver text, in the transaction that accepts it. Only an order that
 * waited for a person teaches: a change to one that was understood is this parcel's own (the customer is elsewhere today).
 */
export async function learnCorrection(
  tools: Tools,
  write: Repositories,
  order: OrdersTable,
  accepted: Party,
): Promise<void> {
  if (complaintsOf(order).length === 0 || textKeyOf(order) === '') return;
  const spelling = spellingRow(tools, order, accepted);
  for (const row of [addressRow(tools, order, accepted), ...(spelling === null ? [] : [spelling])]) {
    const learnedId = await write.learned.learn(row);
    await write.learned.link([
      { learned_id: learnedId, order_id: order.id, role: 'taught', at: tools.clock.now() },
    ]);
  }
}

function addressRow({ clock, nextId }: Tools, order: OrdersTable, accepted: Party): LearnedTable {
  const keys = memoryKeysOf(order);
  return {
    id: nextId(),
    kind: 'address',
    source: '',
    shop: '',
    text_key: keys.textKey,
    address_key: keys.addressKey,
    contact_key: contactKeyOf(accepted),
    value_key: receiverKeyOf(accepted),
    may_lift: isPhoneWritten(order.receiver_text, accepted) ? 1 : 0,
    written: '',
    ...accepted,
    learned_at: clock.now(),
    forgotten_at: null,
  };
}

/** What this shop's own word for a place means; null: the correction explains no single word. */
function spellingRow(
  { clock, nextId, divisions }: Tools,
  order: OrdersTable,
  accepted: Party,
): LearnedTable | null {
  const columns = readReceiverColumns(order.receiver_columns_json);
  const written = findSpelling(columns, readReceiver(columns, divisions), accepted, divisions);
  if (written === '') return null;
  const { province, city, district } = accepted;
  const region = { ...emptyParty, province, city, district };
  return {
    id: nextId(),
    kind: 'spelling',
    source: order.source,
    shop: order.shop,
    text_key: addressKey('spelling', order.source, order.shop, written),
    address_key: '',
    contact_key: '',
    value_key: receiverKeyOf(region),
    may_lift: 0,
    written,
    ...region,
    learned_at: clock.now(),
    forgotten_at: null,
  };
}

/** Without the phone in it, the same text may be anybody's at this address. */
function isPhoneWritten(text: string, { phone, extension }: Party): boolean {
  const digits = text.normalize('NFKC').replace(/(?<=\d)[\s-]+(?=\d)/g, '');
  return digits.includes(phone.replace(/\D/g, '')) && digits.includes(extension);
}

/**
 * Takes back what an order taught, in the transaction that takes its acceptance back, and the orders this sent on by
 * itself. What others taught too stays.
 */
export async function unlearnOrder(tools: Tools, write: Repositories, orderId: string): Promise<void> {
  const links = await write.learned.linksOfOrder(orderId);
  await write.learned.unlink(orderId);
  for (const link of links) {
    const left = await write.learned.linksOf(link.learned_id);
    if (left.some(({ role }) => role === 'taught')) continue;
    await write.learned.remove(link.learned_id);
    await sendBackLifted(
      tools,
      write,
      left.map(({ order_id: lifted }) => lifted),
    );
  }
}
