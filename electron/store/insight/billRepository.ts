import { type Kysely, sql } from 'kysely';
import type { BillClass, ClaimState } from '../../../shared/domain/bills/bill.ts';
import { countRows, listed, tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Bill, BillItem, BillLayoutMemory, Schema } from '../schema.ts';

export interface BillItemFilter {
  readonly class?: BillClass | undefined;
  readonly claimState?: ClaimState | undefined;
  /** Only what may be claimed, in whichever state it is. */
  readonly isClaim?: boolean | undefined;
  /** The beginning of a waybill number, or an order number. */
  readonly search?: string | undefined;
}

function billReads(db: Kysely<Schema>) {
  const bills = tableOf(db, 'bills');
  return {
    byId: (id: string) => bills.row({ id }),

    /** Newest first. */
    window: ({ offset, limit }: WindowRequest) =>
      bills.rows({ state: 'ready' }).orderBy('id', 'desc').limit(limit).offset(offset).execute(),
    count: () => bills.count({ state: 'ready' }),

    /** The same lines in another file of this carrier. */
    sameLines: (carrier: string, linesHash: string) => bills.row({ carrier, state: 'ready', linesHash }),

    /** The same file of this carrier; each of its sheets may be a bill of its own. */
    sameFiles: (carrier: string, contentHash: string) =>
      bills.rows({ carrier, state: 'ready', contentHash }).orderBy('id').execute(),

    /** Other bills of the carrier for some of the same days. */
    overlapping: ({ id, carrier, fromDay, toDay }: Pick<Bill, 'id' | 'carrier' | 'fromDay' | 'toDay'>) =>
      bills
        .rows({ carrier, state: 'ready' })
        .where('id', '<>', id)
        .where('fromDay', '<>', '')
        .where('fromDay', '<=', toDay)
        .where('toDay', '>=', fromDay)
        .orderBy('id')
        .execute(),

    /** What a stopped program left half read. */
    unfinished: () => bills.rows({ state: 'reading' }).execute(),
  };
}

function billWrites(db: Kysely<Schema>) {
  const bills = tableOf(db, 'bills');
  return {
    insert: bills.insert,
    finish: (id: string, changes: Partial<Bill>) => bills.update({ id }, changes),
    /** A part of its rows; how many there were. The bill itself goes last. */
    async removeSome(billId: string, limit: number): Promise<number> {
      const items = await sql`delete from bill_items where bill_id = ${billId} and item_key in
        (select item_key from bill_items where bill_id = ${billId} limit ${limit})`.execute(db);
      const lines = await sql`delete from bill_lines where bill_id = ${billId} and row_no in
        (select row_no from bill_lines where bill_id = ${billId} limit ${limit})`.execute(db);
      return Number(items.numAffectedRows ?? 0n) + Number(lines.numAffectedRows ?? 0n);
    },
    removeBill: (id: string) => bills.remove({ id }),
  };
}

/** Their joins with `bills` are crossed: SQLite begins such a one at its left, else it walks every line of the carrier's bills. */
function lineReads(db: Kysely<Schema>) {
  const lines = tableOf(db, 'billLines');
  return {
    insertLines: lines.insertMany,
    /** Lines after a place, in the order of their items. */
    linesAfter: (
      billId: string,
      after: { readonly itemKey: string; readonly rowNo: number },
      limit: number,
    ) =>
      lines
        .rows({ billId })
        .where(sql<boolean>`(item_key, row_no) > (${after.itemKey}, ${after.rowNo})`)
        .orderBy('itemKey')
        .orderBy('rowNo')
        .limit(limit)
        .execute(),

    /** Where earlier bills of the carrier charged for these numbers. */
    earlierLines: ({ id, carrier }: Pick<Bill, 'id' | 'carrier'>, numbers: readonly string[]) =>
      db
        .selectFrom('billLines')
        .crossJoin('bills')
        .whereRef('bills.id', '=', 'billLines.billId')
        .select(['billLines.waybillNo', 'billLines.rowNo', 'bills.fileName'])
        .where('billLines.waybillNo', 'in', listed(numbers))
        .where('billLines.waybillNo', '<>', '')
        .where('bills.carrier', '=', carrier)
        .where('bills.state', '=', 'ready')
        .where('bills.id', '<', id)
        .execute(),

    /** What these numbers are charged or credited already, in this bill or a finished one of the carrier, in turn. */
    billedBefore: (carrier: string, billId: string, numbers: readonly string[]) =>
      db
        .selectFrom('billLines')
        .crossJoin('bills')
        .whereRef('bills.id', '=', 'billLines.billId')
        .select(['billLines.waybillNo', 'billLines.feeKind', 'billLines.amountFen', 'billLines.billId'])
        .where('billLines.waybillNo', 'in', listed(numbers))
        .where('billLines.waybillNo', '<>', '')
        .where('billLines.amountFen', '<>', 0)
        .where('bills.carrier', '=', carrier)
        .where((where) => where.or([where('bills.state', '=', 'ready'), where('bills.id', '=', billId)]))
        .orderBy('billLines.billId')
        .orderBy('billLines.rowNo')
        .execute(),
  };
}

