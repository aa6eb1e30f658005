import { kuaidi100Code } from '../../../shared/domain/carriers/platformCarrierCodes.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { accountTexts } from '../kit/hiddenTexts.ts';
import type { SubscribeRequest } from '../kit/platformServices.ts';
import { redactReason } from '../kit/redactReason.ts';
import { withNote } from '../kit/withNote.ts';
import { callSubscribe } from './call.ts';
import { askFault } from './faults.ts';
import { pushSalt } from './pushSalt.ts';
import { plainReply, verdictOf } from './wire.ts';

/** Asks for news of a number. It is pushed to the request's address or that of the account, signed with our salt. */
export async function subscribe(
  request: SubscribeRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<null>> {
  const callbackurl = request.callbackUrl || account.fields.callbackUrl || '';
  if (callbackurl === '') return didNotHappen('CARRIER_FIELD_MISSING', { field: 'account.callbackUrl' });
  const company = kuaidi100Code(request.carrier);
  const data = {
    ...(company === null ? {} : { company }),
    number: request.waybillNo,
    key: account.merchantId,
    parameters: {
      callbackurl,
      salt: pushSalt(account),
      resultv2: '4',
      ...(company === null ? { autoCom: '1' } : {}),
      ...(request.phoneTail === '' ? {} : { phone: request.phoneTail }),
    },
  };
  const replied = await callSubscribe(data, plainReply, account, ports);
  if (!replied.ok) return replied;
  const { code } = verdictOf(replied.value);
  const hidden = [account.merchantId, ...accountTexts(account), request.waybillNo, request.phoneTail];
  return withNote(readSubscribed(code, redactReason(replied.value.message, hidden)), code, '');
}

/** 501: followed already. 700 to 702: the data, the carrier or the number is not accepted. */
function readSubscribed(code: string, reason: string): CallOutcome<null> {
  if (code === '200' || code === '501') return happened(null);
  return code === '700' || code === '701' || code === '702'
    ? didNotHappen('CARRIER_FIELD', { reason: reason || code })
    : askFault(code, reason);
}
