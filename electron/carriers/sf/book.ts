import type { Booking } from '../../../shared/domain/shipment.ts';
import { unknownOutcome } from '../../../shared/errors/outcome.ts';
import type {
  BookingRequest,
  PlatformAccount,
  PlatformPorts,
  PlatformReply,
} from '../kit/carrierPlatform.ts';
import { accountTexts, personalTexts } from '../kit/hiddenTexts.ts';
import { plainLine } from '../kit/plainLine.ts';
import { redactReason } from '../kit/redactReason.ts';
import { withNote } from '../kit/withNote.ts';
import { bookingToWire } from './bookingToWire.ts';
import { call } from './call.ts';
import { checkBooking } from './checkBooking.ts';
import { sfFault } from './faults.ts';
import { find } from './find.ts';
import { readOrder } from './readOrder.ts';
import { orderData } from './wire.ts';

/** This order code was used before; the refusal carries no number. */
const duplicate = '8016';

/** Books one order (EXP_RECE_CREATE_ORDER). An order that is there already is looked up, never booked under another code. */
export async function book(
  request: BookingRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Booking>> {
  const checked = checkBooking(request, account);
  if (!checked.ok) return { ...checked, certainty: 'did-not-happen' };
  const data = bookingToWire(request, account);
  const replied = await call(
    { service: 'EXP_RECE_CREATE_ORDER', kind: 'changes', data, dataSchema: orderData },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const answer = replied.value;
  if (answer.code === duplicate) return lookUp(request, account, ports);
  const personal = personalTexts(request);
  const hidden = [...personal, ...personal.map(plainLine), ...accountTexts(account)];
  const outcome =
    answer.data === null
      ? sfFault(answer.code, redactReason(answer.message, hidden))
      : readOrder(answer.data, request, answer.responseId);
  return withNote(outcome, answer.code, answer.responseId);
}

/** SF says that the order exists: whatever the search answers, it is not "no". */
async function lookUp(
  request: BookingRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Booking>> {
  const found = await find(request, account, ports);
  const isAnswer =
    found.ok || found.code === 'CARRIER_OUT_OF_RANGE' || found.code === 'CARRIER_MANUAL_REVIEW';
  if (isAnswer) return found;
  return withNote(unknownOutcome('CARRIER_EXISTS_UNSEEN'), duplicate, '');
}
