import { cleanCellText } from '../kit/cleanCellText.ts';
import type { TableRow } from '../kit/tableFormat.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';
import { exactField } from '../recognition/headerDictionary.ts';

/** Instruction and example rows stand right under the header. */
const INSTRUCTION_ROWS = 3;
const instruction = /必填|选填|max=|最多\d+|不超过\d+|^示例|^例[:：如]|^填写说明|^说明[:：]/;
const totalWord = /^(?:合计|总计|小计|汇总|共计|total|subtotal)(?:[:：].*)?$/i;

/** Tells rows of orders from what else stands in a sheet: instructions under the header, repeated headers, totals. */
export function orderRowTest(headerRowNumber: number): (row: TableRow) => boolean {
  let instructionsUntil = headerRowNumber === 0 ? 0 : headerRowNumber + INSTRUCTION_ROWS;
  return (row) => {
    const texts = row.cells.map((cell) => cleanCellText(cell.text)).filter((text) => text !== '');
    const first = texts[0];
    if (first === undefined || totalWord.test(first)) return false;
    if (row.rowNumber <= instructionsUntil) {
      if (texts.some((text) => instruction.test(text))) return false;
      instructionsUntil = 0;
    }
    const spellings = texts.filter((text) => text.length <= 24 && exactField(normaliseHeader(text)) !== null);
    return spellings.length < 2 || spellings.length * 2 < texts.length;
  };
}
