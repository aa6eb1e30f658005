import { didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import type { SubscribeRequest } from '../kit/platformServices.ts';
import { withNote } from '../kit/withNote.ts';
import { askFault } from './askFault.ts';
import { call } from './call.ts';
import { carrierRule } from './carrierRules.ts';
import { reasonKind } from './reasons.ts';
import { plainReply } from './wire.ts';

/**
 * Asks KDNiao to follow a number: 8008, or the free 1008 for accounts that query by 1002. The address it pushes to is
 * set in its console. E-waybills booked there are followed by themselves.
 */
export async function subscribe(
  request: SubscribeRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<null>> {
  const { carrier, waybillNo, orderCode, phoneTail } = request;
  if (carrier === '') return didNotHappen('CARRIER_FIELD_MISSING', { field: 'carrier' });
  const data = {
    ShipperCode: carrier,
    LogisticCode: waybillNo,
    ...(orderCode === '' ? {} : { OrderCode: orderCode }),
    ...(carrierRule(carrier).needsPhoneTail && phoneTail !== '' ? { CustomerName: phoneTail } : {}),
  };
  const requestType = account.fields.trackType === '1002' ? '1008' : '8008';
  const replied = await call({ requestType, kind: 'asks', data, replySchema: plainReply }, account, ports);
  if (!replied.ok) return replied;
  const { Success, ResultCode, Reason, UniquerRequestNumber } = replied.value;
  const isFollowed = Success || reasonKind(Reason) === 'subscribed';
  const outcome = isFollowed ? happened(null) : askFault(ResultCode, Reason);
  return withNote(outcome, ResultCode, UniquerRequestNumber);
}
