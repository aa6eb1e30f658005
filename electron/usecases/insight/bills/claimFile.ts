import { join } from 'node:path';
import { carrierName } from '../../../../shared/domain/carriers/carrierTable.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { plainYuan } from '../../../../shared/rules/amounts.ts';
import type { Language } from '../../../../shared/text/describeError.ts';
import { wordFor } from '../../../../shared/text/words.ts';
import { toWireTime } from '../../../carriers/kit/wireValues.ts';
import { writeTable } from '../../../imports/writers/writeTable.ts';
import type { WrittenFile } from '../../../imports/writers/writeTextWorkbook.ts';
import type { LedgerEvidence } from '../../../store/insight/ledgerReads.ts';
import type { Bill, BillItem } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { recordFile } from '../../operators/outsideActs.ts';
import { resultsFolder, type Workspace } from '../../workspace/workspace.ts';
import { claimsOf, itemsOf, moveClaims } from './claims.ts';
import { findBill } from './removeBill.ts';

const header: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': [
    '运单号',
    '订单号',
    '结果',
    '说明',
    '账单重量(kg)',
    '我方重量(kg)',
    '账单金额(元)',
    '应付金额(元)',
    '申诉金额(元)',
    '取号时间',
    '首次物流时间',
    '最后物流时间',
    '账单行',
    '状态',
    '备注',
  ],
  en: [
    'Waybill',
    'Order number',
    'Result',
    'Why',
    'Billed weight (kg)',
    'Our weight (kg)',
    'Billed (¥)',
    'Due (¥)',
    'Claimed (¥)',
    'Booked at',
    'First tracked at',
    'Last tracked at',
    'Line of the bill',
    'State',
    'Note',
  ],
};

const none: LedgerEvidence = { id: '', bookedAt: null, movedAt: null, lastAt: null, checkedAt: null };

interface BillFileRequest {
  readonly billId: string;
  readonly language: Language;
  /** Absent: in the folder of results. */
  readonly path?: string | undefined;
}

/** Everything a carrier asks for with a claim, a row a parcel; those that were refused or accepted are left out. */
export async function writeClaims(
  workspace: Workspace,
  { marksSent = false, ...request }: BillFileRequest & { readonly marksSent?: boolean },
): Promise<Outcome<WrittenFile>> {
  const found = await findBill(workspace, request.billId);
  if (!found.ok) return found;
  const { read } = workspace.store;
  const totals = await read.bills.claimTotals(request.billId);
  if (totals.every(({ claimState }) => !isPending({ claimState }))) return failure('CLAIMS_NONE');
  const written = await writeItems(workspace, found.value, request, 'claims', claimsOf(read, request.billId));
  if (!written.ok || !marksSent) return written;
  const move = { billId: request.billId, of: { from: 'open' }, to: 'sent' } as const;
  const moved = await moveClaims(workspace, move);
  return moved.ok ? done(written.value) : moved;
}

/** What came of every line of a bill, and what it leaves out. */
export async function writeBillResult(
  workspace: Workspace,
  request: BillFileRequest,
): Promise<Outcome<WrittenFile>> {
  const found = await findBill(workspace, request.billId);
  if (!found.ok) return found;
  const pages = itemsOf(workspace.store.read, request.billId);
  return writeItems(workspace, found.value, request, 'bill', pages);
}

type ItemPages = AsyncIterable<readonly BillItem[]>;

const isPending = ({ claimState }: Pick<BillItem, 'claimState'>): boolean =>
  claimState === 'open' || claimState === 'sent';

function writeItems(
  workspace: Workspace,
  bill: Bill,
  { language, path }: BillFileRequest,
  what: 'claims' | 'bill',
  pages: ItemPages,
): Promise<Outcome<WrittenFile>> {
  const name = `${what}-${bill.carrier}-${workspace.nextId()}.xlsx`;
  const target = path ?? join(resultsFolder(workspace), name);
  const sheet = `${carrierName(bill.carrier, language)} ${bill.fromDay}`.trim().slice(0, 31);
  const isWanted = what === 'claims' ? isPending : () => true;
  return recordFile(workspace, { kind: 'file-written', what }, () =>
    writeTable(
      target,
      sheet,
      header[language],
      rowsOf(workspace.store.read, bill, language, pages, isWanted),
    ),
  );
}

async function* rowsOf(
  read: Repositories,
  bill: Bill,
  language: Language,
  pages: ItemPages,
  isWanted: (item: BillItem) => boolean,
) {
  for await (const page of pages) {
    const claims = page.filter(isWanted);
    const ids = claims.flatMap(({ shipmentId }) => (shipmentId === '' ? [] : [shipmentId]));
    const evidence = new Map((await read.ledger.evidenceOf(ids)).map((row) => [row.id, row]));
    const numbers = claims.flatMap((item) => (item.reason === 'earlier-bill' ? [item.waybillNo] : []));
    const earlier = new Map(
      (await read.bills.earlierLines(bill, numbers)).map((row) => [row.waybillNo, row] as const),
    );
    for (const item of claims) {
      const before = earlier.get(item.waybillNo);
      const why = [
        item.reason === '' ? '' : wordFor(language, 'billReason', item.reason),
        before === undefined ? '' : `${before.fileName} #${before.rowNo}`,
      ];
      yield cellsOf(item, evidence.get(item.shipmentId) ?? none, why.join(' ').trim(), language);
    }
  }
}

function cellsOf(
  item: BillItem,
  { bookedAt, movedAt, lastAt }: LedgerEvidence,
  why: string,
  language: Language,
) {
  const claimFen = item.claimedFen ?? item.claimFen;
  return [
    item.waybillNo,
    item.orderNo,
    wordFor(language, 'billClass', item.class),
    why,
    kilograms(item.billedGrams),
    kilograms(item.ownGrams),
    plainYuan(item.billedFen),
    plainYuan(dueFen(item)),
    item.claimState === '' ? '' : plainYuan(claimFen),
    timeText(bookedAt),
    timeText(movedAt),
    timeText(lastAt),
    item.firstRow === 0 ? '' : String(item.firstRow),
    item.claimState === '' ? '' : wordFor(language, 'claimState', item.claimState),
    item.claimNote,
  ];
}

/** What is due beside a claim is the bill less the claim, whatever its reason: of a second charge or a voided number, nothing. */
function dueFen({
  class: of,
  billedFen,
  claimState,
  claimFen,
  differenceFen,
  estimateFen,
}: BillItem): number | null {
  if (claimState !== '' && claimFen !== null) return billedFen - claimFen;
  if (of === 'remitted') return null;
  return differenceFen === null ? estimateFen : billedFen - differenceFen;
}

const kilograms = (grams: number | null): string => (grams === null ? '' : (grams / 1000).toFixed(3));
const timeText = (at: number | null): string => (at === null ? '' : toWireTime(at));
