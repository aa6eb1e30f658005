import { afterEach, beforeEach, expect, it } from 'vitest';
import { readArrival } from '../../../../../electron/usecases/tracking/care/arrival.ts';
import { followParcels } from '../../../../../electron/usecases/tracking/storeSnapshot.ts';
import { bookingNo } from '../../../../doubles/platforms/scriptedPlatform.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { sampleShipment } from '../../../../doubles/workspace/sampleShipment.ts';

const waybillNo = '73610555582883';
let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

async function arrivalOf(promisedAt: number | null, expectedDate?: string) {
  const now = workspace.clock.now();
  const order = sampleOrder(1, { state: 'booked', waybillNo, promisedAt });
  const booking = { ...bookingNo(waybillNo), ...(expectedDate === undefined ? {} : { expectedDate }) };
  const shipment = sampleShipment({
    orderId: order.id,
    state: 'booked',
    waybillNo,
    bookingJson: JSON.stringify(booking),
  });
  await workspace.store.write((write) => followParcels(write, order, shipment, now));
  const arrival = await readArrival(workspace, { waybillNo });
  if (!arrival.ok) throw new Error(arrival.code);
  return arrival.value;
}

it('holds a parcel to what the sales platform promised its buyer, whatever the carrier reckons with', async () => {
  const promisedAt = workspace.clock.now() + 50 * 3_600_000;
  expect(await arrivalOf(promisedAt, '2030-01-06')).toMatchObject({ promisedAt, promiseFrom: 'shop' });
});

it('knows of no promise where nobody made one', async () => {
  expect(await arrivalOf(null)).toMatchObject({ promisedAt: null, standing: 'no-promise' });
});
