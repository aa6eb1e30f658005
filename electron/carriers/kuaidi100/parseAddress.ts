import type { Party } from '../../../shared/domain/party.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/withNote.ts';
import { callLabel } from './call.ts';
import { questionFault } from './questionFault.ts';
import { type AddressReply, addressReply, verdictOf } from './wire.ts';

/** How the platform understands one free text (address resolution, down to the street level). */
export async function parseAddress(
  text: string,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Party>> {
  const data = { content: text, addressLevel: 4 };
  const replied = await callLabel(
    { name: 'address', method: '', kind: 'asks', data, replySchema: addressReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  return withNote(readParty(replied.value), verdictOf(replied.value).code, '');
}

function readParty(reply: AddressReply): CallOutcome<Party> {
  const { isGood, code } = verdictOf(reply);
  if (!isGood) return questionFault(code, reply.message);
  const first = reply.data?.result?.[0];
  const [phone = '', extension = ''] = (first?.mobile?.[0] ?? '').split(/\s*[-转#]\s*(?=\d{1,6}$)/u);
  const party: Party = {
    name: first?.name ?? '',
    phone,
    extension,
    province: first?.xzq?.province ?? '',
    city: first?.xzq?.city ?? '',
    district: first?.xzq?.district ?? '',
    town: first?.xzq?.subArea ?? '',
    detail: first?.address ?? '',
  };
  const isRead = party.province !== '' || party.city !== '' || party.district !== '';
  return isRead ? happened(party) : didNotHappen('ASK_NOT_UNDERSTOOD');
}
