import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import type { Arrival, ArrivalRequest } from '../kit/platformServices.ts';
import { redactReason } from '../kit/redactReason.ts';
import { toWireTime } from '../kit/wireTime.ts';
import { withNote } from '../kit/withNote.ts';
import { askFault } from './askFault.ts';
import { call } from './call.ts';
import { carrierRule } from './carrierRules.ts';
import { placeToWire } from './placeToWire.ts';
import { promisedMoment } from './promisedMoment.ts';
import { type ArrivalReply, arrivalReply } from './wire.ts';

/** When a parcel would arrive: 6004 before it is shipped, 6006 with its number. */
export async function arrival(
  request: ArrivalRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Arrival>> {
  const requestType = request.waybillNo === '' ? '6004' : '6006';
  const data = arrivalToWire(request);
  const replied = await call({ requestType, kind: 'asks', data, replySchema: arrivalReply }, account, ports);
  if (!replied.ok) return replied;
  const reply = replied.value;
  const sentAt = request.sentAt ?? ports.clock.now();
  return withNote(readArrival(reply, sentAt), reply.ResultCode, reply.UniquerRequestNumber);
}

function arrivalToWire(request: ArrivalRequest): Readonly<Record<string, unknown>> {
  const from = placeToWire(request.sender);
  const to = placeToWire(request.receiver);
  const needsTail = request.waybillNo !== '' && carrierRule(request.carrier).needsPhoneTail;
  return {
    ShipperCode: request.carrier,
    ...(request.waybillNo === '' ? {} : { LogisticCode: request.waybillNo }),
    SendProvince: from.ProvinceName,
    SendCity: from.CityName,
    SendArea: from.ExpAreaName,
    ReceiveProvince: to.ProvinceName,
    ReceiveCity: to.CityName,
    ReceiveArea: to.ExpAreaName,
    ...(request.sentAt === null ? {} : { CatchTime: toWireTime(request.sentAt) }),
    ...(request.weightGrams === null ? {} : { Weight: request.weightGrams / 1_000 }),
    ...(needsTail && request.phoneTail !== '' ? { ReceiverPhone: request.phoneTail } : {}),
    Quantity: 1,
  };
}

function readArrival(
  { Success, ResultCode, Reason, Data }: ArrivalReply,
  sentAt: number,
): CallOutcome<Arrival> {
  if (!Success) return askFault(ResultCode, Reason);
  const words = redactReason(Data?.DeliveryTime || Data?.DeliveryMemo || '', []);
  const expectedAt = promisedMoment(
    { words: Data?.DeliveryTime ?? '', date: Data?.DeliveryDate ?? '', hours: Data?.Hour ?? '' },
    sentAt,
  );
  return words === '' && expectedAt === null
    ? didNotHappen('CARRIER_BAD_REPLY', { reason: 'no-arrival' })
    : happened({ expectedAt, words });
}
