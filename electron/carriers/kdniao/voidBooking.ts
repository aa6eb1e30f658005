import { type CallOutcome, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply, VoidRequest } from '../kit/carrierPlatform.ts';
import { call, type PlainReply, plainReply } from './call.ts';
import { changeFault, reasonKind } from './faults.ts';

/** Cancels a booking (interface 1147), possible until the parcel is collected. */
export function voidBooking(
  request: VoidRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<null>> {
  const data = {
    ShipperCode: request.carrier,
    OrderCode: request.orderCode,
    ExpNo: request.waybillNo,
    CustomerName: account.fields.CustomerName ?? '',
    CustomerPwd: account.fields.CustomerPwd ?? '',
  };
  const asked = { requestType: '1147', kind: 'changes', data, schema: plainReply } as const;
  return call(asked, account, ports, readCancelled);
}

/** Cancelled before: calm success. */
export function readCancelled({ Success, ResultCode, Reason }: PlainReply): CallOutcome<null> {
  const isDone = Success && (ResultCode === '100' || ResultCode === '');
  const wasDone = ResultCode === '105' && reasonKind(Reason) === 'cancelled';
  return isDone || wasDone ? happened(null) : changeFault(ResultCode, Reason);
}
