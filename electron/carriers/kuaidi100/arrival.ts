import { z } from 'zod';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformCalls } from '../kit/carrierPlatform.ts';
import type { Arrival } from '../kit/platformServices.ts';
import { looseText, toWireTime, wireTime } from '../kit/wireValues.ts';
import { oneText } from './bookingToWire.ts';
import { callLabel, envelope, orNull } from './call.ts';
import { questionFault } from './faults.ts';
import { kuaidi100Code } from './manifest.ts';

const arrivalReply = z.object({
  ...envelope,
  data: z.preprocess(orNull, z.object({ arrivalTime: looseText, deliveryExpendTime: looseText }).nullable()),
});

/** When a parcel would arrive (method `time`): three levels of both addresses and the time of collection. */
export const arrival: PlatformCalls['arrival'] = async (
  { carrier, sender, receiver, sentAt },
  account,
  ports,
) => {
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
  const call = { name: 'label', method: 'time', kind: 'asks', data, schema: arrivalReply } as const;
  return callLabel(call, account, ports, (reply, { isGood, code }) =>
    isGood ? arrivalOf(reply.data?.arrivalTime ?? '') : questionFault(code, reply.message),
  );
};

function arrivalOf(words: string): CallOutcome<Arrival> {
  return words === ''
    ? didNotHappen('CARRIER_BAD_REPLY', { reason: 'no-arrival' })
    : happened({ expectedAt: wireTime(words), words });
}
