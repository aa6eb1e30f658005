import { cleanCellText } from '../kit/cellText.ts';
import type { TableRow } from '../kit/tableFormat.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';
import { exactField } from './headerDictionary.ts';

/** Instruction and example rows stand right under the header. */
const instructionRows = 3;
const longestHeader = 24;
const instruction = /必填|选填|max=|最多\d+|不超过\d+|^示例|^例[:：如]|^填写说明|^说明[:：]/;
const example = /^示例|^例[:：如]/;
const remarkHeader = /备注|留言|附言|说明|remark|note|message|memo|comment/i;
const totalWord = /^(?:合计|总计|小计|汇总|共计|总数|总共|合共|本页合计|大写|total|subtotal)(?:[:：].*)?$/i;
/** Who made a list and who checked it, below it: 制单人：小王. */
const signature =
  /^(?:制[单表]|审[核批]|复核|经[办手]|打印|填[表单]|负责|签[字收]|日期)[人员者]?(?:日期|时间|签[字名])?\s*[:：]/;

function isHeaderText(text: string): boolean {
  return text.length <= longestHeader && !/^\d/.test(text) && exactField(normaliseHeader(text)) !== null;
}

/** A row of sums fills a few cells only, one of them with the word for it, wherever its column stands. */
function isTotal({ cells }: TableRow, width: number): boolean {
  let filled = 0;
  for (const { text } of cells) if (text !== '') filled += 1;
  if (filled > Math.max(3, width / 3)) return false;
  return cells.some(({ text }) => text.length <= longestHeader && totalWord.test(cleanCellText(text)));
}

function isSame(text: string, header: string | undefined): boolean {
  return (
    text !== '' &&
    header !== undefined &&
    header !== '' &&
    (text === header || cleanCellText(text) === header)
  );
}

function filledTexts(row: TableRow): string[] {
  return row.cells.map((cell) => cleanCellText(cell.text)).filter((text) => text !== '');
}

const hasNumber = (texts: readonly string[]): boolean => texts.some((text) => /\d{7}/.test(text));

/** Whoever signs a list has no phone in that row. */
function isSigned(row: TableRow, first: string): boolean {
  return signature.test(first) && !hasNumber(filledTexts(row));
}

/** An order has a number or a phone, and its buyer may write 最多3天送到: only what calls itself an example outside the notes is one then. */
function isInstruction(row: TableRow, headers: readonly string[]): boolean {
  const texts = filledTexts(row);
  if (!texts.some((text) => instruction.test(text))) return false;
  if (!hasNumber(texts)) return true;
  return row.cells.some(
    ({ text }, index) => example.test(cleanCellText(text)) && !remarkHeader.test(headers[index] ?? ''),
  );
}

function firstText(row: TableRow): string | null {
  for (const cell of row.cells) {
    const text = cleanCellText(cell.text);
    if (text !== '') return text;
  }
  return null;
}

/** Most rows are told apart by their first cells: the rest is not looked at. */
function isOwnHeader({ cells }: TableRow, headers: readonly string[]): boolean {
  const start = cells.findIndex(({ text }) => text !== '');
  if (!isSame(cells[start]?.text ?? '', headers[start])) return false;
  const filled = cells.filter(({ text }) => text !== '').length;
  const same = cells.filter(({ text }, index) => isSame(text, headers[index])).length;
  return same >= 2 && same * 2 >= filled;
}

/** Half of the filled cells are column names: the header once more, or its second line in field names. */
function isRepeatedHeader(row: TableRow, first: string, headers: readonly string[]): boolean {
  if (isOwnHeader(row, headers)) return true;
  if (!isHeaderText(first)) return false;
  const texts = filledTexts(row);
  const names = texts.filter(isHeaderText);
  return names.length >= 2 && names.length * 2 >= texts.length;
}

/** Tells rows of orders from what else stands in a sheet: instructions under the header, repeated headers, totals, signatures. */
export function orderRowTest(
  headerRowNumber: number,
  headers: readonly string[],
): (row: TableRow) => boolean {
  let instructionsUntil = headerRowNumber === 0 ? 0 : headerRowNumber + instructionRows;
  return (row) => {
    const first = firstText(row);
    if (first === null || totalWord.test(first) || isTotal(row, headers.length)) return false;
    if (isSigned(row, first)) return false;
    if (row.rowNumber <= instructionsUntil) {
      if (isInstruction(row, headers)) return false;
      instructionsUntil = 0;
    }
    return !isRepeatedHeader(row, first, headers);
  };
}
