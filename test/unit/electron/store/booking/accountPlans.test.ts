import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBookingReads } from '../../../../../electron/store/booking/bookingReads.ts';
import { createShipmentRepository } from '../../../../../electron/store/booking/shipmentRepository.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

let plans: StorePlans;
beforeAll(async () => {
  plans = await openStorePlans();
});
afterAll(() => plans.close());

/** An account that booked a million parcels has a handful under way: whoever goes along its own index reads the million. */
const asked: Readonly<Record<string, (plans: StorePlans) => Promise<unknown>>> = {
  'how much is under way': ({ db }) => createShipmentRepository(db).countUnfinished('a1'),
  'its last bookings': ({ db }) => createShipmentRepository(db).newestBooked('a1', 20),
  'which orders wait at it': ({ db }) =>
    createBookingReads(db).plannedOrderIds('a1', Number.POSITIVE_INFINITY),
  'what removing it would leave behind': ({ db }) => createBookingReads(db).heldCounts(['a1']),
  'which orders removing it would leave behind': ({ db }) => createBookingReads(db).heldOrders(['a1'], 20),
};

it.each(Object.entries(asked))('reads of an account %s along the states of its bookings', async (_, ask) => {
  const steps = (await plans.planOf(() => ask(plans))).join('\n');
  expect(steps).toMatch(/shipments USING (COVERING )?INDEX shipments_state \(state=\? AND account_id=\?/);
  expect(steps).not.toMatch(/SCAN shipments|sqlite_autoindex_shipments_2/);
});
