import { happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply, VoidRequest } from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import { call } from './call.ts';
import { changeFault, reasonKind } from './faults.ts';
import { plainReply } from './wire.ts';

/** Cancels a booking (interface 1147), possible until the parcel is collected. Cancelled before: calm success. */
export async function voidBooking(
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
  const replied = await call(
    { requestType: '1147', kind: 'changes', data, replySchema: plainReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const { Success, ResultCode, Reason, UniquerRequestNumber } = replied.value;
  const isDone = Success && (ResultCode === '100' || ResultCode === '');
  const wasDone = ResultCode === '105' && reasonKind(Reason) === 'cancelled';
  const outcome = isDone || wasDone ? happened(null) : changeFault(ResultCode, Reason);
  return withNote(outcome, ResultCode, UniquerRequestNumber);
}
