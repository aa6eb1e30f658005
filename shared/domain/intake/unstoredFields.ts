/**
 * Fields that a column may mean and that nothing of is kept: known, so that nobody takes such a column for something else. Each is
 * shown as not stored wherever a column can be given to it.
 */
export const unstoredFields: ReadonlySet<string> = new Set([
  'origOrderNo',
  'platform',
  'shopId',
  'buyer',
  'buyerPhone',
  'receiverCompany',
  'receiverIdName',
  'receiverIdNo',
  'country',
  'goodsId',
  'skuId',
  'price',
  'amount',
  'flag',
  'orderTime',
  'shipTime',
  'warehouse',
  'sorting',
  'oaid',
  'buyerEmail',
]);
