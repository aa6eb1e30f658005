import { cleanCellText } from '../kit/cellText.ts';
import type { TableRow } from '../kit/tableFormat.ts';
import { headerKey } from '../recognition/findHeaderRow.ts';
import { isWaybillText, readFen } from './billCells.ts';
import { billFieldOf } from './billHeaders.ts';
import type { BillOptions } from './recogniseBill.ts';

/** Names of the columns, and the last row they stand in. */
export interface BillHeader {
  readonly rowNumber: number;
  readonly headers: readonly string[];
}

const headerWithin = 25;
const longestName = 24;

const textsOf = (row: TableRow): string[] => row.cells.map(({ text }) => cleanCellText(text));

function knownFields(headers: readonly string[]): number {
  const fields = new Set(headers.map((text) => billFieldOf(text)?.field));
  fields.delete(undefined);
  return fields.size;
}

/** Rows whose names were mapped before, else those with the most known names; two at least. */
export function findBillHeader(
  rows: readonly TableRow[],
  { remembered, columns, isPreview }: BillOptions,
): BillHeader | null {
  const isAsked = columns !== undefined || isPreview === true;
  const named = (row: TableRow) => row.cells.filter(({ text }) => /\p{L}/u.test(text)).length >= 2;
  const head = rows.slice(0, headerWithin);
  const first = isAsked ? head.find(named) : undefined;
  let best: BillHeader | null =
    first === undefined ? null : { rowNumber: first.rowNumber, headers: textsOf(first) };
  let most = isAsked ? 0 : 1;
  for (const [index, row] of head.entries()) {
    for (const header of headersAt(row, head[index + 1])) {
      if (remembered?.has(headerKey(header.headers)) === true) return header;
      const known = knownFields(header.headers);
      if (known <= most) continue;
      most = known;
      best = header;
    }
  }
  return best;
}

/** A row as the header, and with the line below it where that one only names parts of its columns. */
function* headersAt(row: TableRow, below: TableRow | undefined): Generator<BillHeader, void, void> {
  const upper = textsOf(row);
  yield { rowNumber: row.rowNumber, headers: upper };
  if (below === undefined || below.rowNumber !== row.rowNumber + 1) return;
  const lower = textsOf(below);
  if (isSecondLine(upper, lower)) yield { rowNumber: below.rowNumber, headers: joinedNames(upper, lower) };
}

/** 运费 over three columns and 首重, 续重, 面单费 below it: all names, two or more of them new, one under no name of its own. */
function isSecondLine(upper: readonly string[], lower: readonly string[]): boolean {
  const filled = lower.filter((text) => text !== '');
  const isName = (text: string) =>
    text.length <= longestName && /\p{L}/u.test(text) && !isWaybillText(text) && readFen(text, '') === null;
  if (!filled.every(isName)) return false;
  const parts = lower.filter((text, at) => text !== '' && text !== (upper[at] ?? ''));
  const isUnderTitle = lower.some((text, at) => text !== '' && (upper[at] ?? '') === '');
  return parts.length >= 2 && isUnderTitle && knownFields(joinedNames(upper, lower)) > knownFields(upper);
}

/** 首重 under 运费 is 运费首重 where only both together say what it is; 金额 under 续重 is 续重金额. */
function joinedNames(upper: readonly string[], lower: readonly string[]): string[] {
  let title = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_unused, at) => {
    const [above, below] = [upper[at] ?? '', lower[at] ?? ''];
    if (above !== '') title = above;
    if (below === '' || below === title) return above === '' ? below : above;
    const both = `${title.replace(/[(（][^)）]*[)）]$/, '')}${below}`;
    if (billFieldOf(both)?.isExact === true) return both;
    return billFieldOf(below) === null && billFieldOf(both) !== null ? both : below;
  });
}
