import { kuaidi100Code } from '../../../shared/domain/carriers/platformCarrierCodes.ts';
import { didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import type { FreightEstimate, FreightRequest } from '../kit/platformServices.ts';
import { oneText } from './bookingToWire.ts';
import { callLabel } from './call.ts';
import { questionFault } from './faults.ts';
import { priceReply, verdictOf } from './wire.ts';

/** What one carrier would cost (method `price`): the cheapest of its products, in whole fen. A carrier must be named. */
export async function freight(
  { sender, receiver, carrier, weightGrams }: FreightRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<readonly FreightEstimate[]>> {
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
  const replied = await callLabel(
    { name: 'label', method: 'price', kind: 'asks', data, replySchema: priceReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const { isGood, code } = verdictOf(replied.value);
  if (!isGood) return withNote(questionFault(code, replied.value.message), code, '');
  const prices = (replied.value.data?.combos ?? []).map(({ price }) => price).filter(Number.isFinite);
  const estimates = prices.length === 0 ? [] : [estimateOf(carrier, Math.min(...prices))];
  return withNote(happened(estimates), code, '');
}

function estimateOf(carrier: string, yuan: number): FreightEstimate {
  return { carrier, amountFen: Math.round(yuan * 100), firstWeightFen: null, continuedWeightFen: null };
}
