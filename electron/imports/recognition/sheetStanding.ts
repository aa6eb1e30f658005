/**
 * What the tab of a sheet says of the orders on it. A workbook is often the shop's memory: beside 待发货 stand 已发货, 作废, 退货, and
 * last month is hidden.
 */
export type SheetStanding = 'orders' | 'not-to-ship' | 'hidden';

const notToShip =
  /售后|退款|退货(?!地址)|退单|退件|退换|作废|废单|取消|撤单|已关闭|交易关闭|已发|已寄|已出库|已签收|已完成|不发货|暂不发|先不发|存档|归档|历史/;
const notToShipInEnglish =
  /\b(?:refunds?|refunded|cancell?ed|returns?|returned|void(?:ed)?|shipped|archived?|history)\b/i;
/** 已发未发, 待发（已发的划掉）: the sheet holds both, and its rows say which. */
const toShip = /[待未][发寄]|可发|要发/;

export function sheetStanding({ name, isHidden }: { name: string; isHidden?: boolean }): SheetStanding {
  if (isHidden === true) return 'hidden';
  if (toShip.test(name)) return 'orders';
  return notToShip.test(name) || notToShipInEnglish.test(name) ? 'not-to-ship' : 'orders';
}
