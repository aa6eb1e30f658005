import { createHash } from 'node:crypto';
import type { AddressIssue } from '../../../shared/domain/addressReading.ts';
import type { OrderComplaint, OrderItem } from '../../../shared/domain/order.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { addressIssueCode } from '../../../shared/errors/addressErrors.ts';
import { phoneTail } from '../../../shared/rules/phoneTail.ts';
import type { Divisions } from '../../addresses/divisions/loadDivisions.ts';
import { readReceiver } from '../../addresses/readReceiver.ts';
import type { OrderDraft } from '../../imports/kit/orderDraft.ts';
import type { Order } from '../../store/schema.ts';
import { stopCodeOf } from '../orders/changes/stop.ts';
import { distinct, itemColumnsOf, writeReceiverColumns } from '../orders/order.ts';
import { saleColumnsOf, saleOfRows } from '../orders/sale.ts';
import { wishesMarkOf, wishesOfRows, writeWishes } from '../orders/wishes.ts';
import { rowDifferences } from './differences.ts';
import { contentHash, type DraftGroup } from './groupDrafts.ts';
import { timesOf } from './orderTimes.ts';
import type { ReceiverReading } from './reading/orderSource.ts';
import { countedDrafts, type RepeatRule, repeatQuestion } from './repeatedRows.ts';
import { untouchedOrder } from './untouchedOrder.ts';

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

/** Turns the rows of one order into the stored row: its address understood and its state decided. */
export function buildOrderRow(group: DraftGroup, context: OrderRowContext): Order {
  const { drafts } = group;
  const [first] = drafts;
  if (first === undefined) throw new Error('an order without rows');
  const reading = group.reading ?? readReceiver(first.receiver, context.divisions);
  const counted = countedDrafts(group, context.repeats ?? noRule);
  const complaints = complaintsFor(group, reading, context);
  const { wishes, isSenderUnclear } = wishesOfRows(drafts, context.divisions);
  if (isSenderUnclear) complaints.push({ code: 'IMPORT_SENDER_UNCLEAR', field: 'sender' });
  const id = context.nextId();
  const items = itemColumnsOf(itemsIn(counted));
  const sale = saleColumnsOf(saleOfRows(counted));
  const times = timesOf(drafts);
  return {
    ...untouchedOrder,
    id,
    orderKey: group.key,
    orderNo: group.orderNo,
    source: context.source,
    shop: first.shop,
    state: complaints.length === 0 ? 'ready' : 'needs-review',
    receiverName: reading.name,
    receiverPhone: reading.phone,
    receiverPhoneTail: phoneTail(reading.phone),
    receiverExtension: reading.extension,
    province: reading.province,
    city: reading.city,
    district: reading.district,
    town: reading.town,
    detail: reading.detail,
    receiverColumnsJson: writeReceiverColumns(first.receiver),
    itemsJson: items.itemsJson,
    goodsText: items.goodsText,
    quantity: items.quantity,
    weightGrams: totalWeight(counted),
    parcelCount: most(drafts, (draft) => draft.parcelCount),
    codFen: most(drafts, (draft) => draft.codAmountFen),
    insuredFen: most(drafts, (draft) => draft.insuredValueFen),
    buyerRemark: saidBy(drafts, (draft) => draft.buyerRemark),
    sellerRemark: saidBy(drafts, (draft) => draft.sellerRemark),
    carrier: first.carrier,
    wishesJson: writeWishes(wishes),
    wishesMark: wishesMarkOf(drafts),
    confidence: reading.confidence.overall,
    addressKey: complaints.length === 0 ? id : (reviewKey(reading) ?? id),
    complaintsJson: JSON.stringify(complaints),
    errorCode: complaints[0]?.code ?? '',
    contentHash: contentHash(group.rowHashes),
    importId: context.importId,
    createdAt: context.now,
    updatedAt: context.now,
    stopCode: stopCodeOf(complaints) ?? '',
    paidAt: times.paidAt,
    shipBy: times.shipBy,
    promisedAt: times.promisedAt,
    buyer: sale.buyer,
    originalNo: sale.originalNo,
    saleJson: sale.saleJson,
  };
}

const noRule: RepeatRule = { layout: '', answer: null };

// Nearly every order has one row, and gets its answer here without a list: the engine compiles a function anew for each kind of list, and
// each list is garbage.

function itemsIn(drafts: readonly OrderDraft[]): readonly OrderItem[] {
  return drafts.length === 1 ? (drafts[0] as OrderDraft).items : drafts.flatMap((draft) => draft.items);
}

