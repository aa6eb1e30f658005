import { type CallOutcome, didNotHappen, unknownOutcome } from '../../../shared/errors/outcome.ts';
import { messageKind } from './reasons.ts';

/**
 * A parsed reply of the label family that is no success, as our code and certainty. `reason` must be redacted already.
 * Codes: the vendor's reprint, price and reach pages. What a carrier refuses comes under codes nobody lists, with the
 * reason in words: words of a fault leave open what it did, an empty text does too.
 */
export function labelFault(code: string, reason: string): CallOutcome<never> {
  switch (code) {
    case '30001':
    case '400':
      return didNotHappen('CARRIER_FIELD', { reason: reason || code });
    case '30002':
    case '30003':
    case '503':
    case '600':
      return didNotHappen('CARRIER_CREDENTIALS');
    case '601':
      return didNotHappen('CARRIER_ACCOUNT', { reason: reason || code });
    case '30004':
      return didNotHappen('CARRIER_BALANCE', { reason: reason || code });
    case '30009':
      return didNotHappen('CARRIER_NOT_FOUND');
    // 501 is "submitted twice", which says that something of ours is there; 200 here contradicts itself.
    case '200':
    case '-1':
    case '500':
    case '501':
    case '502':
      return unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason: reason || code });
    default:
      return messageFault(code, reason);
  }
}

/** The same for a question: it changed nothing, whatever was answered. A used-up quota is then one of questions. */
export function askFault(code: string, reason: string): CallOutcome<never> {
  const fault = labelFault(code, reason);
  if (fault.ok) return fault;
  return fault.code === 'CARRIER_BALANCE'
    ? didNotHappen('CARRIER_QUOTA')
    : { ...fault, certainty: 'did-not-happen' };
}

function messageFault(code: string, reason: string): CallOutcome<never> {
  if (reason === '') return unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason: code || '?' });
  switch (messageKind(reason)) {
    case 'unsettled':
      return unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason });
    case 'credentials':
      return didNotHappen('CARRIER_CREDENTIALS');
    case 'permission':
      return didNotHappen('CARRIER_PERMISSION', { reason });
    case 'arrears':
      return didNotHappen('CARRIER_ARREARS', { reason });
    case 'balance':
      return didNotHappen('CARRIER_BALANCE', { reason });
    case 'not-found':
      return didNotHappen('CARRIER_NOT_FOUND');
    default:
      return didNotHappen('CARRIER_REFUSED', { reason });
  }
}
