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

/** What is asked for each line, each parcel or each day of a bill. */
const asked: Readonly<Record<string, () => Promise<unknown>>> = {
  'bookings of numbers': () => createLedgerReads(plans.db).bookingsOf(['1']),
  'boxes of numbers': () => createLedgerReads(plans.db).boxesOf(['1']),
  'followed numbers': () => createLedgerReads(plans.db).followedOf(['1']),
  'facts of parcels': () => createLedgerReads(plans.db).factsOf(['1']),
  'parcels no bill names': () =>
    createLedgerReads(plans.db).unbilled('ZTO', 'b', span, { bookedAt: 0, id: '' }, 9),
  'numbers billed before': () => createBillRepository(plans.db).billedBefore('ZTO', 'b', ['1']),
  'lines by parcel': () => createBillRepository(plans.db).linesAfter('b', after, 9),
  'claims of a bill': () => createBillRepository(plans.db).claims('b', '', 9),
};

it.each(Object.keys(asked))('reads the %s along an index', async (name) => {
  const steps = await plans.planOf(async () => asked[name]?.());
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.filter((step) => /^SCAN (?!json_each)/.test(step))).toEqual([]);
  if (name.startsWith('lines')) expect(steps[0]).toMatch(/INDEX bill_lines_item/);
});
