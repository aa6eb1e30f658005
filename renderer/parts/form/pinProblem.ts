import { isUsablePin } from '../../../shared/rules/isUsablePin.ts';

/** What is wrong with a PIN typed twice; null: it can be saved. */
export function pinProblem(pin: string, again: string): 'form' | 'unlike' | null {
  if (!isUsablePin(pin)) return 'form';
  return pin === again ? null : 'unlike';
}
