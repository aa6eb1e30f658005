import { happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import type { CancelPickupRequest } from '../kit/platformServices.ts';
import { withNote } from '../kit/withNote.ts';
import { changeFault } from './askFault.ts';
import { call } from './call.ts';
import { cleanText } from './cleanText.ts';
import { reasonKind } from './reasons.ts';
import { plainReply } from './wire.ts';

/** Vendor page of 2020: 100; a public client of 2023: 99. */
const maxReasonLength = 99;

/** Calls a pickup off (1802, 1004), possible until the courier has the parcel. Called off before: calm success. */
export async function cancelPickup(
  request: CancelPickupRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<null>> {
  const { carrier, orderCode, waybillNo } = request;
  const reason = [...cleanText(request.reason)].slice(0, maxReasonLength).join('');
  const isDoor = request.pickupKind === 'door';
  const data = {
    ...(carrier === '' ? {} : { ShipperCode: carrier }),
    OrderCode: orderCode,
    ...(waybillNo === '' ? {} : { LogisticCode: waybillNo }),
    // The vendor's page calls it Reason, a client in use since CancelMsg.
    ...(isDoor && reason !== '' ? { Reason: reason, CancelMsg: reason } : {}),
  };
  const requestType = isDoor ? '1802' : '1004';
  const replied = await call({ requestType, kind: 'changes', data, replySchema: plainReply }, account, ports);
  if (!replied.ok) return replied;
  const { Success, ResultCode, Reason, UniquerRequestNumber } = replied.value;
  const isDone = Success && (ResultCode === '100' || ResultCode === '');
  const wasDone = ResultCode === '105' && reasonKind(Reason) === 'cancelled';
  const outcome = isDone || wasDone ? happened(null) : changeFault(ResultCode, Reason);
  return withNote(outcome, ResultCode, UniquerRequestNumber);
}
