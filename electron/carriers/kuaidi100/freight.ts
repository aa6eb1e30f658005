import { z } from 'zod';
import { didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformCalls } from '../kit/carrierPlatform.ts';
import { looseText } from '../kit/wireValues.ts';
import { oneText } from './bookingToWire.ts';
import { callLabel, envelope, orNull } from './call.ts';
import { questionFault } from './faults.ts';
import { kuaidi100Code } from './manifest.ts';

const priceReply = z.object({
  ...envelope,
  data: z.preprocess(
    orNull,
    z
      .object({
        kuaidicom: looseText,
        combos: z.array(z.object({ price: z.coerce.number().nonnegative().catch(Number.NaN) })).nullish(),
      })
      .nullable(),
  ),
});

/** What one carrier would cost (method `price`): the cheapest of its products, in whole fen. A carrier must be named. */
export const freight: PlatformCalls['freight'] = async (
  { sender, receiver, carrier, weightGrams },
  account,
  ports,
) => {
  const kuaidicom = kuaidi100Code(carrier);
  if (kuaidicom === null) return didNotHappen('CARRIER_NOT_OFFERED', { carrier });
  const { partnerId } = account.fields;
  const data = {
    kuaidicom,
    sendAddr: oneText(sender),
    recAddr: oneText(receiver),
    weight: weightGrams / 1_000,
    ...(partnerId ? { partnerId } : {}),
  };
  const call = { name: 'label', method: 'price', kind: 'asks', data, schema: priceReply } as const;
  return callLabel(call, account, ports, (reply, { isGood, code }) => {
    if (!isGood) return questionFault(code, reply.message);
    const prices = (reply.data?.combos ?? []).map(({ price }) => price).filter(Number.isFinite);
    return happened(
      prices.length === 0 ? [] : [{ carrier, amountFen: Math.round(Math.min(...prices) * 100) }],
    );
  });
};
