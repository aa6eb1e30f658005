import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OrderComplaint } from '../../../shared/domain/order.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { FileRecognition, GoodsByOrder } from '../../imports/kit/orderDraft.ts';
import type { OpenOptions } from '../../imports/openOrderFile.ts';
import type { GivenOrder } from '../../imports/readGivenOrders.ts';
import type { RecognitionOptions } from '../../imports/recognition/recogniseTable.ts';
import type { Order } from '../../store/schema.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { layoutOf, repeatAnswerOf } from './answerRepeats.ts';
import { rememberColumns } from './columnMemories.ts';
import { readOwnDictionary } from './dictionary.ts';
import { type ImportTotals, importBatches } from './importRun.ts';
import { givenOrderSource, type OrderSource, type UnderstoodRow } from './reading/orderSource.ts';

export interface ImportOverrides {
  readonly profile?: string | undefined;
  readonly sheet?: string | undefined;
  /** Character encoding of a text file, chosen by a person. */
  readonly encoding?: string | undefined;
  /** Name of the file inside a zip. */
  readonly entry?: string | undefined;
  /** Opens a protected workbook; never stored. */
  readonly password?: string | undefined;
  /** Cells from the clipboard, read instead of the file. */
  readonly pasted?: string | undefined;
  /** columnIndex (as text) → field, null to ignore the column. */
  readonly columns?: Readonly<Record<string, string | null>> | undefined;
}

export interface ImportProgress {
  readonly rows: number;
  readonly imported: number;
  /** 0..1 of the file; null where unknown (formats held in memory). */
  readonly share: number | null;
}

