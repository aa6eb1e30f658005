import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type BillClass,
  type BillReason,
  type BillTolerance,
  claimClasses,
} from '../../../../shared/domain/bills/bill.ts';
import type { PriceTable } from '../../../../shared/domain/freight.ts';
import type { OrderState } from '../../../../shared/domain/order.ts';
import type { TrackingState } from '../../../../shared/domain/tracking.ts';
import { groupBy } from '../../../../shared/rules/groupBy.ts';
import { shopDate } from '../../../../shared/rules/shopTime.ts';
import { estimateFreight } from '../../../dispatch/estimateFreight.ts';
import { judgeParcel, type OwnParcel } from '../../../insight/reconcile/judgeParcel.ts';
import { feesJson } from '../../../store/insight/billJson.ts';
import type { LedgerFacts } from '../../../store/insight/ledgerReads.ts';
import type { BillItem, BillLine } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { ownNumbers } from './ownNumbers.ts';
import { isReadable, type StoredBillRef } from './storeBillLines.ts';

/** Runs in its own transaction, or in the caller's. */
export type RunWrite = <T>(work: (write: Repositories) => Promise<T>) => Promise<T>;

export interface JudgedBy {
  /** A list of money paid out charges for no way: neither weight nor price are compared. */
  readonly isRemittance: boolean;
  readonly tolerance: BillTolerance;
  readonly tables: readonly PriceTable[];
}

/** Whose parcels the bill turned out to be about. */
export interface JudgedParcels {
  readonly accountIds: ReadonlySet<string>;
  /** Parcels of ours by the carrier they were booked with. */
  readonly byCarrier: ReadonlyMap<string, number>;
  /** Collected for us, what is billed twice counted once. */
  readonly codFen: number;
}

/** Lines judged in one transaction; other writers wait for it. */
const pageLines = 500;
/** Read beyond a page for its last parcel, which has a handful. */
const furtherLines = 20;

/** Puts each parcel of a bill whose lines are stored into its class. */
export async function judgeBill(run: RunWrite, bill: StoredBillRef, by: JudgedBy): Promise<JudgedParcels> {
  const accountIds = new Set<string>();
  const byCarrier = new Map<string, number>();
  let codFen = 0;
  let after = { itemKey: '', rowNo: 0 };
  for (let isMore = true; isMore; ) {
    isMore = await run(async (write) => {
      const page = await write.bills.linesAfter(bill.id, after, pageLines);
      const { groups, isLast } = await wholeGroups(write, bill, page);
      const last = groups.at(-1)?.at(-1);
      if (last === undefined) return false;
      after = { itemKey: last.itemKey, rowNo: last.rowNo };
      const own = await ownOf(write, bill, groups);
      const items = groups.map((lines) => itemOf(bill, lines, own(lines), by));
      await write.bills.insertItems(items);
      for (const item of items) if (item.class !== 'double') codFen += item.codFen;
      for (const facts of groups.map(own)) {
        if (facts === undefined) continue;
        byCarrier.set(facts.carrier, (byCarrier.get(facts.carrier) ?? 0) + 1);
        if (facts.carrier === bill.carrier) accountIds.add(facts.accountId);
      }
      return !isLast;
    });
    await nextTurn();
  }
  return { accountIds, byCarrier, codFen };
}

/** Lines of a page by parcel; the last parcel's further lines are fetched, so that none is judged by half. */
async function wholeGroups(write: Repositories, bill: StoredBillRef, page: readonly BillLine[]) {
  const groups = groupBy(page, (line) => line.itemKey);
  let last = page.length === pageLines ? page.at(-1) : undefined;
  while (last !== undefined) {
    const { itemKey }: BillLine = last;
    const next: readonly BillLine[] = await write.bills.linesAfter(bill.id, last, furtherLines);
    const further = next.filter((line) => line.itemKey === itemKey);
    groups.get(itemKey)?.push(...further);
    last = further.length === furtherLines ? further.at(-1) : undefined;
  }
  return { groups: [...groups.values()], isLast: page.length < pageLines };
}

type OwnOf = (lines: readonly BillLine[]) => LedgerFacts | undefined;

async function ownOf(
  write: Repositories,
  bill: StoredBillRef,
  groups: readonly (readonly BillLine[])[],
): Promise<OwnOf> {
  const doubled = groups.flatMap(([line]) => (line?.itemKey.startsWith('d:') ? [line.waybillNo] : []));
  const numbers = doubled.length === 0 ? new Map() : await ownNumbers(write, bill.carrier, doubled);
  const idOf = (line: BillLine | undefined): string | undefined =>
    line?.itemKey.startsWith('s:') ? line.itemKey.slice(2) : numbers.get(line?.waybillNo ?? '')?.id;
  const ids = groups.flatMap(([line]) => idOf(line) ?? []);
  const facts = new Map((await write.ledger.factsOf(ids)).map((row) => [row.id, row]));
  return ([line]) => facts.get(idOf(line) ?? '');
}

const wentOut: readonly OrderState[] = ['handed-over', 'in-transit', 'delivered', 'returned'];
const notMovingStates: readonly TrackingState[] = ['none', 'awaiting-collection', 'cancelled'];

/** null: its tracking was never queried. */
function hasMoved({ state, orderState, trackingState, checkedAt }: LedgerFacts): boolean | null {
  // An order that went out under another number says nothing of the one that was given back.
  if (wentOut.includes(orderState) && state === 'booked') return true;
  if (trackingState === null || checkedAt === null || checkedAt === 0) return null;
  return !notMovingStates.includes(trackingState);
}

