import type { CanonicalField } from '../profiles/headerSpellings.ts';
import type { Judgement } from './judgement.ts';
import type { RowCells } from './rowCells.ts';

/** Texts that are kept and printed or written back, with the order's field that a complaint names. */
const keptTexts: readonly (readonly [CanonicalField, string])[] = [
  ['goodsName', 'items'],
  ['goodsShortName', 'items'],
  ['sku', 'items'],
  ['newSku', 'items'],
  ['skuCode', 'items'],
  ['goodsCode', 'items'],
  ['buyerRemark', 'buyerRemark'],
  ['sellerRemark', 'sellerRemark'],
  ['shop', 'shop'],
  ['waybillNo', 'waybillNo'],
];
/** Programs write `?` for a character their encoding does not have; beside a Chinese character nobody types one. */
const lostCharacter = /[\u3400-\u9fff]\?|\?[\u3400-\u9fff]|^\?+$/;
const receiverTexts: readonly (readonly [CanonicalField, string])[] = [
  ['receiverName', 'name'],
  ['addressDetail', 'address'],
  ['fullAddress', 'address'],
];

/** Characters that another program lost are never stored without a word. The receiver's marked cells are judged elsewhere. */
export function judgeTexts(cells: RowCells, judgement: Judgement): void {
  for (const [field, named] of receiverTexts) {
    if (lostCharacter.test(cells.text(field))) judgement.ask('IMPORT_TEXT_DAMAGED', named);
  }
  if (!cells.row.cells.some((cell) => cell.isDamaged === true)) return;
  const asked = new Set<string>();
  for (const [field, named] of keptTexts) {
    if (asked.has(named) || !cells.texts(field).some((text) => /\uFFFD|锟斤拷/.test(text))) continue;
    asked.add(named);
    judgement.ask('IMPORT_TEXT_DAMAGED', named);
  }
}
