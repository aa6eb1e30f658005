import type { FileRecognition, ImportedRow } from '../kit/orderDraft.ts';
import type { ShareListener } from '../kit/reportShare.ts';
import type { OpenTable } from '../kit/tableFormat.ts';
import { orderRowTest } from '../recognition/orderRowTest.ts';
import { createContinuations } from './continuations.ts';
import { readFileFacts } from './readFileFacts.ts';
import { readOrderRow } from './readOrderRow.ts';
import { FieldColumns, RowCells, type RowKnowledge } from './rowCells.ts';

export interface RowOptions extends RowKnowledge {
  readonly onShare?: ShareListener | undefined;
}

/**
 * The rows of orders below the header, one result each, as they stream: drafts (also those that must not ship, by their
 * verdict) and rejected rows. Titles, instructions, repeated headers, totals and blank rows are passed over. Throws
 * `TableFault` when the file turns out to be bad further down.
 */
export async function* readOrderRows(
  table: OpenTable,
  recognition: FileRecognition,
  { onShare, ...knowledge }: RowOptions = {},
): AsyncGenerator<ImportedRow, void, void> {
  const sheet = table.sheets.find((one) => one.name === recognition.sheet);
  if (sheet === undefined)
    throw new Error(`The table has no sheet that was recognised: ${recognition.sheet}`);
  const columns = new FieldColumns(recognition, { facts: readFileFacts(recognition), ...knowledge });
  const isOrderRow = orderRowTest(
    recognition.headerRowNumber,
    recognition.mapping.map(({ header }) => header),
  );
  const continuations = createContinuations(columns.facts.mayContinue);
  for await (const row of sheet.rows(onShare)) {
    if (row.rowNumber <= recognition.headerRowNumber || !isOrderRow(row)) continue;
    const imported = continuations.place(readOrderRow(new RowCells(row, columns)));
    if (imported !== null) yield imported;
  }
  yield* continuations.rest();
}
