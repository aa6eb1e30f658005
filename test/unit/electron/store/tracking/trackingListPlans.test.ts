import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TrackingFilter, trackingLists } from '../../../../../electron/store/tracking/trackingLists.ts';
import { statesOfGroup, trackingGroups } from '../../../../../shared/domain/trackingGroup.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

let plans: StorePlans;
beforeAll(async () => {
  plans = await openStorePlans();
});
afterAll(() => plans.close());

const filters: Readonly<Record<string, TrackingFilter>> = {
  ...Object.fromEntries(
    trackingGroups.flatMap((group) => {
      const states = statesOfGroup(group);
      return states === null ? [] : [[group, { states }]];
    }),
  ),
  stuck: { newsBefore: 1 },
  exception: { isException: true },
  all: {},
  fourDigits: { search: '1234' },
  wholeNumber: { search: '75300000001234' },
  collectedToday: { passed: { step: 'collected', from: 1, to: 2 } },
  signedByCarrier: { passed: { step: 'timed', from: 1, to: 2, carrier: 'ZTO' } },
  due: { dueBy: 1 },
  lateToProvince: { passed: { step: 'late', from: 1, to: 2, carrier: 'ZTO', province: '广东省' } },
};

it.each(Object.entries(filters))('reads no whole table for a window of %s', async (_, filter) => {
  const steps = await plans.planOf(() => trackingLists(plans.db).window(filter, { offset: 0, limit: 100 }));
  expect(steps.length).toBeGreaterThan(0);
  expect(
    steps.filter((step) => /^SCAN (tracking|parcel_times)(?! USING (COVERING )?INDEX)/.test(step)),
  ).toEqual([]);
});

it.each([
  ['stuck', /tracking_open_news/],
  ['exception', /tracking_exception_news/],
  ['all', /tracking_booked_at/],
  ['moving', /tracking_state_news/],
  ['due', /tracking_next_due_at/],
  ['collectedToday', /parcel_times_collected_at/],
  ['signedByCarrier', /COVERING INDEX parcel_times_signed_at/],
  ['lateToProvince', /COVERING INDEX parcel_times_signed_at/],
] as const)('goes along the index of %s', async (name, index) => {
  const steps = await plans.planOf(() =>
    trackingLists(plans.db).window(filters[name] ?? {}, { offset: 0, limit: 100 }),
  );
  expect(steps.join('\n')).toMatch(index);
});

it('finds four digits by four indexes, never by looking at each parcel', async () => {
  const steps = (await plans.planOf(() => trackingLists(plans.db).find('1234', 8))).join('\n');
  for (const index of ['waybill_tail', 'order_tail', 'phone_tail', 'order_no'])
    expect(steps).toContain(`tracking_${index}`);
  expect(steps).not.toMatch(/SCAN tracking/);
});
