import { type CallOutcome, didNotHappen, unknownOutcome } from '../../../shared/errors/outcome.ts';
import { reasonKind } from './reasons.ts';

/**
 * A parsed reply that is no success, as our code and certainty. `reason` must be redacted already.
 * Codes: lists of two public clients; 100, 105 and 106 also in the vendor's articles. 105 is "other, read the
 * Reason": fault words leave open what the carrier did; a code nobody has documented does too.
 */
export function resultFault(code: string, reason: string): CallOutcome<never> {
  switch (code) {
    case '101':
    case '103':
    case '401':
    case '402':
    case '403':
    case '404':
      return didNotHappen('CARRIER_FIELD', { reason: reason || code });
    case '102':
      return reasonKind(reason) === 'permission'
        ? didNotHappen('CARRIER_PERMISSION', { reason })
        : didNotHappen('CARRIER_CREDENTIALS');
    case '104':
      return accountFault(reason || code);
    case '405':
      return didNotHappen('CARRIER_QUOTA');
    case '105':
      return reasonFault(reason);
    default:
      return unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason: reason || code || '?' });
  }
}

/** The same for a query: it changed nothing, whatever was answered. Query replies may lack a code altogether. */
export function queryFault(code: string, reason: string): CallOutcome<never> {
  const fault = resultFault(code || '105', reason);
  return fault.ok ? fault : { ...fault, certainty: 'did-not-happen' };
}

/** 104: the account itself; in arrears, not opened, or disabled. */
function accountFault(reason: string): CallOutcome<never> {
  switch (reasonKind(reason)) {
    case 'permission':
      return didNotHappen('CARRIER_PERMISSION', { reason });
    case 'arrears':
    case 'balance':
      return didNotHappen('CARRIER_ARREARS', { reason });
    default:
      return didNotHappen('CARRIER_ACCOUNT', { reason });
  }
}

function reasonFault(reason: string): CallOutcome<never> {
  if (reason === '') return unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason: '105' });
  switch (reasonKind(reason)) {
    case 'ambiguous':
      return unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason });
    case 'permission':
      return didNotHappen('CARRIER_PERMISSION', { reason });
    case 'credentials':
      return didNotHappen('CARRIER_CREDENTIALS');
    case 'arrears':
      return didNotHappen('CARRIER_ARREARS', { reason });
    case 'balance':
      return didNotHappen('CARRIER_BALANCE', { reason });
    case 'quota':
      return didNotHappen('CARRIER_QUOTA');
    case 'not-found':
      return didNotHappen('CARRIER_NOT_FOUND');
    default:
      return didNotHappen('CARRIER_REFUSED', { reason });
  }
}
