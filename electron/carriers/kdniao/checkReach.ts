import { type CallOutcome, happened } from '../../../shared/errors/outcome.ts';
import type {
  PlatformAccount,
  PlatformPorts,
  PlatformReply,
  ReachReply,
  ReachRequest,
} from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/withNote.ts';
import { askFault } from './askFault.ts';
import { call } from './call.ts';
import { placeToWire } from './placeToWire.ts';
import { reachReason } from './reasons.ts';
import { plainReply } from './wire.ts';

/** Same-day collection, the widest of the three; the account field `ShipperType` may say another. */
const sameDayCollection = '5';

/**
 * Whether a parcel can go from here to there (interface 1814). It names no carrier: the answer is about the platform's
 * collection service, so the hint stands for whichever carrier it sends.
 */
export async function checkReach(
  { sender, receiver }: ReachRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<ReachReply>> {
  const data = {
    ShipperType: account.fields.ShipperType ?? sameDayCollection,
    Sender: placeToWire(sender),
    Receiver: placeToWire(receiver),
  };
  const replied = await call(
    { requestType: '1814', kind: 'asks', data, replySchema: plainReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const { Success, ResultCode, Reason, UniquerRequestNumber } = replied.value;
  return withNote(readReach(Success, ResultCode, Reason), ResultCode, UniquerRequestNumber);
}

function readReach(isServed: boolean, code: string, reason: string): CallOutcome<ReachReply> {
  const told = reachReason(reason);
  if (isServed) {
    // Served and out of area at once says neither.
    const answer = told === 'out-of-area' ? 'unknown' : told === 'remote' ? 'remote' : 'reachable';
    return happened({ answer, carrier: '' });
  }
  // A code of its own (101 to 104, 405) says that the question was wrong, whatever the sentence adds.
  const isAnswer = code === '105' || code === '100' || code === '';
  return told === 'out-of-area' && isAnswer
    ? happened({ answer: 'not-reachable', carrier: '' })
    : askFault(code, reason);
}
