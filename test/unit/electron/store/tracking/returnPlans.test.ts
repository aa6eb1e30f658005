import { afterAll, beforeAll, expect, it } from 'vitest';
import { createParcelReturnRepository } from '../../../../../electron/store/tracking/careRepository.ts';
import { returnDeskReads } from '../../../../../electron/store/tracking/returnDeskReads.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

let plans: StorePlans;
beforeAll(async () => {
  plans = await openStorePlans();
});
afterAll(() => plans.close());

const asked = {
  'what is to do': () => returnDeskReads(plans.db).deskWindow({ toldSince: 1 }, { offset: 0, limit: 100 }),
  'one that is searched for': () =>
    returnDeskReads(plans.db).deskWindow({ toldSince: 1, search: 'SF1' }, { offset: 0, limit: 100 }),
  counts: () => returnDeskReads(plans.db).deskCounts(1),
} as const;

it('counts those without an order without looking at every return', async () => {
  const steps = await plans.planOf(() => createParcelReturnRepository(plans.db).unownedCount());
  expect(steps.join('\n')).toMatch(/SEARCH parcel_returns USING INDEX parcel_returns_(order_id|state)/);
});

it.each(Object.keys(asked) as (keyof typeof asked)[])(
  'reads %s of the returns without looking at every parcel',
  async (name) => {
    const steps = await plans.planOf(asked[name]);
    expect(steps.join('\n')).toMatch(/tracking USING (COVERING )?INDEX tracking_state/);
    expect(steps.filter((step) => /^SCAN tracking\b/.test(step))).toEqual([]);
  },
);
