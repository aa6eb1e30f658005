import { type CallOutcome, didNotHappen, unknownOutcome } from '../../../shared/errors/outcome.ts';
import { carrierAccountWords, unsettledWords } from '../kit/exchange.ts';
import { codeTable, ofQuestion, refusal } from '../kit/refusal.ts';

/** Seconds a whole account waits after SF said that it controls a peak. */
const peakWaitSeconds = 60;
const busyWaitSeconds = 5;

const codes = codeTable({
  CARRIER_NOT_FOUND: ['6150', '8018', '8024'],
  CARRIER_CREDENTIALS: ['A1002', 'A1006', 'A1008'],
  CARRIER_PERMISSION: ['A1003', 'A1004'],
  CARRIER_ACCOUNT: ['6126', '8114', '8119', '8256'],
  CARRIER_ENVIRONMENT: ['8247'],
  CARRIER_PROHIBITED: ['20035'],
  CARRIER_FIELD: ['A1001', '8057', '8067', '8117', '8196'],
});

/** There is no such order. */
export function isAbsent(code: string): boolean {
  return codes.get(code) === 'CARRIER_NOT_FOUND';
}

/**
 * A refusal of the gateway (A-codes) or a service, as our code and certainty; SF's overview page lists both. `reason`
 * must be redacted already. A gateway that cannot reach its service, or a code without words, leaves open what happened.
 */
export function sfFault(code: string, reason: string): CallOutcome<never> {
  // 1010 to 1016: a field of sender or receiver is empty.
  const known = /^101[0-6]$/.test(code) ? 'CARRIER_FIELD' : codes.get(code);
  if (known !== undefined) return refusal(known, reason || code);
  if (code === 'A1005') return didNotHappen('CARRIER_BUSY', { waitSeconds: busyWaitSeconds });
  if (code === '8177') return didNotHappen('CARRIER_PEAK', { waitSeconds: peakWaitSeconds });
  const isGateway = code.startsWith('A') || code.startsWith('S') || code === '';
  if (isGateway || reason === '' || unsettledWords.test(reason))
    return unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason: reason || code || '?' });
  return didNotHappen(carrierAccountWords.test(reason) ? 'CARRIER_ACCOUNT' : 'CARRIER_REFUSED', { reason });
}

/** The same for a question. */
export function askFault(code: string, reason: string): CallOutcome<never> {
  return ofQuestion(sfFault(code, reason));
}
