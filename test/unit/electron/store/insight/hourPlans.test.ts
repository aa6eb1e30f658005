import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHourRepository } from '../../../../../electron/store/insight/hourRepository.ts';
import { createServiceReads } from '../../../../../electron/store/insight/serviceReads.ts';
import { createOrderRepository } from '../../../../../electron/store/orders/orderRepository.ts';
import { createTrackingRepository } from '../../../../../electron/store/tracking/trackingRepository.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

const span = { from: 0, to: 3_600_000 };
let plans: StorePlans;
beforeAll(async () => {
  plans = await openStorePlans();
});
afterAll(() => plans.close());

/** Every figure of the board, by what it asks. */
const asked: Readonly<Record<string, () => Promise<unknown>>> = {
  hours: () => createHourRepository(plans.db).hourTotals(['booked', 'printed'], span),
  days: () => createHourRepository(plans.db).dayTotals(['booked'], span),
  'days of a shop': () => createHourRepository(plans.db).dayTotals(['booked'], span, '旗舰店'),
  'first hour': () => createHourRepository(plans.db).firstHourAt('booked'),
  shops: () => createHourRepository(plans.db).shops(span),
  'hours on the way': () => createHourRepository(plans.db).transit(span),
  'taken the same day': () => createHourRepository(plans.db).takenBefore(span, span.to),
  'minutes with calls': () => createServiceReads(plans.db).minutes(span),
  'last answer': () => createTrackingRepository(plans.db).lastAnswerAt(),
  'orders booked in an hour': () =>
    createOrderRepository(plans.db).window(
      { booked: { ...span, carrier: 'ZTO' } },
      { offset: 0, limit: 100 },
    ),
};

it.each(Object.keys(asked))('reads the %s along an index', async (name) => {
  const steps = await plans.planOf(async () => asked[name]?.());
  expect(steps.length).toBeGreaterThan(0);
  expect(
    steps.filter((step) =>
      /^SCAN (service_hours|hour_counts|parcel_times|transit_counts|shipments|orders|tracking|call_buckets)\b(?! USING (COVERING )?INDEX)/.test(
        step,
      ),
    ),
  ).toEqual([]);
});

it('reads the minutes of a month by hours, not the buckets of each minute', async () => {
  const steps = await plans.planOf(() => createServiceReads(plans.db).minutes(span));
  expect(steps.join('\n')).toContain('service_hours');
});
