import type { LabelDocument, LabelParty } from '../../../shared/domain/printing/labelDocument.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { LabelFont, LabelFonts } from '../painter/labelFont.ts';
import { cleanLines, cleanText, replaceUndrawable } from '../text/cleanText.ts';

/** These texts of a record, cleaned. */
function cleaned<Key extends string>(
  texts: Readonly<Partial<Record<NoInfer<Key>, string>>>,
  ...names: readonly Key[]
): Record<Key, string> {
  return Object.fromEntries(names.map((name) => [name, cleanText(texts[name] ?? '')])) as Record<Key, string>;
}

const cleanParty = (party: LabelParty): LabelParty =>
  cleaned(party, 'name', 'phone', 'province', 'city', 'district', 'detail');

/** Each text a parcel cannot arrive without, with the name of its field; the waybill number is checked as a barcode. */
function printedTexts(document: LabelDocument): [field: string, text: string][] {
  const party = (role: string, { name, phone, province, city, district, detail }: LabelParty) =>
    [
      [`${role}.name`, name],
      [`${role}.phone`, phone],
      [`${role}.address`, province + city + district + detail],
    ] as [string, string][];
  return [
    ['carrierName', document.carrierName],
    ['productName', document.productName ?? ''],
    ['shortCode', document.shortCode ?? ''],
    ['motherWaybillNo', document.parcel?.motherWaybillNo ?? ''],
    ['orderNo', document.orderNo],
    ['sortCode', document.sortCode],
    ['packageCode', document.packageCode],
    ['packageName', document.packageName],
    ...party('receiver', document.receiver),
    ...party('sender', document.sender),
  ];
}

/**
 * The document with drawable text only. In names, addresses and codes a character the font lacks is an error, never a
 * box on a parcel: `LABEL_GLYPH_MISSING` names its code point and field, not the text. In remark, goods and the
 * merchant's text it becomes `□`: an emoji there must not hold a parcel up.
 */
export function cleanDocument(document: LabelDocument, fonts: LabelFonts): Outcome<LabelDocument> {
  const freeText = (text: string): string => replaceUndrawable(cleanText(text), fonts);
  const clean: LabelDocument = {
    ...document,
    ...cleaned(document, 'carrierName', 'orderNo', 'sortCode', 'packageCode', 'packageName'),
    ...cleaned(document, 'productName', 'shortCode'),
    waybillNo: document.waybillNo.trim(),
    sender: cleanParty(document.sender),
    receiver: cleanParty(document.receiver),
    goods: document.goods.map((item) => ({ name: freeText(item.name), quantity: item.quantity })),
    remark: freeText(document.remark),
    merchantText: replaceUndrawable(cleanLines(document.merchantText), fonts),
    shop: freeText(document.shop ?? ''),
    parcel: document.parcel
      ? { ...document.parcel, motherWaybillNo: cleanText(document.parcel.motherWaybillNo) }
      : null,
  };
  for (const [field, text] of printedTexts(clean)) {
    const codePoint = findMissingGlyph(fonts.regular, text) ?? findMissingGlyph(fonts.bold, text);
    if (codePoint !== null) return failure('LABEL_GLYPH_MISSING', { codePoint, field });
  }
  return done(clean);
}

/** The first character the font cannot draw as `U+1F600`, or null. The text itself is personal data. */
function findMissingGlyph(font: LabelFont, text: string): string | null {
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    if (character !== '\n' && !font.has(codePoint)) {
      return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    }
  }
  return null;
}