const isSentBack = ({ orderState, trackingState }: LedgerFacts): boolean =>
  orderState === 'returned' || trackingState === 'returned' || trackingState === 'returning';

function ownParcel(facts: LedgerFacts, tables: readonly PriceTable[]): OwnParcel {
  const { carrier, state, weightGrams, declaredGrams, bookedAt } = facts;
  const day = shopDate(bookedAt ?? 0);
  const priceOf = (grams: number | null): number | null => {
    const freight = estimateFreight(tables, { ...facts, weightGrams: grams, day });
    return freight.isKnown ? freight.amountFen : null;
  };
  // The estimate used the expected weight; the weight of the scale replaces it.
  const repricedFen = weightGrams === declaredGrams ? null : priceOf(weightGrams);
  return {
    carrier,
    state,
    hasMoved: hasMoved(facts),
    isReturned: isSentBack(facts),
    weightGrams,
    estimateFen: repricedFen ?? facts.freightFen,
    priceOf,
  };
}

function itemOf(
  bill: StoredBillRef,
  lines: readonly BillLine[],
  facts: LedgerFacts | undefined,
  { tolerance, tables, isRemittance }: JudgedBy,
): BillItem {
  const [first] = lines;
  if (first === undefined) throw new Error('an item without a line');
  const base = {
    ...plainItem(bill.id, first.itemKey, facts),
    waybillNo: first.waybillNo,
    lines: lines.length,
    firstRow: first.rowNo,
    codFen: collectedFen(lines),
  };
  const billedFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (!isReadable(first) && first.itemKey.startsWith('r:'))
    return { ...base, class: 'unreadable', reason: first.reason, billedFen };
  if (first.itemKey.startsWith('d:'))
    return withClaim({
      ...base,
      class: 'double',
      reason: first.reason,
      billedFen,
      billedGrams: first.weightGrams,
      claimFen: billedFen,
    });
  if (isRemittance) return { ...base, ...paidOut(bill.carrier, lines, base, facts), billedFen };
  const own = facts === undefined ? null : ownParcel(facts, tables);
  const billed = lines.map((line) => ({ ...line, returnFen: returnFenOf(line) }));
  const judged = judgeParcel({ carrier: bill.carrier, lines: billed }, own, tolerance);
  return withClaim({ ...base, ...asRead(judged, lines) });
}

/** Nothing is claimed of such a list: the money that is not there is followed beside the parcels. */
function paidOut(
  carrier: string,
  lines: readonly BillLine[],
  { codFen, ownCodFen }: Pick<BillItem, 'codFen' | 'ownCodFen'>,
  facts: LedgerFacts | undefined,
): Pick<BillItem, 'class' | 'reason'> & Partial<Pick<BillItem, 'differenceFen' | 'ownCodFen'>> {
  if (facts === undefined) return { class: 'foreign', reason: '' };
  if (facts.carrier !== carrier) return { class: 'wrong-carrier', reason: '' };
  if (lines.some(({ reason }) => reason === 'not-paid-out'))
    return { class: 'unchecked', reason: 'not-paid-out' };
  // The buyer of a parcel that came back paid nothing.
  const dueFen = isSentBack(facts) ? 0 : ownCodFen;
  const differenceFen = dueFen - codFen;
  const reason = differenceFen === 0 ? '' : 'cod-differs';
  return { class: 'remitted', reason, differenceFen, ownCodFen: dueFen };
}

/** What was collected of the buyer: each line of a parcel names it again, a correction takes it back. */
function collectedFen(lines: readonly BillLine[]): number {
  const codByParcel = new Map(lines.map(({ waybillNo, codFen }) => [`${waybillNo} ${codFen}`, codFen]));
  return [...codByParcel.values()].reduce((sum, codFen) => sum + codFen, 0);
}

type BillLineFees = ReturnType<typeof feesJson.read>;

function returnFenOf({ feeKind, amountFen, feesJson: stored }: BillLine): number {
  const fees: BillLineFees = feesJson.readOr(stored, {});
  return feeKind === 'return' ? amountFen : (fees.returnFee ?? 0);
}

/** A weight that could not be read was not compared, whatever the price says. */
function asRead<J extends { readonly class: BillClass; readonly reason: BillReason }>(
  judged: J,
  lines: readonly BillLine[],
): J {
  const isDamaged = judged.class === 'matched' && lines.some(({ reason }) => reason === 'bad-weight');
  return isDamaged ? { ...judged, class: 'unchecked', reason: 'bad-weight' } : judged;
}

function withClaim(item: BillItem): BillItem {
  const isClaim = claimClasses.includes(item.class) && item.claimFen !== 0;
  return isClaim ? { ...item, claimState: 'open' } : { ...item, claimFen: 0 };
}

/** The item of a parcel of which no line says anything yet. */
export function plainItem(billId: string, itemKey: string, facts: LedgerFacts | undefined): BillItem {
  return {
    billId,
    itemKey,
    class: 'missing',
    reason: '',
    waybillNo: facts?.waybillNo ?? '',
    shipmentId: facts?.id ?? '',
    orderId: facts?.orderId ?? '',
    orderNo: facts?.orderNo ?? '',
    lines: 0,
    firstRow: 0,
    billedGrams: null,
    ownGrams: facts?.weightGrams ?? null,
    billedFen: 0,
    estimateFen: facts?.freightFen ?? null,
    expectedFen: null,
    differenceFen: null,
    codFen: 0,
    ownCodFen: facts?.codFen ?? 0,
    claimFen: 0,
    claimState: '',
    claimedFen: null,
    wonFen: null,
    claimNote: '',
    claimedBy: '',
    claimedAt: null,
    version: 1,
  };
}
