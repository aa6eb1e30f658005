import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from '../../carriers/kit/carrierPlatform.ts';
import type { Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { planBookings } from './plan.ts';
import { manualPlatform } from './writeBinding.ts';

/**
 * Plans a booking the way a former one went: account, carrier and printer. 0: the former number was hand-obtained, so the
 * order waits for a person to book it or to bind another.
 */
export async function bookLike(
  workspace: Workspace,
  orderId: string,
  former: Shipment,
  printerUri: string | null,
): Promise<Outcome<number>> {
  if (former.platform === manualPlatform) return done(0);
  const { sender, product = '', templateSize = '' } = JSON.parse(former.requestJson) as BookingRequest;
  const planned = await planBookings(workspace, {
    orderIds: [orderId],
    accountId: former.accountId,
    carrier: former.carrier,
    printerUri,
    sender,
    product,
    template: templateSize,
    path: former.path,
  });
  if (!planned.ok) return planned;
  const [refused] = planned.value.refused;
  return refused === undefined ? done(planned.value.planned) : refused.failure;
}

/** Where its labels went: the printer of its last label, else the one it was booked for; null: it had none. */
export async function printerOf(
  read: Pick<Repositories, 'printJobs'>,
  shipment: Shipment,
): Promise<string | null> {
  const last = (await read.printJobs.ofShipment(shipment.id)).at(-1);
  const printerUri = last?.printerUri || shipment.printerUri;
  return printerUri === '' ? null : printerUri;
}
