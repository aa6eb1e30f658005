import { failureOf } from './failureOf.ts';

/** Was this refused only because nobody has signed in? Then nothing was done, and asking again later is right. */
export function isSignInNeeded(error: unknown): boolean {
  return failureOf(error).code === 'OPERATOR_SIGN_IN_NEEDED';
}
