import type { LabelDocument, LabelParty } from '../../../shared/domain/printing/labelDocument.ts';
import type { LabelFonts } from '../painter/labelFont.ts';
import { cleanLines, cleanText, keepEverySign, leaveOutSigns, replaceUndrawable } from '../text/cleanText.ts';

/** A character of a name, an address or a code that the label shows as a box, or leaves out. The text itself is personal data. */
export interface LabelGap {
  readonly field: string;
  /** `U+1F600`. */
  readonly codePoint: string;
}

interface CleanDocument {
  readonly document: LabelDocument;
  /** Empty: everything is on the paper. */
  readonly gaps: readonly LabelGap[];
}

/**
 * The document with drawable text only. Nothing keeps a label from being drawn. An emoji in a name or address is left out; a hanzi no font
 * has, and any character of a code, become a box with their number. Each of them is reported as a gap. In remark, goods and the merchant's
 * text they become `□` without a word: a parcel arrives without them.
 */
export function cleanDocument(document: LabelDocument, fonts: LabelFonts): CleanDocument {
  const gaps: LabelGap[] = [];
  const note = (field: string, { text, missing }: ReturnType<typeof leaveOutSigns>): string => {
    for (const codePoint of missing) gaps.push({ field, codePoint: codePointName(codePoint) });
    return text;
  };
  const code = (field: string, text = ''): string => note(field, keepEverySign(cleanText(text), fonts));
  const party = (role: string, of: LabelParty): LabelParty => {
    const drawable = (field: string, text: string): string =>
      note(`${role}.${field}`, leaveOutSigns(cleanText(text), fonts));
    return {
      ...of,
      name: drawable('name', of.name),
      phone: drawable('phone', of.phone),
      province: drawable('address', of.province),
      city: drawable('address', of.city),
      district: drawable('address', of.district),
      detail: drawable('address', of.detail),
    };
  };
  const freeText = (text: string): string => replaceUndrawable(cleanText(text), fonts);
  const clean: LabelDocument = {
    ...document,
    carrierName: code('carrierName', document.carrierName),
    orderNo: code('orderNo', document.orderNo),
    sortCode: code('sortCode', document.sortCode),
    packageCode: code('packageCode', document.packageCode),
    packageName: code('packageName', document.packageName),
    productName: code('productName', document.productName),
    shortCode: code('shortCode', document.shortCode),
    waybillNo: document.waybillNo.trim(),
    sender: party('sender', document.sender),
    receiver: party('receiver', document.receiver),
    goods: document.goods.map((item) => ({ name: freeText(item.name), quantity: item.quantity })),
    remark: freeText(document.remark),
    merchantText: replaceUndrawable(cleanLines(document.merchantText), fonts),
    shop: freeText(document.shop ?? ''),
    parcel: document.parcel
      ? { ...document.parcel, motherWaybillNo: code('motherWaybillNo', document.parcel.motherWaybillNo) }
      : null,
  };
  return { document: clean, gaps };
}

function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
