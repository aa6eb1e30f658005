import { didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformCalls } from '../kit/carrierPlatform.ts';
import { carrierOrderNo } from './book.ts';
import { pairsOf } from './bookingToWire.ts';
import { callLabel, plainReply, questionReason } from './call.ts';
import { labelFault, messageKind } from './faults.ts';
import { kuaidi100Code } from './manifest.ts';

/** Cancels a booking (method `cancel`) with the account fields of the order. Cancelled before: calm success. */
export const voidBooking: PlatformCalls['void'] = async (request, account, ports) => {
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
  const call = { name: 'label', method: 'cancel', kind: 'changes', data, schema: plainReply } as const;
  return callLabel(call, account, ports, ({ message }, { isGood, code }) =>
    (isGood && (code === '200' || code === '')) || messageKind(message) === 'cancelled'
      ? happened(null)
      : labelFault(code, questionReason(message, account)),
  );
};
