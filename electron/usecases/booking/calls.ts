import type { CallRow } from '../../../shared/contracts/insight/callLog.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from '../../carriers/kit/carrierPlatform.ts';
import { bookingRequestJson } from '../../store/booking/bookingJson.ts';
import type { CallFilter } from '../../store/booking/callRepository.ts';
import { errorParamsOf } from '../../store/database/storedJson.ts';
import type { WindowRequest } from '../../store/orders/orderRepository.ts';
import type { Repositories } from '../../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';

type JoinedCall = Awaited<ReturnType<Repositories['calls']['chain']>>[number];

/** An order code has a handful of calls; one that was asked about endlessly is cut here. */
const longestChain = 100;

/** A window of the call log, newest first. */
export async function readCalls(
  { store }: Workspace,
  filter: CallFilter,
  window: WindowRequest,
): Promise<CallRow[]> {
  return (await store.read.calls.window(filter, window)).map(callView);
}

export interface CallDetail {
  readonly call: CallRow;
  /** The booking request as frozen before the first try; null: the call was not about one of our bookings. */
  readonly request: BookingRequest | null;
  readonly chain: readonly CallRow[];
}

/** One call with the booking it was about and every call made with the same order code. */
export async function readCall({ store }: Workspace, callId: string): Promise<Outcome<CallDetail>> {
  const row = await store.read.calls.byId(callId);
  if (row === undefined) return failure('CALL_NOT_FOUND');
  const isAboutBooking = row.orderCode !== '';
  const shipment = isAboutBooking
    ? await store.read.shipments.byCode(row.accountId, row.orderCode)
    : undefined;
  const chain = isAboutBooking ? await store.read.calls.chain(row.orderCode, longestChain) : [row];
  return done({
    call: callView(row),
    request: shipment === undefined ? null : bookingRequestJson.readOr(shipment.requestJson, null),
    chain: chain.map(callView),
  });
}

function callView({ errorParamsJson, ...row }: JoinedCall): CallRow {
  return {
    ...row,
    accountName: row.accountName ?? '',
    orderNo: row.orderNo ?? '',
    waybillNo: row.waybillNo ?? '',
    errorParams: errorParamsOf(errorParamsJson),
  };
}
