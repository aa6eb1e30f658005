import type { ColumnMapping } from '../kit/orderDraft.ts';

/** Tables that are kept beside orders and have addresses and phones, but are no orders. */
export type OtherTable = 'IMPORT_FREIGHT_TABLE' | 'IMPORT_CARRIER_BILL';

/** A table with these columns is a list of orders, whatever else it has. */
const ofOrders: readonly string[] = ['orderNo', 'goodsName', 'sku', 'skuCode', 'items'];

const priceStep = /首重|续重|首费|续费|首公斤|续公斤|首千克|续千克/;
/** A column for each step of weight: 0-0.5kg, 1~2公斤, 3kg内. */
const weightStep = /^\D{0,3}\d+(?:\.\d+)?\s*(?:[-~～至到]\s*\d+(?:\.\d+)?\s*)?(?:kg|公斤|千克)/i;
/** What only a carrier records about a parcel. */
const charged =
  /(?:计费|结算|计重|收费)重量|(?:应收|应付|结算|收取)(?:运费|费用|金额|总额)|(?:面单|派送|中转)费/;

/** By the headers alone: rows of a bill look like orders that have a number already. null: it may be a list of orders. */
export function otherTableOf(mapping: readonly ColumnMapping[]): OtherTable | null {
  if (mapping.some(({ field }) => field !== null && ofOrders.includes(field))) return null;
  const count = (pattern: RegExp) => mapping.filter(({ header }) => pattern.test(header)).length;
  if (count(priceStep) >= 2 || count(weightStep) >= 3) return 'IMPORT_FREIGHT_TABLE';
  const hasWaybill = mapping.some(({ field }) => field === 'waybillNo');
  return hasWaybill && count(charged) > 0 ? 'IMPORT_CARRIER_BILL' : null;
}
