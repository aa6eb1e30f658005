import { basename } from 'node:path';
import { type BillField, isRemittance } from '../../../../shared/domain/bills/bill.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { shopDate } from '../../../../shared/rules/shopTime.ts';
import { catchTableFault } from '../../../imports/kit/tableFormat.ts';
import {
  type BillFile,
  type BillLayout,
  missingFields,
  readBillFile,
} from '../../../imports/readBillFile.ts';
import { hashFile } from '../../../platform/dropFolder.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import { layoutJson, toleranceJson } from '../../../store/insight/billJson.ts';
import type { Bill } from '../../../store/schema.ts';
import { readPriceTables } from '../../booking/choosing/freight.ts';
import { recordAct } from '../../operators/acts.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { rememberedLayouts, rememberLayout } from './billLayouts.ts';
import { toleranceOf } from './billTolerance.ts';
import { noteCodOfBill } from './cod.ts';
import { judgeBill } from './judgeBill.ts';
import { type BillSpan, noteMissing, spanOf } from './missingParcels.ts';
import { removeRows } from './removeBill.ts';
import { storeBillLines } from './storeBillLines.ts';

export interface BillSource {
  readonly path: string;
  readonly carrier: string;
  /** columnIndex → field, null to leave the column out. */
  readonly columns?: Readonly<Record<number, BillField | null>> | undefined;
  readonly sheet?: string | undefined;
  readonly encoding?: string | undefined;
  /** Opens a protected workbook; never stored. */
  readonly password?: string | undefined;
  /** Only to see its columns. */
  readonly isPreview?: boolean | undefined;
}

export interface ReconcileProgress {
  readonly rows: number;
  /** 0..1 of the file; null where it is not known. */
  readonly share: number | null;
}

export interface ReconcileRequest extends BillSource {
  /** Which days the bill is for, where a person says so; else those its lines name. */
  readonly span?: BillSpan | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReconcileProgress) => void) | undefined;
}

/** Opens a bill with what is remembered of its carrier's layouts. The caller closes it. */
export async function openBill(workspace: Workspace, source: BillSource): Promise<Outcome<BillFile>> {
  const remembered = await rememberedLayouts(workspace, source.carrier);
  return readBillFile(source.path, { ...source, remembered });
}

/** Of each workspace at most one bill is read at a time. */
const reading = new WeakSet<Workspace['store']>();

/**
 * Compares a carrier's bill with what was booked here, line by line. Until the last step nothing of it counts: a file that
 * breaks off, another carrier's bill or one that is here already leaves nothing behind.
 */
export async function reconcileBill(workspace: Workspace, request: ReconcileRequest): Promise<Outcome<Bill>> {
  const { store } = workspace;
  const { span } = request;
  if (span !== undefined && span.toDay < span.fromDay) return failure('BILL_PERIOD_INVALID');
  if (reading.has(store)) return failure('BILL_BUSY');
  reading.add(store);
  try {
    // What a stopped program left half read.
    for (const { id } of await store.read.bills.unfinished()) await removeRows(workspace, id);
    return await readAndJudge(workspace, request);
  } finally {
    reading.delete(store);
  }
}

async function readAndJudge(workspace: Workspace, request: ReconcileRequest): Promise<Outcome<Bill>> {
  const opened = await openBill(workspace, request);
  if (!opened.ok) return opened;
  const { close, layout } = opened.value;
  try {
    const contentHash = await hashFile(request.path);
    const same = await sameSheet(workspace, request.carrier, contentHash, layout);
    if (same !== undefined) return sameBill(same);
    const unsure = doubtOf(layout);
    if (unsure !== null) return unsure;
    const bill = await beginBill(workspace, request, layout, contentHash);
    const outcome = await catchTableFault(() => fill(workspace, bill, request, opened.value)).catch(
      async (error: unknown) => {
        await removeRows(workspace, bill.id);
        throw error;
      },
    );
    if (!outcome.ok) await removeRows(workspace, bill.id);
    return outcome;
  } finally {
    await close();
  }
}

/** Nobody is billed by a guess: what only looks like a needed column is confirmed by a person first. */
function doubtOf(layout: BillLayout) {
  const missing = missingFields(layout);
  if (missing.length > 0) return failure('BILL_COLUMNS_MISSING', { columns: missing.join(', ') });
  const doubtful = layout.columns.filter(({ isDoubtful }) => isDoubtful);
  if (doubtful.length === 0) return null;
  const columns = doubtful.map(({ header, field }) => `${header}=${field ?? ''}`).join(', ');
  return failure('BILL_COLUMNS_DOUBTFUL', { columns });
}

/** This sheet of this file was reconciled before. */
async function sameSheet(
  { store }: Pick<Workspace, 'store'>,
  carrier: string,
  contentHash: string,
  { sheet }: BillLayout,
): Promise<Bill | undefined> {
  const files = await store.read.bills.sameFiles(carrier, contentHash);
  return files.find((bill) => layoutJson.readOr(bill.layoutJson, { sheet }).sheet === sheet);
}