function saidBy(drafts: readonly OrderDraft[], read: (draft: OrderDraft) => string): string {
  return drafts.length === 1 ? read(drafts[0] as OrderDraft) : distinct(drafts.map(read));
}

/** How much less the order would weigh if identical rows counted once. */
function savedGrams(group: DraftGroup, rule: RepeatRule): number {
  const once = totalWeight(countedDrafts(group, { layout: '', answer: 'once' }));
  return (totalWeight(countedDrafts(group, rule)) ?? 0) - (once ?? 0);
}

const issueFields: Readonly<Partial<Record<AddressIssue, string>>> = {
  missing_phone: 'phone',
  phone_invalid: 'phone',
  extension_uncertain: 'phone',
  two_phones: 'phone',
  name_missing: 'name',
  name_uncertain: 'name',
  detail_missing: 'detail',
  masked: 'receiver',
};

/** The same complaint in several rows of an order is shown once. */
function once(drafts: readonly OrderDraft[]): OrderComplaint[] {
  const seen = new Map<string, OrderComplaint>();
  for (const complaint of drafts.flatMap((draft) => draft.complaints)) {
    const key = JSON.stringify(complaint);
    if (!seen.has(key)) seen.set(key, complaint);
  }
  return [...seen.values()];
}

/** The amount to collect may be on one row of the order or on all. */
function saidOfAll(drafts: readonly OrderDraft[]): OrderComplaint[] {
  const isAmountKnown = most(drafts, (draft) => draft.codAmountFen) > 0;
  return once(drafts).filter(({ code }) => !isAmountKnown || code !== 'IMPORT_COD_NO_AMOUNT');
}

/** Codes that need no person, or that the row itself already has: further problems of a hidden text are no news. */
function isKnown(issue: AddressIssue, complaints: readonly OrderComplaint[]): boolean {
  if (issue === 'extension_present' || issue === 'old_name_corrected') return true;
  // For an address abroad neither region nor phone can be checked.
  if (complaints.some(({ code }) => code === 'IMPORT_ABROAD')) return true;
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

/** Codes after which nothing more is said about the receiver. */
const sayingAll: readonly string[] = [...maskCodes, 'IMPORT_ABROAD'];

/** What a person must check: complaints of the rows, an address not understood well enough, rows that repeat others. */
function complaintsFor(
  group: DraftGroup,
  reading: ReceiverReading,
  { minConfidence, repeats = noRule }: OrderRowContext,
): OrderComplaint[] {
  const { drafts } = group;
  const complaints = drafts.length === 1 ? [...(drafts[0]?.complaints ?? [])] : saidOfAll(drafts);
  if (reading.status !== 'ok' || reading.confidence.overall < minConfidence)
    complaints.push(...doubtsAbout(reading, complaints));
  complaints.push(...rowDifferences(drafts));
  if (group.repeats.includes('identical'))
    complaints.push(...repeatQuestion(group, repeats, savedGrams(group, repeats)));
  return complaints;
}

function doubtsAbout(reading: ReceiverReading, complaints: readonly OrderComplaint[]): OrderComplaint[] {
  const issues = reading.issues.filter((issue) => !isKnown(issue, complaints));
  const doubts: OrderComplaint[] = issues.map((issue) => ({
    code: addressIssueCode(issue),
    field: issueFields[issue] ?? 'address',
  }));
  const isSaid = doubts.length > 0 || complaints.some(({ code }) => sayingAll.includes(code));
  return isSaid ? doubts : [{ code: 'ADDRESS_UNCERTAIN', field: 'address' }];
}

function most(drafts: readonly OrderDraft[], read: (draft: OrderDraft) => number): number {
  let highest = -Infinity;
  for (const draft of drafts) highest = Math.max(highest, read(draft));
  return highest;
}

/** The same weight on every row is the order's, repeated (merged cells, exports by item); different ones are the items'. */
function totalWeight(drafts: readonly OrderDraft[]): number | null {
  if (drafts.length === 1) return (drafts[0] as OrderDraft).weightGrams;
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
 * Equal for orders whose receivers are understood identically to the last character, whatever their layout: one decision is right for all
 * of them. Null when too little was understood.
 */
function reviewKey(receiver: Party): string | null {
  const { name, phone, extension, province, city, district, town, detail } = receiver;
  if (detail === '' || (name === '' && phone === '')) return null;
  const parts = [name, phone, extension, province, city, district, town, detail];
  return createHash('sha1').update(parts.join('\n')).digest('base64').slice(0, 16);
}
