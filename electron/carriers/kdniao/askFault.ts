import type { CallOutcome } from '../../../shared/errors/outcome.ts';
import { queryFault, resultFault } from './faults.ts';
import { tradeWords } from './tradeWords.ts';

/**
 * A refusal whose sentence may name persons that no list of ours holds: the platform knows them from the booking, the
 * call at hand does not. The sentence decides which refusal it is and then stays here; told are its words of the trade,
 * else the code.
 */
export function askFault(code: string, reason: string): CallOutcome<never> {
  return told(queryFault(code, reason), code, reason);
}

/** The same for a call that changes something. */
export function changeFault(code: string, reason: string): CallOutcome<never> {
  return told(resultFault(code, reason), code, reason);
}

function told(fault: CallOutcome<never>, code: string, reason: string): CallOutcome<never> {
  if (fault.ok || fault.params?.reason === undefined) return fault;
  const known = /^\d{1,4}$/.test(code) ? code : '105';
  return { ...fault, params: { ...fault.params, reason: tradeWords(reason) || known } };
}
