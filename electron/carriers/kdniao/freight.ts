import { z } from 'zod';
import { type CallOutcome, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformCalls } from '../kit/carrierPlatform.ts';
import type { FreightEstimate, FreightRequest } from '../kit/platformServices.ts';
import { looseText, wireMoney } from '../kit/wireValues.ts';
import { call, envelope } from './call.ts';
import { askFault, reachReason } from './faults.ts';
import { placeToWire } from './partyToWire.ts';

/** The one reply whose names are in camel case. */
const freightReply = z.object({
  ...envelope,
  Data: z.array(z.object({ shipperCode: looseText, cost: wireMoney })).nullish(),
});
type FreightReply = z.infer<typeof freightReply>;

/** The collection service's price (interface 1815), one estimate per carrier. Never an invoice. */
export const freight: PlatformCalls['freight'] = (request, account, ports) => {
  const { insuredValueFen = 0 } = request;
  const data = {
    ...(request.carrier === '' ? {} : { ShipperCode: request.carrier }),
    Sender: placeToWire(request.sender),
    Receiver: placeToWire(request.receiver),
    Weight: request.weightGrams / 1_000,
    ...(insuredValueFen === 0 ? {} : { InsureAmount: insuredValueFen / 100 }),
  };
  return call('1815', { data, schema: freightReply }, account, ports, (reply) => readFreight(reply, request));
};

function readFreight(
  { Success, ResultCode, Reason, Data }: FreightReply,
  { carrier }: FreightRequest,
): CallOutcome<readonly FreightEstimate[]> {
  // No carrier goes there: no price, which is an answer.
  if (!Success) return reachReason(Reason) === 'out-of-area' ? happened([]) : askFault(ResultCode, Reason);
  const estimates = (Data ?? []).flatMap(({ shipperCode, cost }): FreightEstimate[] =>
    shipperCode === '' || cost === null || (carrier !== '' && shipperCode !== carrier)
      ? []
      : [{ carrier: shipperCode, amountFen: cost }],
  );
  return happened(estimates);
}
