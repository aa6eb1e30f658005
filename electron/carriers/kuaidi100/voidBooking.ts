import { kuaidi100Code } from '../../../shared/domain/carriers/platformCarrierCodes.ts';
import { didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply, VoidRequest } from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import { accountTexts, redactReason } from '../kit/redactReason.ts';
import { carrierOrderNo } from './book.ts';
import { pairsOf } from './bookingToWire.ts';
import { callLabel } from './call.ts';
import { labelFault, messageKind } from './faults.ts';
import { plainReply, verdictOf } from './wire.ts';

/** Cancels a booking (method `cancel`) with the account fields of the order. Cancelled before: calm success. */
export async function voidBooking(
  request: VoidRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<null>> {
  const kuaidicom = kuaidi100Code(request.carrier);
  if (kuaidicom === null) return didNotHappen('CARRIER_NOT_OFFERED', { carrier: request.carrier });
  const orderId = carrierOrderNo(request.platformRef ?? '');
  const data = {
    ...pairsOf(account),
    kuaidicom,
    kuaidinum: request.waybillNo,
    ...(orderId === '' ? {} : { orderId }),
    expType: account.fields.expType || '标准快递',
    reason: '取消',
  };
  const replied = await callLabel(
    { name: 'label', method: 'cancel', kind: 'changes', data, replySchema: plainReply },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const { isGood, code } = verdictOf(replied.value);
  const { message } = replied.value;
  const isDone = (isGood && (code === '200' || code === '')) || messageKind(message) === 'cancelled';
  const hidden = [account.merchantId, ...accountTexts(account)];
  return withNote(isDone ? happened(null) : labelFault(code, redactReason(message, hidden)), code, '');
}
