import { catchTableFault, eachOf, type TableRow } from '../../../electron/imports/kit/tableFormat.ts';
import { listOrderFiles } from '../../../electron/imports/listOrderFiles.ts';
import { openOrderFile } from '../../../electron/imports/openOrderFile.ts';
import { readOrderFile } from '../../../electron/imports/readOrderFile.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';

/** U+FFFD, or half a character, which the store would turn into one. */
const lost = /[\uFFFD\ud800-\udfff]/u;

/** A lost character must be marked on its cell, so that nothing takes it for text. */
function faultOfRow(row: TableRow): string | null {
  const isUnmarked = row.cells.some((cell) => lost.test(cell.text) && cell.isDamaged !== true);
  return isUnmarked ? `row ${row.rowNumber}: a replacement character that is not marked` : null;
}

async function readEverySheet(path: string, entry: string | undefined): Promise<Outcome<string[]>> {
  const table = await openOrderFile(path, entry === undefined ? {} : { entry });
  if (!table.ok) return table;
  const faults: string[] = [];
  const read = await catchTableFault(async () => {
    for (const sheet of table.value.sheets) {
      for await (const row of eachOf(sheet.rows())) {
        const fault = faultOfRow(row);
        if (fault !== null) faults.push(fault);
      }
    }
    return done(faults);
  });
  await table.value.close();
  return read;
}

async function readOrders(path: string, entry: string | undefined): Promise<Outcome<string[]>> {
  const file = await readOrderFile(path, {
    allowIncomplete: true,
    ...(entry === undefined ? {} : { entry }),
  });
  if (!file.ok) return file;
  const faults: string[] = [];
  const read = await catchTableFault(async () => {
    for await (const row of eachOf(file.value.rows())) {
      if (row.kind !== 'draft' || row.draft.verdict !== 'ship') continue;
      // A further line of an order brings its goods; what stands for its receiver is never stored.
      const { receiver, ...others } = row.draft;
      const kept = row.draft.isContinuation === true ? others : { ...others, receiver };
      if (JSON.stringify(kept).includes('\uFFFD'))
        faults.push(`row ${row.draft.rowNumber}: a replacement character would ship`);
    }
    return done(faults);
  });
  await file.value.close();
  return read;
}

function faultOf(outcome: Outcome<string[]>): string | null {
  if (outcome.ok) return outcome.value[0] ?? null;
  return outcome.code.startsWith('IMPORT_') ? null : `code ${outcome.code}`;
}

/** What is wrong with how a file is taken, null when every promise holds. Exceptions are for the caller to catch. */
export async function judgeFile(path: string, isZip: boolean): Promise<string | null> {
  const list = isZip ? await listOrderFiles([path]) : null;
  if (list?.ok === false) return faultOf(list);
  const entries = list === null ? [undefined] : list.value.files.map(({ entry }) => entry ?? undefined);
  for (const entry of entries) {
    const fault = faultOf(await readEverySheet(path, entry)) ?? faultOf(await readOrders(path, entry));
    if (fault !== null) return fault;
  }
  return null;
}
