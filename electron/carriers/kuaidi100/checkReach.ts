import { kuaidi100Code } from '../../../shared/domain/carriers/platformCarrierCodes.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type {
  PlatformAccount,
  PlatformPorts,
  PlatformReply,
  ReachReply,
  ReachRequest,
} from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/withNote.ts';
import { callLabel } from './call.ts';
import { oneText } from './partyToWire.ts';
import { questionFault } from './questionFault.ts';
import { reachReply, verdictOf } from './wire.ts';

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
