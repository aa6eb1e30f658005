import { type CallOutcome, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformCalls } from '../kit/carrierPlatform.ts';
import { call, type PlainReply, plainReply } from './call.ts';
import { changeFault, reasonKind } from './faults.ts';

/** Cancels a booking (interface 1147), possible until the parcel is collected. */
export const voidBooking: PlatformCalls['void'] = (request, account, ports) => {
  const data = {
    ShipperCode: request.carrier,
    OrderCode: request.orderCode,
    ExpNo: request.waybillNo,
    CustomerName: account.fields.CustomerName ?? '',
    CustomerPwd: account.fields.CustomerPwd ?? '',
  };
  return call('1147', { data, schema: plainReply }, account, ports, readCancelled);
};

/** Already cancelled: success. */
export function readCancelled({ Success, ResultCode, Reason }: PlainReply): CallOutcome<null> {
  const isDone = Success && (ResultCode === '100' || ResultCode === '');
  const wasDone = ResultCode === '105' && reasonKind(Reason) === 'cancelled';
  return isDone || wasDone ? happened(null) : changeFault(ResultCode, Reason);
}
