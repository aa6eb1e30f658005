import { kuaidi100Code } from '../../../shared/domain/carriers/platformCarrierCodes.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type {
  PlatformAccount,
  PlatformPorts,
  PlatformReply,
  ReachReply,
  ReachRequest,
} from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import { oneText } from './bookingToWire.ts';
import { callLabel } from './call.ts';
import { questionFault } from './faults.ts';
import { type AddressReply, addressReply, reachReply, verdictOf } from './wire.ts';

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

/** Required by the interface, though the answer depends on the addresses alone: nobody's name or number is told. */
const nobody = {
  recManName: '收件人',
  recManMobile: '13800000000',
  sendManName: '寄件人',
  sendManMobile: '13800000000',
};

/** Whether one carrier goes from here to there. A carrier must be named; without one nothing is asked. */
export async function checkReach(
  { sender, receiver, carrier }: ReachRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<ReachReply>> {
  const kuaidicom = kuaidi100Code(carrier);
  if (kuaidicom === null) return didNotHappen('CARRIER_NOT_OFFERED', { carrier });
  const data = {
    kuaidicom,
    ...nobody,
    sendManPrintAddr: oneText(sender),
    recManPrintAddr: oneText(receiver),
  };
  const replied = await callLabel(
    { name: 'reach', method: 'reachable', kind: 'asks', data, replySchema: reachReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const { isGood, code } = verdictOf(replied.value);
  const outcome: CallOutcome<ReachReply> = isGood
    ? happened({ answer: answerOf(replied.value.data), carrier })
    : questionFault(code, replied.value.message);
  return withNote(outcome, code, '');
}

/** The page lists the fields of `data` only in part: a word that is neither yes nor no says nothing. */
function answerOf(data: { readonly toReachable: string; readonly reachable: string } | null) {
  const word = (data?.toReachable || data?.reachable || '').toLowerCase();
  if (word === '1' || word === 'true' || word === 'y') return 'reachable';
  return word === '0' || word === 'false' || word === 'n' ? 'not-reachable' : 'unknown';
}
