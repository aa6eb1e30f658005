import { createHash } from 'node:crypto';
import type { AddressIssue } from '../../../shared/domain/addressReading.ts';
import type { OrderComplaint } from '../../../shared/domain/order.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { type ReceiverColumns, receiverColumnOrder } from '../../../shared/domain/receiverColumns.ts';
import { addressIssueCode } from '../../../shared/errors/addressErrors.ts';
import type { Divisions } from '../../addresses/divisions/loadDivisions.ts';
import { readReceiver } from '../../addresses/readReceiver.ts';
import type { OrderDraft } from '../../imports/kit/orderDraft.ts';
import type { Order } from '../../store/schema.ts';
import { stopCodeOf } from '../orders/changes/stop.ts';
import { distinct, goodsTextOf, receiverColumnsOf, writeReceiverColumns } from '../orders/order.ts';
import { saidSale, saleColumnsOf } from '../orders/sale.ts';
import { saidWishes, wishesMarkOf, writeWishes } from '../orders/wishes.ts';
import { rowDifferences } from './differences.ts';
import { contentHash, type DraftGroup } from './groupDrafts.ts';
import { timesOf } from './orderTimes.ts';
import type { ReceiverReading } from './reading/orderSource.ts';
import { countedDrafts, type RepeatRule, repeatQuestion } from './repeatedRows.ts';

export interface OrderRowContext {
  readonly divisions: Divisions;
  readonly minConfidence: number;
  readonly importId: string;
  readonly source: string;
  readonly nextId: () => string;
  readonly now: number;
  /** Absent: rows of this kind never repeat each other. */
  readonly repeats?: RepeatRule;
}

/** What an order is before anything was done with it. Added, not spread: see below. */
const untouched = {
  shipmentId: null,
  shipmentState: null,
  platform: '',
  bookedCarrier: '',
  waybillNo: '',
  printState: null,
  freightFen: null,
  holdReason: '',
  holdNote: '',
  heldAt: null,
  alarm: '',
  stretch: 0,
} as const;

/** Draft rows of one order → the row that is stored, its address understood and its state decided. */
export function buildOrderRow(group: DraftGroup, context: OrderRowContext): Order {
  const [first] = group.drafts;
  if (first === undefined) throw new Error('an order without rows');
  const reading = group.reading ?? readReceiver(first.receiver, context.divisions);
  const { repeats = noRule } = context;
  const counted = countedDrafts(group, repeats);
  const weightGrams = totalWeight(counted);
  const complaints = complaintsFor(group.drafts, reading, context.minConfidence);
  if (group.repeats.includes('identical'))
    complaints.push(...repeatQuestion(group, repeats, savedGrams(group, weightGrams)));
  const { wishes, isSenderUnclear } = saidWishes(group.drafts, context.divisions);
  if (isSenderUnclear) complaints.push({ code: 'IMPORT_SENDER_UNCLEAR', field: 'sender' });
  const items = counted.flatMap((draft) => draft.items);
  const id = context.nextId();
  const receiver = receiverColumnsOf(reading);
  const times = timesOf(group.drafts);
  const row = {
    id,
    orderKey: group.key,
    orderNo: group.orderNo,
    source: context.source,
    shop: first.shop,
    state: complaints.length === 0 ? ('ready' as const) : ('needs-review' as const),
    version: 0,
    // Field by field: a spread inside so wide a record makes it a slow one, and an import builds 100,000.
    receiverName: receiver.receiverName,
    receiverPhone: receiver.receiverPhone,
    receiverPhoneTail: receiver.receiverPhoneTail,
    receiverExtension: receiver.receiverExtension,
    province: receiver.province,
    city: receiver.city,
    district: receiver.district,
    town: receiver.town,
    detail: receiver.detail,
    receiverText: receiverText(first.receiver),
    receiverColumnsJson: writeReceiverColumns(first.receiver),
    itemsJson: JSON.stringify(items),
    goodsText: goodsTextOf(items),
    quantity: items.reduce((sum, item) => sum + item.quantity, 0),
    weightGrams,
    parcelCount: Math.max(...group.drafts.map((draft) => draft.parcelCount)),
    codFen: Math.max(...group.drafts.map((draft) => draft.codAmountFen)),
    insuredFen: Math.max(...group.drafts.map((draft) => draft.insuredValueFen)),
    buyerRemark: distinct(group.drafts.map((draft) => draft.buyerRemark)),
    sellerRemark: distinct(group.drafts.map((draft) => draft.sellerRemark)),
    carrier: first.carrier,
    wishesJson: writeWishes(wishes),
    wishesMark: wishesMarkOf(group.drafts),
    confidence: reading.confidence.overall,
    addressKey: complaints.length === 0 ? id : (reviewKey(reading) ?? id),
    reviewRound: 0,
    complaintsJson: JSON.stringify(complaints),
    contentHash: contentHash(group.rowHashes),
    importId: context.importId,
    errorCode: complaints[0]?.code ?? '',
    createdAt: context.now,
    updatedAt: context.now,
    stopCode: stopCodeOf(complaints) ?? '',
    paidAt: times.paidAt,
    shipBy: times.shipBy,
    promisedAt: times.promisedAt,
  };
  return Object.assign(row, untouched, saleColumnsOf(saidSale(counted)));
}

