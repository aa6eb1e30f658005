import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBillRepository } from '../../../../../electron/store/insight/billRepository.ts';
import { createLedgerReads } from '../../../../../electron/store/insight/ledgerReads.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

const after = { itemKey: 's:1', rowNo: 1 };
const span = { fromAt: 0, toAt: 86_400_000 };
let plans: StorePlans;
beforeAll(async () => {
  plans = await openStorePlans();
});
afterAll(() => plans.close());

/** What is asked for each line, each parcel or each day of a bill, and the step that leaves the fewest rows for the others. */
const asked: Readonly<Record<string, readonly [question: () => Promise<unknown>, firstStep: RegExp]>> = {
  'bookings of numbers': [() => createLedgerReads(plans.db).bookingsOf(['1']), /shipments_waybill_no/],
  'boxes of numbers': [() => createLedgerReads(plans.db).boxesOf(['1']), /print_jobs_waybill_no/],
  'followed numbers': [() => createLedgerReads(plans.db).followedOf(['1']), /tracking .*\(waybill_no=/],
  'facts of parcels': [() => createLedgerReads(plans.db).factsOf(['1']), /shipments .*\(id=/],
  'parcels no bill names': [
    () => createLedgerReads(plans.db).unbilled('ZTO', 'b', span, { bookedAt: 0, id: '' }, 9),
    /shipments_booked_at/,
  ],
  'numbers billed before': [
    () => createBillRepository(plans.db).billedBefore('ZTO', 'b', ['1']),
    /bill_lines_waybill/,
  ],
  'lines other bills charged for': [
    () => createBillRepository(plans.db).earlierLines({ id: 'b', carrier: 'ZTO' }, ['1']),
    /bill_lines_waybill/,
  ],
  'what parcels were billed': [() => createBillRepository(plans.db).billedOf(['1']), /bill_items_shipment/],
  'lines by parcel': [() => createBillRepository(plans.db).linesAfter('b', after, 9), /bill_lines_item/],
  'claims of a bill': [() => createBillRepository(plans.db).claims('b', '', 9), /bill_items.*\(bill_id=/],
};

it.each(Object.entries(asked))('reads the %s along an index', async (_name, [question, firstStep]) => {
  const steps = await plans.planOf(question);
  expect(steps[0]).toMatch(firstStep);
  expect(steps.filter((step) => /^SCAN (?!json_each)/.test(step))).toEqual([]);
});
