import type { FieldChange } from '../../shared/domain/orderChange.ts';
import type { OrderPatch } from '../store/repositories/orderRepository.ts';
import type { OrdersTable } from '../store/schema.ts';

export interface OrderDifference {
  readonly fields: readonly FieldChange[];
  /** Columns that accepting the newer content writes. */
  readonly patch: OrderPatch;
}

const receiverFields = {
  name: 'receiver_name',
  phone: 'receiver_phone',
  extension: 'receiver_extension',
  province: 'province',
  city: 'city',
  district: 'district',
  town: 'town',
  detail: 'detail',
} as const;

const ownFields = {
  weightGrams: 'weight_grams',
  parcelCount: 'parcel_count',
  codAmountFen: 'cod_fen',
  insuredValueFen: 'insured_fen',
  buyerRemark: 'buyer_remark',
  sellerRemark: 'seller_remark',
  carrier: 'carrier',
} as const;

/**
 * What a newer file says otherwise. A receiver that a person corrected stays as long as the file itself says the same of it as
 * before; null: nothing that matters differs.
 */
export function orderDifference(stored: OrdersTable, fresh: OrdersTable): OrderDifference | null {
  const fields: FieldChange[] = [];
  let patch: OrderPatch = {};
  if (stored.receiver_columns_json !== fresh.receiver_columns_json) {
    const differing = differences(stored, fresh, receiverFields);
    if (differing.length > 0) {
      fields.push(...differing);
      patch = { ...patch, ...receiverPatch(fresh) };
    }
  }
  if (stored.items_json !== fresh.items_json) {
    fields.push({ field: 'items', before: stored.goods_text, after: fresh.goods_text });
    patch = { ...patch, ...itemsPatch(fresh) };
  }
  for (const change of differences(stored, fresh, ownFields)) {
    const column = ownFields[change.field as keyof typeof ownFields];
    fields.push(change);
    patch = { ...patch, [column]: fresh[column] };
  }
  return fields.length === 0 ? null : { fields, patch: { ...patch, content_hash: fresh.content_hash } };
}

function differences(
  stored: OrdersTable,
  fresh: OrdersTable,
  columns: Readonly<Record<string, keyof OrdersTable>>,
): FieldChange[] {
  return Object.entries(columns)
    .filter(([, column]) => stored[column] !== fresh[column])
    .map(([field, column]) => ({
      field,
      before: String(stored[column] ?? ''),
      after: String(fresh[column] ?? ''),
    }));
}

/** The receiver with what is said of it: how well it was understood, and what a person must look at. */
function receiverPatch(fresh: OrdersTable): OrderPatch {
  return {
    receiver_name: fresh.receiver_name,
    receiver_phone: fresh.receiver_phone,
    receiver_phone_tail: fresh.receiver_phone_tail,
    receiver_extension: fresh.receiver_extension,
    province: fresh.province,
    city: fresh.city,
    district: fresh.district,
    town: fresh.town,
    detail: fresh.detail,
    receiver_text: fresh.receiver_text,
    receiver_columns_json: fresh.receiver_columns_json,
    confidence: fresh.confidence,
    complaints_json: fresh.complaints_json,
    error_code: fresh.error_code,
  };
}

function itemsPatch({ items_json, goods_text, quantity }: OrdersTable): OrderPatch {
  return { items_json, goods_text, quantity };
}
