import type { ZipDirectory } from '../../containers/zipDirectory.ts';
import {
  cellTooLong,
  corrupt,
  suspicious,
  type TableRow,
  tableLimits,
  tooManyRows,
} from '../../kit/tableFormat.ts';
import { type CellContext, CellReader, joinTextRuns } from './sheetCells.ts';
import { saysStruck, type XmlBatch, xmlAttribute, xmlElements } from './xmlElements.ts';

/** Last row a spreadsheet program has. */
const lastRow = 1_048_576;

/** Rows with at least one value, numbered as the spreadsheet program numbers them, as many at a time as arrived together. */
export async function* sheetRows(
  batches: AsyncIterable<XmlBatch>,
  context: CellContext,
): AsyncGenerator<readonly TableRow[], void, void> {
  const reader = new CellReader(context);
  let rowNumber = 0;
  let count = 0;
  for await (const batch of batches) {
    const rows: TableRow[] = [];
    reader.begin(batch);
    for (const element of batch.elements) {
      const startTag = element.text.slice(element.start, element.contentStart);
      const written = xmlAttribute(startTag, 'r');
      const previous = rowNumber;
      rowNumber = written === '' ? previous + 1 : Number(written);
      if (!Number.isInteger(rowNumber) || rowNumber < 1 || rowNumber > lastRow) throw corrupt('row number');
      // The number is how a row is named to a person, and merged cells are filled on the way down.
      if (rowNumber <= previous) throw corrupt('row order');
      const cells = reader.read(element, rowNumber);
      if (cells.length === 0) continue;
      count += 1;
      if (count > tableLimits.rows) throw tooManyRows();
      const isHidden = /^(1|true)$/.test(startTag.includes('hidden') ? xmlAttribute(startTag, 'hidden') : '');
      rows.push(isHidden ? { rowNumber, cells, isHidden } : { rowNumber, cells });
    }
    if (rows.length > 0) yield rows;
  }
}

/** 1,000,000 rows with four texts each of their own. Held in memory, so bounded: about 300 MB at the very worst. */
const mostStrings = 4_000_000;
const mostCharacters = 128 * 1024 * 1024;

function checkSize(text: string, count: number, characters: number): void {
  if (text.length > tableLimits.cellCharacters) throw cellTooLong(count + 1);
  if (count >= mostStrings || characters > mostCharacters) throw suspicious(`strings > ${mostStrings}`);
}

/** The string table of a workbook, in memory: sheets name strings by number, in any order. */
export interface SharedStrings {
  readonly strings: readonly string[];
  /** Numbers of those with a crossed-out part. */
  readonly struck: ReadonlySet<number>;
}

export const noStrings: SharedStrings = { strings: [], struck: new Set() };

export async function readSharedStrings(zip: ZipDirectory, part: string): Promise<SharedStrings> {
  const strings: string[] = [];
  const struck = new Set<number>();
  let characters = 0;
  for await (const { prefix, elements } of xmlElements(zip.stream(part), 'si')) {
    for (const element of elements) {
      const content = element.text.slice(element.contentStart, element.contentEnd);
      const text = joinTextRuns(content, prefix);
      characters += text.length;
      checkSize(text, strings.length, characters);
      if (saysStruck(content)) struck.add(strings.length);
      strings.push(text);
    }
  }
  return { strings, struck };
}
