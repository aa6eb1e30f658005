import { type CallOutcome, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import type { FreightEstimate, FreightRequest } from '../kit/platformServices.ts';
import { call } from './call.ts';
import { askFault, reachReason } from './faults.ts';
import { placeToWire } from './partyToWire.ts';
import { type FreightReply, freightReply } from './wire.ts';

/** What the collection service would charge (interface 1815), one estimate a carrier. Never an invoice. */
export async function freight(
  request: FreightRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<readonly FreightEstimate[]>> {
  const { insuredValueFen = 0 } = request;
  const data = {
    ...(request.carrier === '' ? {} : { ShipperCode: request.carrier }),
    Sender: placeToWire(request.sender),
    Receiver: placeToWire(request.receiver),
    Weight: request.weightGrams / 1_000,
    ...(insuredValueFen === 0 ? {} : { InsureAmount: insuredValueFen / 100 }),
  };
  const replied = await call(
    { requestType: '1815', kind: 'asks', data, replySchema: freightReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const reply = replied.value;
  return withNote(readFreight(reply, request), reply.ResultCode, reply.UniquerRequestNumber);
}

function readFreight(
  { Success, ResultCode, Reason, Data }: FreightReply,
  { carrier }: FreightRequest,
): CallOutcome<readonly FreightEstimate[]> {
  // Nobody goes there: there is nothing to pay, which is an answer.
  if (!Success) return reachReason(Reason) === 'out-of-area' ? happened([]) : askFault(ResultCode, Reason);
  const estimates = (Data ?? []).flatMap(
    ({ shipperCode, cost, firstWeightAmount, continuousWeightAmount }): FreightEstimate[] =>
      shipperCode === '' || cost === null || (carrier !== '' && shipperCode !== carrier)
        ? []
        : [
            {
              carrier: shipperCode,
              amountFen: cost,
              firstWeightFen: firstWeightAmount,
              continuedWeightFen: continuousWeightAmount,
            },
          ],
  );
  return happened(estimates);
}
