import { wishFields } from '../../../shared/domain/intake/orderWishes.ts';
import type { FieldChange, OrderComplaint } from '../../../shared/domain/order.ts';
import type { OrderDraft } from '../../imports/kit/orderDraft.ts';
import type { OrderPatch } from '../../store/orders/orderRepository.ts';
import type { Order } from '../../store/schema.ts';
import { itemsOf, receiverColumnsOf, receiverOf } from '../orders/order.ts';
import { wishesOf, wishTexts } from '../orders/wishes.ts';
import { comparedItems } from './groupDrafts.ts';

export interface OrderDifference {
  readonly fields: readonly FieldChange[];
  /** Columns that are written when the newer content is accepted. */
  readonly patch: OrderPatch;
}

const receiverFields = {
  name: 'receiverName',
  phone: 'receiverPhone',
  extension: 'receiverExtension',
  province: 'province',
  city: 'city',
  district: 'district',
  town: 'town',
  detail: 'detail',
} as const;

const ownFields = {
  weightGrams: 'weightGrams',
  parcelCount: 'parcelCount',
  codAmountFen: 'codFen',
  insuredValueFen: 'insuredFen',
  buyerRemark: 'buyerRemark',
  sellerRemark: 'sellerRemark',
  carrier: 'carrier',
} as const;

/**
 * The differences of a newer file. A receiver that a person corrected stays as long as the file has not changed it; null: no difference
 * that matters.
 */
export function orderDifference(stored: Order, fresh: Order): OrderDifference | null {
  const fields: FieldChange[] = [];
  let patch: OrderPatch = {};
  if (stored.receiverColumnsJson !== fresh.receiverColumnsJson) {
    const differing = differences(stored, fresh, receiverFields);
    if (differing.length > 0) {
      fields.push(...differing);
      patch = { ...patch, ...receiverPatch(fresh) };
    }
  }
  if (!hasSameGoods(stored, fresh)) {
    fields.push({ field: 'items', before: stored.goodsText, after: fresh.goodsText });
    patch = { ...patch, ...itemsPatch(fresh) };
  }
  for (const change of differences(stored, fresh, ownFields)) {
    const column = ownFields[change.field as keyof typeof ownFields];
    fields.push(change);
    patch = { ...patch, [column]: fresh[column] };
  }
  const wishes = otherWishes(stored, fresh);
  if (wishes.length > 0) {
    fields.push(...wishes);
    patch = { ...patch, wishesJson: fresh.wishesJson, wishesMark: fresh.wishesMark };
  }
  return fields.length === 0 ? null : { fields, patch: { ...patch, contentHash: fresh.contentHash } };
}

/** A person's wishes stay as long as the file has not changed them. */
function otherWishes(stored: Order, fresh: Order): FieldChange[] {
  if (stored.wishesMark === '' || stored.wishesMark === fresh.wishesMark) return [];
  const [before, after] = [wishTexts(wishesOf(stored)), wishTexts(wishesOf(fresh))];
  return wishFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

function hasSameGoods(stored: Order, fresh: Order): boolean {
  if (stored.itemsJson === fresh.itemsJson) return true;
  const [before, after] = [comparedItems(itemsOf(stored)), comparedItems(itemsOf(fresh))];
  return JSON.stringify(before) === JSON.stringify(after);
}

function differences(
  stored: Order,
  fresh: Order,
  columns: Readonly<Record<string, keyof Order>>,
): FieldChange[] {
  return Object.entries(columns)
    .filter(([, column]) => stored[column] !== fresh[column])
    .map(([field, column]) => ({
      field,
      before: String(stored[column] ?? ''),
      after: String(fresh[column] ?? ''),
    }));
}

/** The receiver with its assessment: how well it was understood, and what a person must check. */
function receiverPatch(fresh: Order): OrderPatch {
  return {
    ...receiverColumnsOf(receiverOf(fresh)),
    receiverText: fresh.receiverText,
    receiverColumnsJson: fresh.receiverColumnsJson,
    confidence: fresh.confidence,
    complaintsJson: fresh.complaintsJson,
    errorCode: fresh.errorCode,
  };
}

function itemsPatch({ itemsJson, goodsText, quantity }: Order): OrderPatch {
  return { itemsJson, goodsText, quantity };
}

/** Fields that must agree in all rows of one order, by their displayed names. */
const sharedByRows: Readonly<Record<string, (draft: OrderDraft) => string>> = {
  name: ({ receiver }) => receiver.name,
  phone: ({ receiver }) => receiver.phone || receiver.tel,
  address: ({ receiver }) =>
    [receiver.region, receiver.province, receiver.city, receiver.district, receiver.address, receiver.oneLine]
      .join('')
      .replace(/\s/g, ''),
  carrier: ({ carrier }) => carrier,
  sender: ({ sender }) => (sender === null ? '' : Object.values(sender).join('').replace(/\s/g, '')),
  product: ({ wishes }) => wishes?.product ?? '',
  payment: ({ wishes }) => wishes?.payment ?? '',
  codAmountFen: ({ codAmountFen }) => (codAmountFen === 0 ? '' : String(codAmountFen)),
  insuredValueFen: ({ insuredValueFen }) => (insuredValueFen === 0 ? '' : String(insuredValueFen)),
};

/** Rows of one order that contradict each other; a blank contradicts nothing. */
export function rowDifferences(drafts: readonly OrderDraft[]): OrderComplaint[] {
  if (drafts.length === 1) return [];
  const fields = Object.entries(sharedByRows)
    .filter(([, read]) => new Set(drafts.map(read).filter((text) => text !== '')).size > 1)
    .map(([field]) => field);
  const [first] = fields;
  if (first === undefined) return [];
  return [{ code: 'IMPORT_ROWS_DIFFER', field: first, params: { field: fields.join(', ') } }];
}
