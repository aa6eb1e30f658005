import { basename, resolve } from 'node:path';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { GoodsByOrder } from '../../imports/kit/orderDraft.ts';
import { type ListedFile, listOrderFiles, type RefusedFile } from '../../imports/listOrderFiles.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type AttentionRow, type ImportReport, type ImportRequest, importOrders } from './importOrders.ts';
import { type GoodsReport, pairReports } from './pairReports.ts';
import { OrderRowNumbers } from './rowNumbers.ts';

export interface FilesRequest extends Omit<ImportRequest, 'path'> {
  /** Files, folders and zips. */
  readonly paths: readonly string[];
  /** Called when a workbook is protected and no password was given; null: no one can be asked. */
  readonly askPassword?: ((file: string) => Promise<string | null>) | undefined;
  /** Nothing could be read of several files: each with its reason; the failure has the first. */
  readonly onNothingRead?: ((refused: readonly AttentionRow[]) => void) | undefined;
}

interface FilesReport {
  readonly reports: readonly ImportReport[];
  /** Files that were not imported, each with its reason. All others were. */
  readonly refused: readonly AttentionRow[];
}

/** How often a mistyped password may be entered again. */
const mostTries = 3;

function attentionRow({ name, code, params }: RefusedFile): AttentionRow {
  const row = { code, field: 'file', file: name, orderNo: '', rowNumber: 0 };
  return params === undefined ? row : { ...row, params };
}

async function importListed(
  workspace: Workspace,
  request: FilesRequest,
  file: ListedFile,
  goods: GoodsByOrder | undefined,
): Promise<Outcome<ImportReport>> {
  const entry = file.entry ?? undefined;
  const run = (password: string | undefined): Promise<Outcome<ImportReport>> =>
    importOrders(workspace, {
      ...request,
      path: file.path,
      goods,
      readsOtherSheets: true,
      overrides: { ...request.overrides, entry, password },
    });
  let report = await run(request.overrides?.password);
  for (let tries = 0; tries < mostTries && !report.ok; tries += 1) {
    const isLocked = report.code === 'IMPORT_PASSWORD_NEEDED' || report.code === 'IMPORT_PASSWORD_WRONG';
    const password = isLocked ? ((await request.askPassword?.(file.name)) ?? null) : null;
    if (password === null || password === '') break;
    report = await run(password);
  }
  return report;
}

/** A workbook with one sheet per day or shop: all sheets are orders. Columns set by hand apply to the first only. */
async function importOtherSheets(workspace: Workspace, request: FilesRequest, first: ImportReport) {
  const reports: ImportReport[] = [];
  const refused: RefusedFile[] = [];
  for (const sheet of first.recognition.otherSheets ?? []) {
    if (request.signal?.aborted === true) break;
    const { path, overrides } = first.source;
    const report = await importOrders(workspace, {
      ...request,
      path,
      overrides: { ...overrides, sheet, columns: undefined },
    });
    if (report.ok) reports.push(report.value);
    else refused.push({ ...report, name: `${first.file} / ${sheet}` });
  }
  return { reports, refused };
}

/** A report of goods only adds to the orders of another file: it stores nothing itself. */
function goodsOnly(workspace: Workspace, { file, recognition, rows }: GoodsReport): ImportReport {
  return {
    rows,
    orders: 0,
    furtherRows: rows,
    repeatedRows: 0,
    imported: 0,
    fromMemory: 0,
    duplicates: 0,
    changed: 0,
    needsReview: 0,
    rejected: 0,
    skipped: 0,
    attention: [],
    orderRows: new OrderRowNumbers(),
    importId: workspace.nextId(),
    file: file.name,
    source: { path: file.path, overrides: { entry: file.entry ?? undefined } },
    recognition,
    durationMs: 0,
    isCancelled: false,
    isGoodsReport: true,
  };
}

/**
 * Imports every order table among files, folders and zips, one after the other. A file that cannot be read does not hold up the others;
 * when nothing could be read, its reason is the failure.
 */
export async function importFiles(
  workspace: Workspace,
  request: FilesRequest,
): Promise<Outcome<FilesReport>> {
  // A file named twice is one file: its rows would count twice in every figure of the run.
  const list = await listOrderFiles([
    ...new Map(request.paths.map((path) => [resolve(path), path])).values(),
  ]);
  if (!list.ok) return list;
  const refused: RefusedFile[] = [...list.value.refused];
  const reports: ImportReport[] = [];
  const pairs = await pairReports(workspace, list.value.files, request.overrides, request.signal);
  for (const file of list.value.files) {
    if (request.signal?.aborted === true) break;
    const goods = pairs.reports.find((report) => report.file === file);
    if (goods !== undefined) {
      reports.push(goodsOnly(workspace, goods));
      continue;
    }
    const report = await importListed(workspace, request, file, pairs.goodsFor(file));
    if (!report.ok) {
      refused.push({ ...report, name: file.name });
      continue;
    }
    reports.push(report.value);
    const others = await importOtherSheets(workspace, request, report.value);
    reports.push(...others.reports);
    refused.push(...others.refused);
  }
  const [first] = refused;
  if (reports.length > 0 || (first === undefined && list.value.files.length > 0)) {
    return done({ reports, refused: refused.map(attentionRow) });
  }
  if (first === undefined) return failure('IMPORT_NO_FILES');
  // A single file that somebody typed needs no name.
  if (refused.length > 1 || request.paths.length > 1 || first.name !== basename(request.paths[0] ?? ''))
    request.onNothingRead?.(refused.map(attentionRow));
  return failure(first.code, first.params);
}

/** A file given together with another one. */
type FileBeside = Pick<ListedFile, 'path' | 'entry'>;

/**
 * Imports one file of a drop of several. Where another of them lists the goods of its orders, those are taken; a list of
 * goods whose orders are in another one stores nothing of its own.
 */
export async function importFromDrop(
  workspace: Workspace,
  request: ImportRequest,
  beside: readonly FileBeside[],
): Promise<Outcome<ImportReport>> {
  if (beside.length === 0) return importOrders(workspace, request);
  const listed = ({ path, entry }: FileBeside) => ({ path, entry, name: basename(path), sizeBytes: 0 });
  const self = listed({ path: request.path, entry: request.overrides?.entry ?? null });
  const pairs = await pairReports(workspace, [self, ...beside.map(listed)], undefined, request.signal);
  const goods = pairs.reports.find(({ file }) => file === self);
  if (goods !== undefined) return done(goodsOnly(workspace, goods));
  return importOrders(workspace, { ...request, goods: pairs.goodsFor(self) });
}
