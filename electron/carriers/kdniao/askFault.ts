import type { CallOutcome } from '../../../shared/errors/outcome.ts';
import { queryFault } from './faults.ts';

/**
 * A refused question about an address. The sentence decides which refusal it is and then stays here: it may repeat the
 * address in other words than ours, which no list of hidden texts would catch. What is told is the code.
 */
export function askFault(code: string, reason: string): CallOutcome<never> {
  const fault = queryFault(code, reason);
  return fault.ok || fault.params?.reason === undefined
    ? fault
    : { ...fault, params: { ...fault.params, reason: code || '105' } };
}
