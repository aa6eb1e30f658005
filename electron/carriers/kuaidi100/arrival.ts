import { kuaidi100Code } from '../../../shared/domain/carriers/platformCarrierCodes.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import type { Arrival, ArrivalRequest } from '../kit/platformServices.ts';
import { toWireTime, wireTime } from '../kit/wireValues.ts';
import { oneText } from './bookingToWire.ts';
import { callLabel } from './call.ts';
import { questionFault } from './faults.ts';
import { arrivalReply, verdictOf } from './wire.ts';

/** When a parcel would arrive (method `time`): three levels of both addresses and the time of collection. */
export async function arrival(
  { carrier, sender, receiver, sentAt }: ArrivalRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Arrival>> {
  const kuaidicom = kuaidi100Code(carrier);
  if (kuaidicom === null) return didNotHappen('CARRIER_NOT_OFFERED', { carrier });
  const level3 = { town: '', detail: '' };
  const data = {
    kuaidicom,
    from: oneText({ ...sender, ...level3 }),
    to: oneText({ ...receiver, ...level3 }),
    orderTime: toWireTime(sentAt ?? ports.clock.now()),
    ...(account.fields.expType ? { expType: account.fields.expType } : {}),
  };
  const replied = await callLabel(
    { name: 'label', method: 'time', kind: 'asks', data, replySchema: arrivalReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const { isGood, code } = verdictOf(replied.value);
  if (!isGood) return withNote(questionFault(code, replied.value.message), code, '');
  return withNote(arrivalOf(replied.value.data?.arrivalTime ?? ''), code, '');
}

function arrivalOf(words: string): CallOutcome<Arrival> {
  return words === ''
    ? didNotHappen('CARRIER_BAD_REPLY', { reason: 'no-arrival' })
    : happened({ expectedAt: wireTime(words), words });
}