const noRule: RepeatRule = { layout: '', answer: null };

/** What the order would weigh less if identical rows counted once. */
function savedGrams(group: DraftGroup, allGrams: number | null): number {
  const once = totalWeight(countedDrafts(group, { layout: '', answer: 'once' }));
  return (allGrams ?? 0) - (once ?? 0);
}

const issueFields: Readonly<Partial<Record<AddressIssue, string>>> = {
  missing_phone: 'phone',
  phone_invalid: 'phone',
  two_phones: 'phone',
  name_missing: 'name',
  name_uncertain: 'name',
  detail_missing: 'detail',
  masked: 'receiver',
};

/** What several rows of an order complain of alike is one thing to look at. */
function once(drafts: readonly OrderDraft[]): OrderComplaint[] {
  const seen = new Map<string, OrderComplaint>();
  for (const complaint of drafts.flatMap((draft) => draft.complaints)) {
    const key = JSON.stringify(complaint);
    if (!seen.has(key)) seen.set(key, complaint);
  }
  return [...seen.values()];
}

/** Needs no person, or was told by the row itself: what else is wrong with a hidden text is no news. */
function isKnown(issue: AddressIssue, complaints: readonly OrderComplaint[]): boolean {
  if (issue === 'extension_present' || issue === 'old_name_corrected') return true;
  const masks = complaints.filter(({ code }) => maskCodes.includes(code));
  if (issue === 'masked') return masks.length > 0;
  const named = issueFields[issue] ?? 'address';
  const about = named === 'detail' ? 'address' : named;
  return masks.some(({ field }) => field === about);
}

const maskCodes: readonly string[] = [
  'IMPORT_MASKED_RECEIVER',
  'IMPORT_RECEIVER_ENCRYPTED',
  'IMPORT_RECEIVER_HIDDEN',
  'IMPORT_RECEIVER_USER_ID',
];

/** What a person must look at: what the rows themselves complain of, and an address not understood well enough. */
function complaintsFor(
  drafts: readonly OrderDraft[],
  reading: ReceiverReading,
  minConfidence: number,
): OrderComplaint[] {
  const complaints = drafts.length === 1 ? [...(drafts[0]?.complaints ?? [])] : once(drafts);
  const differences = rowDifferences(drafts);
  if (reading.status === 'ok' && reading.confidence.overall >= minConfidence)
    return [...complaints, ...differences];
  const issues = reading.issues.filter((issue) => !isKnown(issue, complaints));
  const doubts: OrderComplaint[] = issues.map((issue) => ({
    code: addressIssueCode(issue),
    field: issueFields[issue] ?? 'address',
  }));
  const isSaid = doubts.length > 0 || complaints.some(({ code }) => maskCodes.includes(code));
  const unsaid = { code: 'ADDRESS_UNCERTAIN', field: 'address' };
  return [...complaints, ...(isSaid ? doubts : [unsaid]), ...differences];
}

function receiverText(columns: ReceiverColumns): string {
  let joined = '';
  for (const key of receiverColumnOrder) {
    const text = columns[key].trim();
    if (text !== '') joined += joined === '' ? text : ` ${text}`;
  }
  return joined;
}

/** One weight on every row is the order's, repeated (merged cells, exports by item); different ones are the items'. */
function totalWeight(drafts: readonly OrderDraft[]): number | null {
  const weights = drafts
    .map((draft) => draft.weightGrams)
    .filter((weight): weight is number => weight !== null);
  const [first] = weights;
  if (first === undefined) return null;
  return weights.every((weight) => weight === first)
    ? first
    : weights.reduce((sum, weight) => sum + weight, 0);
}

/**
 * The same for orders whose receivers are understood alike to the last character, whatever their layout: one decision
 * is right for all of them. Null when too little was understood to say so.
 */
function reviewKey(receiver: Party): string | null {
  const { name, phone, extension, province, city, district, town, detail } = receiver;
  if (detail === '' || (name === '' && phone === '')) return null;
  const parts = [name, phone, extension, province, city, district, town, detail];
  return createHash('sha1').update(parts.join('\n')).digest('base64').slice(0, 16);
}
