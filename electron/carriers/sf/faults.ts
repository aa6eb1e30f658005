import { type CallOutcome, didNotHappen, unknownOutcome } from '../../../shared/errors/outcome.ts';
import { unsettledWords } from '../kit/exchange.ts';

/** Seconds a whole account waits after SF said that it controls a peak. */
const peakWaitSeconds = 60;
const busyWaitSeconds = 5;

/** Codes that say there is no such order. */
const absent: ReadonlySet<string> = new Set(['6150', '8018', '8024']);

export function isAbsent(code: string): boolean {
  return absent.has(code);
}

/**
 * A refusal of the gateway (A-codes) or a service, as our code and certainty; SF's overview page lists both. `reason`
 * must be redacted already. A gateway that cannot reach its service, or a code without words, leaves open what happened.
 */
export function sfFault(code: string, reason: string): CallOutcome<never> {
  if (absent.has(code)) return didNotHappen('CARRIER_NOT_FOUND');
  switch (code) {
    case 'A1002':
    case 'A1006':
    case 'A1008':
      return didNotHappen('CARRIER_CREDENTIALS');
    case 'A1003':
    case 'A1004':
      return didNotHappen('CARRIER_PERMISSION', { reason: reason || code });
    case 'A1005':
      return didNotHappen('CARRIER_BUSY', { waitSeconds: busyWaitSeconds });
    case '8177':
      return didNotHappen('CARRIER_PEAK', { waitSeconds: peakWaitSeconds });
    case '6126':
    case '8114':
    case '8119':
    case '8256':
      return didNotHappen('CARRIER_ACCOUNT', { reason: reason || code });
    case '8247':
      return didNotHappen('CARRIER_ENVIRONMENT');
    case '20035':
      return didNotHappen('CARRIER_PROHIBITED', { reason: reason || code });
    case 'A1001':
    case '8057':
    case '8067':
    case '8117':
    case '8196':
      return didNotHappen('CARRIER_FIELD', { reason: reason || code });
    default:
      return otherFault(code, reason);
  }
}

/** The same for a question: it changed nothing, whatever was answered. */
export function askFault(code: string, reason: string): CallOutcome<never> {
  const fault = sfFault(code, reason);
  return fault.ok ? fault : { ...fault, certainty: 'did-not-happen' };
}

function otherFault(code: string, reason: string): CallOutcome<never> {
  // 1010 to 1016: a field of sender or receiver is empty.
  if (/^101[0-6]$/.test(code)) return didNotHappen('CARRIER_FIELD', { reason: reason || code });
  const isGateway = code.startsWith('A') || code.startsWith('S') || code === '';
  if (isGateway || reason === '' || unsettledWords.test(reason))
    return unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason: reason || code || '?' });
  return didNotHappen('CARRIER_REFUSED', { reason });
}
