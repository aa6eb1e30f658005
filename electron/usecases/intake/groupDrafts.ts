import * as crypto from 'node:crypto';
import { createHash } from 'node:crypto';
import type { OrderItem } from '../../../shared/domain/order.ts';
import { isStrongOrderNo } from '../../../shared/rules/orderCode.ts';
import type { OrderDraft } from '../../imports/kit/orderDraft.ts';
import type { ReceiverReading, Understanding } from './reading/orderSource.ts';
import type { RowRepeat } from './repeatedRows.ts';

/** All rows of a file that belong to one order. */
export interface DraftGroup {
  readonly key: string;
  readonly orderNo: string;
  readonly drafts: OrderDraft[];
  /** Hash of each row's content, unordered: re-sorted rows are the same order. */
  readonly rowHashes: string[];
  /** Which of the rows repeats an earlier one, in the order of `drafts`. */
  readonly repeats: RowRepeat[];
  /** The first row's; undefined: not understood yet. */
  reading: ReceiverReading | undefined;
}

/**
 * Its order has been built: rows held until the whole batch is stored would survive into the old generation, where collecting them is
 * expensive.
 */
export function letGo(group: DraftGroup): void {
  group.drafts.length = 0;
  group.rowHashes.length = 0;
  group.repeats.length = 0;
  group.reading = undefined;
}

/** Picture addresses change, and gift marks were not always stored: neither makes it a different order. */
export function comparedItems(items: readonly OrderItem[]) {
  return items.map(({ name, sku, skuCode, quantity }) => ({ name, sku, skuCode, quantity }));
}

/** The content of a row, without its position or the platform's order status. */
export function rowHash(draft: OrderDraft): string {
  const content = [
    draft.receiver,
    comparedItems(draft.items),
    draft.weightGrams,
    draft.parcelCount,
    draft.codAmountFen,
    draft.insuredValueFen,
    draft.buyerRemark,
    draft.sellerRemark,
    draft.carrier,
  ];
  return sha1(JSON.stringify(content));
}

/** A single call where Node has it (since 20.12), in half the time of a hash object; the compatibility runtime does not. */
const sha1: (text: string) => string =
  'hash' in crypto
    ? (text) => crypto.hash('sha1', text, 'hex')
    : (text) => createHash('sha1').update(text).digest('hex');

export function contentHash(rowHashes: readonly string[]): string {
  if (rowHashes.length === 1) return rowHashes[0] ?? '';
  return createHash('sha1')
    .update([...rowHashes].sort().join())
    .digest('hex');
}

/** Identifies the order of a numbered row: a weak number only counts within its shop. */
export function draftKey({ orderNo, shop }: Pick<OrderDraft, 'orderNo' | 'shop'>): string {
  return shop === '' || isStrongOrderNo(orderNo) ? orderNo : `${orderNo} @ ${shop}`;
}

/** The number of a row that has none, by its content. */
export const contentNumber = (hash: string): string => `A${hash.slice(0, 12).toUpperCase()}`;
export const isContentNumber = (orderNo: string): boolean => /^A[\dA-F]{12}(?:-\d+)?$/.test(orderNo);

/**
 * Gives each row the identity of its order. Rows of one order number are one order; rows without a number are
 * orders of their own, numbered by their content, so that the same file gives the same numbers again. Of two equal
 * rows without a number the second is a parcel of its own only by a person's word. A further line belongs to the row above it.
 */
export function createDraftGrouper() {
  const timesSeen = new Map<string, number>();
  let lastOwnNo = '';
  return (draft: OrderDraft, understanding?: Understanding): DraftGroup => {
    const hash = understanding?.rowHash ?? rowHash(draft);
    const reading = understanding?.reading;
    if (draft.orderNo !== '') return groupOf(draftKey(draft), draft.orderNo, draft, hash, reading);
    if (draft.isContinuation === true) return groupOf(lastOwnNo, lastOwnNo, draft, hash, reading);
    const times = (timesSeen.get(hash) ?? 0) + 1;
    timesSeen.set(hash, times);
    const orderNo = `${contentNumber(hash)}${times > 1 ? `-${times}` : ''}`;
    lastOwnNo = orderNo;
    return groupOf(orderNo, orderNo, times > 1 ? askedTwice(draft) : draft, hash, reading);
  };
}

/** Two equal rows may be two parcels or one row pasted twice: nobody but a person knows, so the second one waits. */
function askedTwice(draft: OrderDraft): OrderDraft {
  const question = { code: 'IMPORT_SAME_ROW', field: 'row' };
  return { ...draft, verdict: 'ask', complaints: [...draft.complaints, question] };
}

function groupOf(
  key: string,
  orderNo: string,
  draft: OrderDraft,
  hash: string,
  reading: ReceiverReading | undefined,
): DraftGroup {
  return { key, orderNo, drafts: [draft], rowHashes: [hash], repeats: ['no'], reading };
}

/** A weak number may have got the same key as another row's number. */
export function joinAlike(groups: readonly DraftGroup[]): DraftGroup[] {
  const byKey = new Map<string, DraftGroup>();
  for (const group of groups) {
    const earlier = byKey.get(group.key);
    if (earlier === undefined) byKey.set(group.key, group);
    else joinGroup(earlier, group);
  }
  return [...byKey.values()];
}

/** The rows of `later` behind those of `into`. */
export function joinGroup(into: DraftGroup, later: DraftGroup): void {
  into.drafts.push(...later.drafts);
  into.rowHashes.push(...later.rowHashes);
  into.repeats.push(...later.repeats);
}