const sameBill = ({ id, fileName, createdAt }: Bill) =>
  failure('BILL_SAME', { id, file: fileName, day: shopDate(createdAt) });

async function beginBill(
  workspace: Workspace,
  { path, carrier, span }: ReconcileRequest,
  layout: BillLayout,
  contentHash: string,
): Promise<Bill> {
  const bill: Bill = {
    id: workspace.nextId(),
    carrier,
    fileName: basename(path),
    contentHash,
    linesHash: '',
    fromDay: span?.fromDay ?? '',
    toDay: span?.toDay ?? '',
    state: 'reading',
    toleranceJson: toleranceJson.write(await toleranceOf(workspace, carrier)),
    layoutJson: layoutJson.write({
      sheet: layout.sheet,
      headerRowNo: layout.headerRowNo,
      sheetsLeft: [...layout.sheetsLeft],
      columns: layout.columns.map(({ header, field }) => ({ header, field })),
    }),
    lines: 0,
    rowsSkipped: 0,
    billedFen: 0,
    toldFen: null,
    codFen: 0,
    durationMs: 0,
    operator: workspace.actor.name,
    createdAt: workspace.clock.now(),
  };
  await workspace.store.write((write) => write.bills.insert(bill));
  return bill;
}

async function fill(
  workspace: Workspace,
  bill: Bill,
  { span, signal, onProgress }: ReconcileRequest,
  file: BillFile,
): Promise<Outcome<Bill>> {
  const { store, clock } = workspace;
  let share: number | null = null;
  const rows = file.rows((read) => {
    share = read;
  });
  const onRows = (count: number) => onProgress?.({ rows: count, share });
  const stored = await storeBillLines(workspace, bill, rows, { signal, onRows });
  if (stored === null) return failure('BILL_STOPPED');
  faultPoint('bill.after-lines');
  const { readable, days, ...totals } = stored;
  if (readable === 0) return failure('BILL_NO_LINES');
  const same = await store.read.bills.sameLines(bill.carrier, totals.linesHash);
  if (same !== undefined) return sameBill(same);
  const tables = await readPriceTables(store.read);
  const tolerance = toleranceJson.read(bill.toleranceJson);
  const run: typeof store.write = (work) => store.write(work);
  const isPayout = isRemittance(file.layout.columns.map(({ field }) => field));
  const by = { tolerance, tables, isRemittance: isPayout };
  const { accountIds, byCarrier, codFen } = await judgeBill(run, bill, by);
  const [other] = [...byCarrier].sort((one, another) => another[1] - one[1]);
  if (!byCarrier.has(bill.carrier) && other !== undefined)
    return failure('BILL_OTHER_CARRIER', { carrier: other[0], count: other[1] });
  const timed = { ...bill, ...(span ?? spanOf(days)) };
  // What was not collected, or is not paid out yet, is on no such list.
  if (!isPayout) await noteMissing(run, timed, accountIds);
  if (signal?.aborted === true) return failure('BILL_STOPPED');
  const changes = {
    ...totals,
    codFen,
    fromDay: timed.fromDay,
    toDay: timed.toDay,
    state: 'ready' as const,
    durationMs: clock.now() - bill.createdAt,
  };
  // Before the bill counts: if the program ends in between, the file is still unknown and is read again in full.
  await noteCodOfBill(workspace, { ...bill, ...changes });
  faultPoint('bill.after-money');
  await change(workspace, ['bills'], async (write) => {
    await write.bills.finish(bill.id, changes);
    await write.caseWatches.watchBill(bill.id, clock.now());
    await rememberLayout(workspace, write, bill.carrier, file.layout);
    await recordAct(workspace, write, { kind: 'bill-reconciled', what: `${bill.carrier} ${bill.fileName}` });
  });
  faultPoint('bill.after-finish');
  return done({ ...bill, ...changes });
}

interface BillInspection extends Pick<BillLayout, 'sheet' | 'columns'> {
  readonly missing: ReturnType<typeof missingFields>;
  readonly sameBillId: string;
}

/** What a bill looks like before it is reconciled, whatever it lacks. Nothing is stored. */
export async function inspectBill(
  workspace: Workspace,
  source: BillSource,
): Promise<Outcome<BillInspection>> {
  const opened = await openBill(workspace, { ...source, isPreview: true });
  if (!opened.ok) return opened;
  const { layout, close } = opened.value;
  await close();
  const contentHash = await hashFile(source.path);
  const same = await sameSheet(workspace, source.carrier, contentHash, layout);
  const { sheet, columns } = layout;
  return done({ sheet, columns, missing: missingFields(layout), sameBillId: same?.id ?? '' });
}
