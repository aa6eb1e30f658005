import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import type { AddressReading } from '../../../shared/domain/addressReading.ts';
import { shippingDayOf } from '../../../shared/domain/intake/noteDays.ts';
import { questionsOfNote, saysWait } from '../../../shared/domain/intake/noteWords.ts';
import { type OrderComplaint, unsentStates } from '../../../shared/domain/order.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { emptyReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import { addressIssueCode } from '../../../shared/errors/addressErrors.ts';
import { phoneTail } from '../../../shared/rules/phoneTail.ts';
import { readText } from '../../addresses/readText.ts';
import { type PastedPerson, splitPeople } from '../../addresses/text/splitPeople.ts';
import { blankDraft, type OrderDraft } from '../../imports/kit/orderDraft.ts';
import type { Order } from '../../store/schema.ts';
import { refuseReceiver, trimmed } from '../correcting/acceptance.ts';
import { reachAfterAcceptance } from '../correcting/reach.ts';
import { complaintColumnsOf, complaintsOf, receiverColumnsOf } from '../orders/order.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { buildOrderRow } from './buildOrderRow.ts';
import { createDraftGrouper, type DraftGroup } from './groupDrafts.ts';
import { ShipTogether, saysSo } from './shipTogether.ts';

/** The source shown for pasted orders, and the format of their import. */
const pasteSource = 'paste';

export interface PastedReading extends PastedPerson {
  readonly reading: AddressReading;
  /** Number of an existing order that waits for the same phone; empty: none. */
  readonly sameReceiver: string;
}

/** Parses a pasted message into the orders it would become. Stores nothing. */
export async function readPaste(workspace: Workspace, text: string): Promise<readonly PastedReading[]> {
  const read: PastedReading[] = [];
  for (const person of splitPeople(text, workspace.divisions)) {
    const reading = readText(person.receiverText, workspace.divisions);
    read.push({ ...person, reading, sameReceiver: await openOrderFor(workspace, reading.phone) });
  }
  return read;
}

async function openOrderFor({ store }: Workspace, phone: string): Promise<string> {
  const tail = phoneTail(phone);
  if (tail.length < 4) return '';
  const rows = await store.read.orders.ofPhone(phone, 50);
  const open = rows.find((order) => unsentStates.includes(order.state) && order.waybillNo === '');
  return open?.orderNo ?? '';
}

/** One order as the person confirmed it. */
export type PastedOrder = Asked<'paste', 'make'>['orders'][number];

type MadeOrders = Omit<Answered<'paste', 'make'>, 'isWaiting'>;
type MadeOrder = MadeOrders['orders'][number];

/** Makes the orders, as one import that can be undone; the same message twice makes none. */
export async function makePastedOrders(
  workspace: Workspace,
  pasted: readonly PastedOrder[],
  importId = workspace.nextId(),
): Promise<MadeOrders> {
  const groupOf = createDraftGrouper();
  const groups = pasted.map((order) => ({ order, group: groupOf(draftOf(order)) }));
  const orders = await change(workspace, ['orders', 'imports', 'status'], async (write) => {
    const known = await write.orders.byKeys(groups.map(({ group }) => group.key));
    const together = new ShipTogether();
    await together.open(write);
    const fresh: Order[] = [];
    const rows: Omit<MadeOrder, 'state'>[] = [];
    for (const { order, group } of groups) {
      const previous = known.find(({ orderKey: key }) => key === group.key);
      const row = previous ?? confirmedRow(workspace, importId, order, group);
      rows.push({ orderId: row.id, orderNo: row.orderNo, isKnown: previous !== undefined });
      if (previous !== undefined) continue;
      const reach = await reachAfterAcceptance(workspace, write, row, {
        receiver: order.receiver,
        carrier: '',
      });
      fresh.push(together.ask(reach === null ? row : waiting(row, [...complaintsOf(row), reach])));
    }
    await write.orders.insertMany(fresh);
    await together.settle(fresh.filter(saysSo), write);
    const stored = new Map(
      (await write.orders.byIds(rows.map(({ orderId }) => orderId))).map((row) => [row.id, row]),
    );
    const made = rows.map((row) => ({ ...row, state: stored.get(row.orderId)?.state ?? ('ready' as const) }));
    const added = made.filter(({ isKnown }) => !isKnown);
    if (added.length > 0) await write.imports.insert(importRow(workspace, importId, pasted.length, made));
    await write.drafts.remove(pasteDraftName);
    return made;
  });
  return { importId: orders.some(({ isKnown }) => !isKnown) ? importId : '', orders };
}

/** Where the unsent text of the paste box is kept. */
export const pasteDraftName = 'paste';

function draftOf({ text, goods, quantity, remark }: PastedOrder): OrderDraft {
  return {
    ...blankDraft,
    receiver: { ...emptyReceiverColumns, oneLine: text },
    items: goods.trim() === '' ? [] : [{ name: goods.trim(), sku: '', skuCode: '', quantity }],
    buyerRemark: remark.trim(),
  };
}

/** The remark of a pasted order, under the header an order file would use. */
const remarkColumn = '买家留言';

/** Requests the buyer wrote beside the address: to wait, or to send elsewhere. Such words within the address count as a request to wait. */
function notesOf({ text, remark }: PastedOrder, now: number): readonly OrderComplaint[] {
  const saysWhen = saysWait(text) || shippingDayOf(text, now) !== null;
  return questionsOfNote('buyerRemark', saysWhen ? `${remark} ${text}` : remark, remarkColumn, now);
}

const twoAddresses: readonly string[] = [
  addressIssueCode('two_streets'),
  addressIssueCode('region_conflict'),
];

/** With two addresses in one text, none has been chosen while both are still in the street as read. */
function openChoice(read: Order, { detail }: Party): readonly OrderComplaint[] {
  return read.detail === detail ? complaintsOf(read).filter(({ code }) => twoAddresses.includes(code)) : [];
}

/** The row with the receiver as the person left it: confirmed parts need no check, missing parts and requests to wait do. */
function confirmedRow(workspace: Workspace, importId: string, order: PastedOrder, group: DraftGroup): Order {
  const row = buildOrderRow(group, {
    divisions: workspace.divisions,
    minConfidence: 0,
    importId,
    source: pasteSource,
    nextId: workspace.nextId,
    now: workspace.clock.now(),
  });
  const receiver = trimmed(order.receiver);
  const refused = refuseReceiver(receiver);
  const confirmed = { ...row, ...receiverColumnsOf(receiver), addressKey: row.id };
  const complaints = [...openChoice(row, receiver), ...notesOf(order, workspace.clock.now())];
  if (refused !== null) {
    const params = { ...refused.params };
    complaints.unshift({ code: refused.code, field: String(params.field ?? 'receiver'), params });
  }
  if (complaints.length > 0) return waiting(confirmed, complaints);
  return { ...confirmed, state: 'ready', complaintsJson: '[]', errorCode: '' };
}

function waiting(row: Order, complaints: readonly OrderComplaint[]): Order {
  return { ...row, state: 'needs-review', ...complaintColumnsOf(complaints) };
}

function importRow(workspace: Workspace, id: string, rows: number, made: readonly MadeOrder[]) {
  const added = made.filter(({ isKnown }) => !isKnown);
  return {
    id,
    fileName: '',
    format: pasteSource,
    encoding: '',
    profile: pasteSource,
    rows,
    imported: added.length,
    duplicates: made.length - added.length,
    changed: 0,
    needsReview: added.filter(({ state }) => state === 'needs-review').length,
    rejected: 0,
    skipped: 0,
    durationMs: 0,
    at: workspace.clock.now(),
    undoneAt: null,
  };
}
