import type { Party } from '../../../shared/domain/party.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/withNote.ts';
import { askFault } from './askFault.ts';
import { call } from './call.ts';
import { isNotUnderstood } from './reasons.ts';
import { type ParseReply, parseReply } from './wire.ts';

/** How the platform understands one free text (interface 6001): names of divisions as it writes them. */
export async function parseAddress(
  text: string,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Party>> {
  const replied = await call(
    { requestType: '6001', kind: 'asks', data: { Content: text }, replySchema: parseReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const reply = replied.value;
  return withNote(readParty(reply), reply.ResultCode, reply.UniquerRequestNumber);
}

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
