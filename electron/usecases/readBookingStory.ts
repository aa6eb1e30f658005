import type { StoryShipment } from '../../shared/contracts/storyContract.ts';
import type { ErrorParams } from '../../shared/errors/outcome.ts';
import { findDelayMs } from '../dispatch/bookingSchedule.ts';
import type { JobsTable, ShipmentsTable } from '../store/schema.ts';
import { isSafeToRepeat } from './isSafeToRepeat.ts';
import type { Workspace } from './workspace.ts';

/** All that is known of an order's bookings: codes, calls, and what the program will do next by itself. */
export async function readBookingStory(
  { store, platforms, clock }: Pick<Workspace, 'store' | 'platforms' | 'clock'>,
  orderId: string,
): Promise<StoryShipment[]> {
  const { read } = store;
  const shipments = await read.shipments.ofOrder(orderId);
  const calls = await read.calls.ofOrder(orderId);
  const names = new Map((await read.accounts.all()).map(({ id, name }) => [id, name]));
  const told = await Promise.all(
    shipments.map(async (shipment) => ({
      ...viewOf(shipment, await read.jobs.ofSubject(shipment.id)),
      accountName: names.get(shipment.account_id) ?? '',
      maySendAgain: isSafeToRepeat({ platforms, clock }, shipment),
      calls: calls
        .filter((call) => call.order_code === shipment.order_code && call.account_id === shipment.account_id)
        .map((call) => ({
          id: call.id,
          at: call.at,
          interfaceName: call.interface_name,
          accountName: names.get(call.account_id) ?? '',
          certainty: call.certainty,
          errorCode: call.error_code,
          platformCode: call.platform_code,
          durationMs: call.duration_ms,
        })),
    })),
  );
  return told.reverse();
}

function viewOf(shipment: ShipmentsTable, job: JobsTable | undefined) {
  return {
    id: shipment.id,
    orderCode: shipment.order_code,
    platform: shipment.platform,
    carrier: shipment.carrier,
    state: shipment.state,
    waybillNo: shipment.waybill_no,
    errorCode: shipment.error_code,
    errorParams: { ...(JSON.parse(shipment.error_params_json) as ErrorParams) },
    plannedAt: shipment.created_at,
    sentAt: shipment.sent_at,
    bookedAt: shipment.booked_at,
    checksMade: shipment.find_count,
    checksPlanned: checksPlanned(),
    nextAt: job?.state === 'waiting' ? job.run_at : null,
    waitsForPerson: job?.state === 'parked',
  };
}

function checksPlanned(): number {
  let count = 0;
  while (findDelayMs(count) !== null) count++;
  return count;
}
