import type { StoryShipment } from '../../../shared/contracts/bookingHealth.ts';
import { findDelayMs } from '../../dispatch/laneWaits.ts';
import { errorParamsOf } from '../../store/database/storedJson.ts';
import type { Job, Shipment } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isSafeToRepeat } from './unsure.ts';

/** The history of an order's bookings: codes, calls, and what the program will do next automatically. */
export async function readBookingStory(workspace: Workspace, orderId: string): Promise<StoryShipment[]> {
  const { read } = workspace.store;
  const shipments = await read.shipments.ofOrder(orderId);
  const calls = await read.calls.ofOrder(orderId);
  const names = await read.accounts.names();
  const lines = await Promise.all(
    shipments.map(async (shipment) => ({
      ...viewOf(shipment, await read.jobs.ofSubject(shipment.id)),
      accountName: names.get(shipment.accountId) ?? '',
      maySendAgain: isSafeToRepeat(workspace, shipment),
      calls: calls
        .filter((call) => call.orderCode === shipment.orderCode && call.accountId === shipment.accountId)
        .map((call) => ({ ...call, accountName: names.get(call.accountId) ?? '' })),
    })),
  );
  return lines.reverse();
}

function viewOf(shipment: Shipment, job: Job | undefined) {
  return {
    ...shipment,
    errorParams: errorParamsOf(shipment.errorParamsJson),
    plannedAt: shipment.createdAt,
    checksMade: shipment.findCount,
    checksPlanned: checksPlanned(),
    nextAt: job?.state === 'waiting' ? job.runAt : null,
    waitsForPerson: job?.state === 'parked',
  };
}

function checksPlanned(): number {
  let count = 0;
  while (findDelayMs(count) !== null) count++;
  return count;
}
