import { type CallOutcome, didNotHappen } from '../../../shared/errors/outcome.ts';
import { askFault } from './faults.ts';

/**
 * A refused question about an address. The sentence decides which refusal it is and then stays here: it may repeat the
 * address in other words than ours. What is told is the code.
 */
export function questionFault(code: string, message: string): CallOutcome<never> {
  // 400 here: the division could not be read.
  if (code === '400') return didNotHappen('ASK_NOT_UNDERSTOOD');
  const fault = askFault(code, message);
  return fault.ok || fault.params?.reason === undefined
    ? fault
    : { ...fault, params: { ...fault.params, reason: code || '?' } };
}
