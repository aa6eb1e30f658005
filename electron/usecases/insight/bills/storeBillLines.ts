import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BillReason } from '../../../../shared/domain/bills/bill.ts';
import { type BillRow, type ReadBillLine, sheetRowStep } from '../../../imports/readBillFile.ts';
import { feesJson } from '../../../store/insight/billJson.ts';
import type { BillLine } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { ownNumbers } from './ownNumbers.ts';

/** Nobody else gets a turn before a batch is stored. */
const batchRows = 500;

/** What is known of a bill once its last line is stored. */
export interface StoredLines {
  readonly lines: number;
  readonly readable: number;
  readonly rowsSkipped: number;
  readonly billedFen: number;
  readonly toldFen: number | null;
  readonly linesHash: string;
  /** Lines of each day. */
  readonly days: ReadonlyMap<string, number>;
}

export interface StoredBillRef {
  readonly id: string;
  readonly carrier: string;
}

/** Stores a bill's lines, each with the parcel it belongs to. null: `signal` ended it. May throw `TableFault`. */
export async function storeBillLines(
  { store }: Pick<Workspace, 'store'>,
  bill: StoredBillRef,
  rows: AsyncIterable<BillRow>,
  { signal, onRows }: { readonly signal?: AbortSignal | undefined; readonly onRows: (rows: number) => void },
): Promise<StoredLines | null> {
  const totals = openTotals();
  let batch: ReadBillLine[] = [];
  const flush = async () => {
    const lines = batch;
    batch = [];
    await store.write(async (write) => write.bills.insertLines(await placedLines(write, bill, lines)));
    onRows(totals.rows());
    // Whoever waits for this process meanwhile gets its turn.
    await nextTurn();
  };
  for await (const row of rows) {
    totals.add(row);
    if (row.kind === 'line') batch.push(row.line);
    if (batch.length < batchRows) continue;
    if (signal?.aborted === true) return null;
    await flush();
  }
  if (batch.length > 0) await flush();
  return signal?.aborted === true ? null : totals.close();
}

function openTotals() {
  let [lines, readable, rowsSkipped, billedFen] = [0, 0, 0, 0];
  // Each sheet has its own total row; of several totals in one sheet the last covers all of it.
  const toldFen = new Map<number, number>();
  let hashSum = 0n;
  const days = new Map<string, number>();
  return {
    rows: () => lines + rowsSkipped,
    add(row: BillRow): void {
      if (row.kind === 'skipped') {
        rowsSkipped += 1;
        if (row.toldFen !== null) toldFen.set(Math.floor(row.rowNo / sheetRowStep), row.toldFen);
        return;
      }
      const { line } = row;
      lines += 1;
      billedFen += line.amountFen;
      if (isReadable(line)) readable += 1;
      if (line.day !== '') days.set(line.day, (days.get(line.day) ?? 0) + 1);
      hashSum = (hashSum + hashOf(line)) % modulus;
    },
    close: (): StoredLines => ({
      lines,
      readable,
      rowsSkipped,
      billedFen,
      toldFen: toldFen.size === 0 ? null : [...toldFen.values()].reduce((sum, fen) => sum + fen, 0),
      linesHash: hashSum.toString(16),
      days,
    }),
  };
}

const modulus = 1n << 128n;

/** Added up, so that the same lines in another order, sheet or format are the same bill. */
function hashOf({ waybillNo, feeKind, day, weightGrams, amountFen, codFen }: ReadBillLine): bigint {
  const text = [waybillNo, feeKind, day, weightGrams ?? '', amountFen, codFen].join('|');
  return BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 32)}`);
}

export const isReadable = ({ reason }: { readonly reason: BillReason }): boolean =>
  reason === '' || reason === 'bad-weight' || reason === 'not-paid-out';

async function placedLines(
  write: Repositories,
  bill: StoredBillRef,
  lines: readonly ReadBillLine[],
): Promise<BillLine[]> {
  const numbers = [...new Set(lines.filter(isReadable).map(({ waybillNo }) => waybillNo))];
  const own = await ownNumbers(write, bill.carrier, numbers);
  const charged = chargesOf(await write.bills.billedBefore(bill.carrier, bill.id, numbers), bill.id);
  for (const line of lines) if (isReadable(line)) charged.credit(line);
  return lines.map((line) => {
    const { rowNo, waybillNo, reason, fees } = line;
    const stored = { ...line, billId: bill.id, feesJson: feesJson.write(fees) };
    const kept = (itemKey: string, why: BillReason): BillLine =>
      plainLine({ ...stored, itemKey, reason: why });
    if (!isReadable(line)) return kept(`r:${rowNo}`, reason);
    const double = charged.take(line, 'same-bill');
    if (double !== null) return kept(`d:${rowNo}`, double);
    const ours = own.get(waybillNo);
    return kept(ours === undefined ? `n:${waybillNo}` : `s:${ours.id}`, reason);
  });
}

function plainLine({ fees: _fees, ...line }: BillLine & Pick<ReadBillLine, 'fees'>): BillLine {
  return line;
}

type Charge = Pick<ReadBillLine, 'waybillNo' | 'feeKind' | 'amountFen'>;
type ChargedIn = 'same-bill' | 'earlier-bill';

/** What is charged already. A charge that was credited in full may be made again: 冲账, 重算. */
function chargesOf(before: readonly (Charge & { readonly billId: string })[], billId: string) {
  const seen = new Map<string, { amountFen: number; where: ChargedIn }>();
  const credits = new Map<string, number>();
  const creditKey = (waybillNo: string, amountFen: number) => `${waybillNo}\n${Math.abs(amountFen)}`;
  const charged = {
    credit({ waybillNo, amountFen }: Charge): void {
      if (amountFen >= 0) return;
      const key = creditKey(waybillNo, amountFen);
      credits.set(key, (credits.get(key) ?? 0) + 1);
    },

    /** null: charged for the first time, or again; else where it was charged before. */
    take(line: Charge, where: ChargedIn): ChargedIn | null {
      if (line.amountFen <= 0) return null;
      const key = chargeKey(line);
      const known = seen.get(key);
      if (known !== undefined) {
        const credit = creditKey(line.waybillNo, known.amountFen);
        const left = credits.get(credit) ?? 0;
        if (left === 0) {
          const before = known.where;
          if (where === 'same-bill') known.where = where;
          return before;
        }
        credits.set(credit, left - 1);
      }
      seen.set(key, { amountFen: line.amountFen, where });
      return null;
    },
  };
  for (const line of before) charged.credit(line);
  for (const line of before) charged.take(line, line.billId === billId ? 'same-bill' : 'earlier-bill');
  return charged;
}

/** A parcel is charged once for each thing; of surcharges there may be several, of different amounts. */
function chargeKey({ waybillNo, feeKind, amountFen }: Charge): string {
  const isOfMany = feeKind === 'surcharge' || feeKind === 'other';
  return `${waybillNo}\n${feeKind}\n${isOfMany ? amountFen : ''}`;
}
