import type { LabelDocument, LabelParty } from '../../../shared/domain/printing/labelDocument.ts';
import type { LabelVariable } from '../../../shared/domain/printing/labelTemplate.ts';
import { shopMinute } from '../../../shared/rules/shopTime.ts';

/** What each variable says on this label; empty where it has nothing to say. The document is clean already. */
export function labelVariableValues(document: LabelDocument): Readonly<Record<LabelVariable, string>> {
  const { goods, serial, parcel, reprintNo } = document;
  const printTime = formatPrintTime(document.printedAt);
  return {
    orderNo: document.orderNo,
    waybillNo: document.waybillNo,
    shop: document.shop ?? '',
    goods: goods.map(({ name, quantity }) => `${name} ×${quantity}`).join('\n'),
    goodsCount: goodsTotal(goods),
    remark: document.remark,
    merchantText: document.merchantText,
    serial: serial === null ? '' : `${serial.no}/${serial.total}`,
    parcel: parcel ? `${parcel.no}/${parcel.total}` : '',
    printTime,
    printDate: printTime.slice(0, 10),
    carrierName: document.carrierName,
    productName: document.productName ?? '',
    sortCode: document.sortCode,
    packageName: document.packageName,
    receiverName: document.receiver.name,
    codAmount: formatYuan(document.codAmountFen ?? 0),
    insuredAmount: formatYuan(document.insuredValueFen ?? 0),
    reprintMark: reprintNo > 0 ? `补打${reprintNo}` : '',
  };
}

/** A municipality is province and city at once and is printed once. Names in other letters than hanzi stand apart. */
export function addressOf({ province, city, district, detail }: LabelParty): string {
  const divisions = [province, city === province ? '' : city, district].filter((name) => name !== '');
  const region = divisions.reduce(
    (before, name) => (isWestern.test(before) || isWestern.test(name) ? `${before} ${name}` : before + name),
    '',
  );
  return `${region.trim()}${detail && ` ${detail}`}`.trim();
}

const isWestern = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;

/** `共 2 种 5 件`; empty without goods. */
export function goodsTotal(goods: LabelDocument['goods']): string {
  const pieces = goods.reduce((sum, { quantity }) => sum + quantity, 0);
  return goods.length === 0 ? '' : `共 ${goods.length} 种 ${pieces} 件`;
}

/** `2026-11-25 14:03` in Asia/Shanghai. */
export function formatPrintTime(utcMs: number): string {
  return shopMinute(utcMs);
}

/** `¥1280.50`; empty for nothing. */
export function formatYuan(amountFen: number): string {
  return amountFen > 0 ? `¥${(amountFen / 100).toFixed(2)}` : '';
}
