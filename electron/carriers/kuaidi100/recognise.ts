import { carrierOfKuaidi100 } from '../../../shared/domain/carriers/platformCarrierCodes.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { accountTexts } from '../kit/hiddenTexts.ts';
import { redactReason } from '../kit/redactReason.ts';
import { withNote } from '../kit/withNote.ts';
import { callRecognise } from './call.ts';
import { askFault } from './faults.ts';
import { recogniseReply } from './wire.ts';

/** Whose number it may be, likeliest first; carriers we have no code for are left out. Proves the key, not the secret. */
export async function recognise(
  waybillNo: string,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<readonly string[]>> {
  const replied = await callRecognise(waybillNo, recogniseReply, account, ports);
  if (!replied.ok) return replied;
  const reply = replied.value;
  if (Array.isArray(reply)) {
    const carriers = reply.map(({ comCode }) => carrierOfKuaidi100(comCode)).filter((code) => code !== null);
    return withNote(happened([...new Set(carriers)]), '', '');
  }
  const code = reply.returnCode || reply.code;
  const reason = redactReason(reply.message, [account.merchantId, ...accountTexts(account), waybillNo]);
  return withNote(recogniseFault(code, reason), code, '');
}

/** 701: the key is missing; 601 (the account has not bought the interface) and the rest as everywhere. */
function recogniseFault(code: string, reason: string): CallOutcome<never> {
  return code === '701' ? didNotHappen('CARRIER_CREDENTIALS') : askFault(code, reason);
}