function itemReads(db: Kysely<Schema>) {
  const items = tableOf(db, 'billItems');
  const matching = (billId: string, { class: of, claimState, isClaim, search }: BillItemFilter) => {
    const text = (search ?? '').trim();
    return items
      .rows({ billId, class: of, claimState })
      .$if(isClaim === true, (query) => query.where('claimState', '<>', ''))
      .$if(text !== '', (query) =>
        query.where((where) =>
          where.or([
            where('waybillNo', 'like', `${text.replace(/[%_]/g, '')}%`),
            where('orderNo', '=', text),
          ]),
        ),
      );
  };
  return {
    insertItems: items.insertMany,
    item: (billId: string, itemKey: string) => items.row({ billId, itemKey }),
    items: (billId: string, filter: BillItemFilter, { offset, limit }: WindowRequest) =>
      matching(billId, filter).orderBy('firstRow').orderBy('itemKey').limit(limit).offset(offset).execute(),
    countItems: (billId: string, filter: BillItemFilter) => countRows(matching(billId, filter)),

    /** Every item something may be claimed for, in pages by their key. */
    claims: (billId: string, afterKey: string, limit: number) =>
      items
        .rows({ billId })
        .where('claimState', '<>', '')
        .where('itemKey', '>', afterKey)
        .orderBy('itemKey')
        .limit(limit)
        .execute(),

    /** Items with money that was collected for us, their last day and the number their order is known by, in pages by their key. */
    codItems: (billId: string, afterKey: string, limit: number) =>
      items
        .rows({ billId })
        .select([
          sql<string>`coalesce((select max(day) from bill_lines as of_item
            where of_item.bill_id = bill_items.bill_id and of_item.item_key = bill_items.item_key), '')`.as(
            'day',
          ),
          sql<string>`coalesce((select shipments.waybill_no from shipments
            where shipments.id = bill_items.shipment_id), bill_items.waybill_no)`.as('ownWaybillNo'),
        ])
        .where('codFen', '>', 0)
        .where('waybillNo', '<>', '')
        .where('class', '<>', 'double')
        .where('itemKey', '>', afterKey)
        .orderBy('itemKey')
        .limit(limit)
        .execute(),

    /** Every item, in pages by their key. */
    itemsAfter: (billId: string, afterKey: string, limit: number) =>
      items.rows({ billId }).where('itemKey', '>', afterKey).orderBy('itemKey').limit(limit).execute(),

    changeItem: (seen: Pick<BillItem, 'billId' | 'itemKey' | 'version'>, changes: Partial<BillItem>) =>
      items.change(seen, changes),
  };
}

function itemTotals(db: Kysely<Schema>) {
  return {
    /** Items, lines and money of each class. */
    classTotals: (billId: string) =>
      db
        .selectFrom('billItems')
        .select((select) => [
          'class',
          select.fn.countAll<number>().as('items'),
          select.fn.sum<number>('lines').as('lines'),
          select.fn.sum<number>('billedFen').as('billedFen'),
          sql<number>`coalesce(sum(difference_fen), 0)`.as('differenceFen'),
          sql<number>`coalesce(sum(estimate_fen), 0)`.as('estimateFen'),
          sql<number>`coalesce(sum(claim_fen), 0)`.as('claimFen'),
        ])
        .where('billId', '=', billId)
        .groupBy('class')
        .execute(),

    /** Claims by state: how many, how many of these have no amount, and the money. */
    claimTotals: (billId: string) =>
      db
        .selectFrom('billItems')
        .select((select) => [
          'claimState',
          select.fn.countAll<number>().as('items'),
          sql<number>`count(*) filter (where claim_fen is null)`.as('unpriced'),
          sql<number>`coalesce(sum(claim_fen), 0)`.as('claimFen'),
          sql<number>`coalesce(sum(claimed_fen), 0)`.as('claimedFen'),
          sql<number>`coalesce(sum(won_fen), 0)`.as('wonFen'),
        ])
        .where('billId', '=', billId)
        .where('claimState', '<>', '')
        .groupBy('claimState')
        .execute(),
  };
}

/** What other parts of the product ask of all finished bills. */
function billedReads(db: Kysely<Schema>) {
  const counted = () =>
    db
      .selectFrom('billItems')
      .innerJoin('bills', 'bills.id', 'billItems.billId')
      .where('bills.state', '=', 'ready')
      .where('billItems.shipmentId', '<>', '')
      .where('billItems.class', '<>', 'missing');
  return {
    /** What these shipments were billed, all bills together; those nobody billed are left out. */
    billedOf: (shipmentIds: readonly string[]) =>
      counted()
        .where('billItems.shipmentId', 'in', listed(shipmentIds))
        .select((select) => [
          'billItems.shipmentId',
          select.fn.sum<number>('billItems.billedFen').as('billedFen'),
          select.fn.max('billItems.billedGrams').as('billedGrams'),
        ])
        .groupBy('billItems.shipmentId')
        .execute(),
  };
}

export function createBillRepository(db: Kysely<Schema>) {
  return {
    ...billReads(db),
    ...billWrites(db),
    ...lineReads(db),
    ...itemReads(db),
    ...itemTotals(db),
    ...billedReads(db),
  };
}

export function createBillLayoutRepository(db: Kysely<Schema>) {
  const layouts = tableOf(db, 'billLayouts');
  return {
    ofCarrier: (carrier: string) => layouts.rows({ carrier }).orderBy('usedAt', 'desc').execute(),
    put: (row: BillLayoutMemory) => layouts.put(row, ['carrier', 'headerKey']),
    forget: (carrier: string, headerKey: string) => layouts.remove({ carrier, headerKey }),
  };
}
