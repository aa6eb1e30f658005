/**
 * Why nothing of a field is kept. `personal`: of a person, and no parcel needs it · `told`: the shop says it already · `coded`: the
 * platform's own numbers of goods, which the merchant's codes tell apart as well · `made`: comes of booking and shipping here ·
 * `wholeOrder`: the order's amount is kept instead · `unused`: no carrier and no label takes it.
 */
const unstoredReasons = ['personal', 'told', 'coded', 'made', 'wholeOrder', 'unused'] as const;
export type UnstoredReason = (typeof unstoredReasons)[number];

/**
 * Fields that a column may mean and that nothing of is kept: known, so that nobody takes such a column for something else. Each is
 * shown as not stored, with the reason, wherever a column can be given to it.
 */
export const unstoredFields: ReadonlyMap<string, UnstoredReason> = new Map([
  ['platform', 'told'],
  ['shopId', 'told'],
  ['buyerPhone', 'personal'],
  ['receiverCompany', 'unused'],
  ['receiverIdName', 'personal'],
  ['receiverIdNo', 'personal'],
  ['buyerEmail', 'personal'],
  ['goodsId', 'coded'],
  ['skuId', 'coded'],
  ['price', 'wholeOrder'],
  ['shipTime', 'made'],
  ['sorting', 'made'],
]);
