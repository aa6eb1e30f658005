import { z } from 'zod';
import type { Party } from '../../../shared/domain/party.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformCalls, ReachReply } from '../kit/carrierPlatform.ts';
import { looseText } from '../kit/wireValues.ts';
import { call, envelope, plainReply } from './call.ts';
import { askFault, isNotUnderstood, reachReason } from './faults.ts';
import { placeToWire } from './partyToWire.ts';

const parseReply = z.object({
  ...envelope,
  Data: z
    .object({
      ProvinceName: looseText,
      CityName: looseText,
      ExpAreaName: looseText,
      StreetName: looseText,
      Address: looseText,
      Name: looseText,
      Mobile: looseText,
      ExtMobile: looseText,
    })
    .nullish(),
});
type ParseReply = z.infer<typeof parseReply>;

/** The platform's reading of one free text (interface 6001): divisions as the platform writes them. */
export const parseAddress: PlatformCalls['parseAddress'] = (text, account, ports) => {
  return call('6001', { data: { Content: text }, schema: parseReply }, account, ports, readParty);
};

function readParty({ Success, ResultCode, Reason, Data }: ParseReply): CallOutcome<Party> {
  if (!Success) {
    return isNotUnderstood(Reason) ? didNotHappen('ASK_NOT_UNDERSTOOD') : askFault(ResultCode, Reason);
  }
  const party: Party = {
    name: Data?.Name ?? '',
    phone: Data?.Mobile ?? '',
    extension: Data?.ExtMobile ?? '',
    province: Data?.ProvinceName ?? '',
    city: Data?.CityName ?? '',
    district: Data?.ExpAreaName ?? '',
    town: Data?.StreetName ?? '',
    detail: Data?.Address ?? '',
  };
  return Object.values(party).every((field) => field === '')
    ? didNotHappen('ASK_NOT_UNDERSTOOD')
    : happened(party);
}

/** Same-day collection, the widest of the three; the account field `ShipperType` can set another. */
const sameDayCollection = '5';

/**
 * Whether a parcel can go from here to there (interface 1814). It names no carrier: the answer is about the platform's collection service,
 * so the hint applies to whichever carrier it sends.
 */
export const checkReach: PlatformCalls['checkReach'] = ({ sender, receiver }, account, ports) => {
  const data = {
    ShipperType: account.fields.ShipperType ?? sameDayCollection,
    Sender: placeToWire(sender),
    Receiver: placeToWire(receiver),
  };
  return call('1814', { data, schema: plainReply }, account, ports, ({ Success, ResultCode, Reason }) =>
    readReach(Success, ResultCode, Reason),
  );
};

function readReach(isServed: boolean, code: string, reason: string): CallOutcome<ReachReply> {
  const kind = reachReason(reason);
  if (isServed) {
    // Served and out of area at once is no answer.
    const answer = kind === 'out-of-area' ? 'unknown' : kind === 'remote' ? 'remote' : 'reachable';
    return happened({ answer, carrier: '' });
  }
  // These codes (101 to 104, 405) mean that the question was wrong, whatever the sentence adds.
  const isAnswer = code === '105' || code === '100' || code === '';
  return kind === 'out-of-area' && isAnswer
    ? happened({ answer: 'not-reachable', carrier: '' })
    : askFault(code, reason);
}