export interface ImportRequest {
  readonly path: string;
  /** Goods of these orders from another file of the same export. */
  readonly goods?: GoodsByOrder | undefined;
  readonly overrides?: ImportOverrides | undefined;
  /** Orders that a program hands over field by field, instead of a file. */
  readonly given?: readonly GivenOrder[];
  readonly minConfidence: number;
  /** Reads and understands everything, stores nothing. */
  readonly isDryRun: boolean;
  /** In a dry run: the orders that would have been stored, as understood. */
  readonly onUnstored?: ((orders: readonly Order[]) => void) | undefined;
  /** The caller imports the other order sheets of the file too, each in a run of its own. */
  readonly readsOtherSheets?: boolean;
  /**
   * A file that was read earlier and is imported only now: the import's id, and when its file was written. An interrupted one continues.
   */
  readonly again?: Pick<ImportReport, 'importId'> & { readonly informationAt: number };
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface AttentionRow extends OrderComplaint {
  /** Only when the whole file is imported. */
  readonly file?: string;
  readonly orderNo: string;
  readonly rowNumber: number;
  /** The outcome of a booking or of a label is not known. */
  readonly isUnsure?: boolean;
}

export interface ImportReport extends ImportTotals {
  readonly importId: string;
  readonly file: string;
  /** The options for reading the same rows again. */
  readonly source: { readonly path: string; readonly overrides: ImportOverrides };
  readonly recognition: FileRecognition;
  readonly durationMs: number;
  readonly isCancelled: boolean;
  /** The file only lists goods for another file's orders, so no failed rows can be written. */
  readonly isGoodsReport?: boolean;
}

/**
 * Reads one order file row by row into the order book. Rows are stored in batches, so a stop at any moment keeps
 * whole orders, and running the file again adds only what was missing.
 */
export async function importOrders(
  workspace: Workspace,
  request: ImportRequest,
): Promise<Outcome<ImportReport>> {
  const startedAt = workspace.clock.now();
  const importId = request.again?.importId ?? workspace.nextId();
  const opened = await openSourceOf(workspace, request, startedAt);
  if (!opened.ok) return opened;
  const { recognition, batches, close } = opened.value;
  let share: number | null = null;
  try {
    const { orders } = workspace.store.read;
    const before = request.again === undefined ? 0 : await orders.count({ importId });
    const layout = layoutOf(recognition);
    const totals = await importBatches(workspace, {
      repeats: { layout, answer: await repeatAnswerOf(workspace, layout) },
      importId,
      fileName: basename(request.path),
      informationAt: request.again?.informationAt ?? (await writtenAt(request.path, startedAt)),
      source: recognition.profile,
      minConfidence: request.minConfidence,
      isDryRun: request.isDryRun,
      onUnstored: request.onUnstored,
      batches: untilAborted(
        batches((read) => {
          share = read;
        }),
        request.signal,
      ),
      isCut: () => request.signal?.aborted ?? false,
      onProgress: (rowCount, imported) => request.onProgress?.({ rows: rowCount, imported, share }),
    });
    if (!totals.ok) return totals;
    const { imported, duplicates } = totals.value;
    const report: ImportReport = {
      ...totals.value,
      // The second run of an interrupted import knows what the first has stored.
      imported: imported + before,
      duplicates: Math.max(0, duplicates - before),
      attention: [...aboutTheFile(recognition, request), ...totals.value.attention],
      importId,
      file: basename(request.overrides?.entry ?? request.path),
      source: { path: request.path, overrides: request.overrides ?? {} },
      recognition,
      durationMs: workspace.clock.now() - startedAt,
      isCancelled: request.signal?.aborted ?? false,
    };
    if (report.rows === 0 && !report.isCancelled) return failure('IMPORT_NO_ROWS');
    if (!request.isDryRun) {
      await remember(workspace, report);
      await rememberColumns(workspace, recognition);
    }
    return done(report);
  } finally {
    await close();
  }
}

async function openSourceOf(
  workspace: Workspace,
  { path, overrides, goods, given, signal }: ImportRequest,
  now: number,
): Promise<Outcome<OrderSource>> {
  if (given !== undefined) return done(givenOrderSource(given, now, workspace.divisions));
  const own = await readOwnDictionary(workspace);
  return workspace.openOrderSource(
    path,
    { ...recognitionOptions(overrides), own, now, ...(goods && { goods }) },
    workspace.divisions,
    signal,
  );
}

/** Warnings about the file as a whole. If only one sheet is read, a person must know that others look like orders too. */
function aboutTheFile(
  { sheet, otherSheets = [], notes = [] }: FileRecognition,
  { readsOtherSheets = false }: ImportRequest,
): AttentionRow[] {
  const params = { sheet, others: otherSheets.join(', ') };
  const isSilent = otherSheets.length === 0 || readsOtherSheets;
  const sheets = isSilent ? [] : [{ code: 'IMPORT_OTHER_SHEETS', field: '', params }];
  return [...sheets, ...notes].map((note) => ({ ...note, orderNo: '', rowNumber: 0 }));
}

/** Overrides from page or command line, in the form that opening and recognition take. */
export function recognitionOptions({
  columns,
  ...others
}: ImportOverrides = {}): RecognitionOptions & OpenOptions {
  if (columns === undefined) return others;
  const chosen = Object.entries(columns).map(([index, field]) => [Number(index), field]);
  return { ...others, mapping: Object.fromEntries(chosen) };
}

/** When the file was last written: its content is no newer than that. A fresh copy only shows the time of copying. */
export async function writtenAt(path: string, now: number): Promise<number> {
  const writtenMs = await stat(path).then(
    ({ mtimeMs }) => Math.floor(mtimeMs),
    // Pasted cells have no file: they are as old as the paste.
    () => now,
  );
  return Math.min(writtenMs, now);
}

async function* untilAborted(
  batches: AsyncIterable<readonly UnderstoodRow[]>,
  signal: AbortSignal | undefined,
): AsyncIterable<readonly UnderstoodRow[]> {
  for await (const rows of batches) {
    if (signal?.aborted) return;
    yield rows;
  }
}

async function remember(workspace: Workspace, report: ImportReport): Promise<void> {
  await change(workspace, ['imports', 'orders', 'status'], (write) =>
    write.imports.insert({
      id: report.importId,
      fileName: report.file,
      format: report.recognition.format,
      encoding: report.recognition.encoding,
      profile: report.recognition.profile,
      rows: report.rows,
      imported: report.imported,
      duplicates: report.duplicates,
      changed: report.changed,
      needsReview: report.needsReview,
      rejected: report.rejected,
      skipped: report.skipped,
      durationMs: report.durationMs,
      at: workspace.clock.now(),
      undoneAt: null,
    }),
  );
}
