import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { type BillRow, readBillRows } from './bills/readBillLines.ts';
import { type BillLayout, type BillOptions, missingFields, recogniseBill } from './bills/recogniseBill.ts';
import { catchTableFault, type OpenTable, type ShareListener } from './kit/tableFormat.ts';
import { type OpenOptions, openOrderFile } from './openOrderFile.ts';

export { type BillRow, type ReadBillLine, sheetRowStep } from './bills/readBillLines.ts';
export type { BillColumn, BillLayout } from './bills/recogniseBill.ts';
export { missingFields } from './bills/recogniseBill.ts';

export interface BillFile {
  readonly format: string;
  readonly layout: BillLayout;
  /** May throw `TableFault`. */
  rows(onShare?: ShareListener): AsyncIterable<BillRow>;
  close(): Promise<void>;
}

type BillFileOptions = BillOptions & Pick<OpenOptions, 'encoding' | 'password'>;

/** Where the bytes leave the encoding open, the one in which the columns are names of a bill is it; else a person is asked. */
async function openReadable(path: string, options: BillFileOptions): Promise<Outcome<OpenTable>> {
  const { encoding, password } = options;
  const opened = await openOrderFile(path, { encoding, password });
  const question = opened.ok ? opened.value.encodingQuestion : undefined;
  if (!opened.ok || question === undefined) return opened;
  await opened.value.close();
  const readable: OpenTable[] = [];
  for (const choice of question.choices) {
    const tried = await openOrderFile(path, { encoding: choice.encoding, password });
    if (!tried.ok) continue;
    const layout = await catchTableFault(() => recogniseBill(tried.value, options));
    if (layout.ok && missingFields(layout.value).length === 0) readable.push(tried.value);
    else await tried.value.close();
  }
  const [only, ...others] = readable;
  if (only !== undefined && others.length === 0) return done(only);
  for (const table of readable) await table.close();
  return failure('IMPORT_ENCODING_UNKNOWN');
}

/** Opens a carrier's bill (xlsx, xls, csv, a table of a page), within the bounds of every import. The caller closes it. */
export async function readBillFile(path: string, options: BillFileOptions = {}): Promise<Outcome<BillFile>> {
  const opened = await openReadable(path, options);
  if (!opened.ok) return opened;
  const table = opened.value;
  const layout = await catchTableFault(() => recogniseBill(table, options));
  if (!layout.ok) {
    await table.close();
    return layout;
  }
  return done({
    format: table.format,
    layout: layout.value,
    rows: (onShare) => readBillRows(table, layout.value, onShare),
    close: () => table.close(),
  });
}
