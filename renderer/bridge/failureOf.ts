import { ORPCError } from '@orpc/client';
import { isErrorCode } from '../../shared/errors/catalogue.ts';
import type { ErrorParams } from '../../shared/errors/outcome.ts';
import { CoreGoneError } from './core.ts';

/** What a page can say of a failed call. `CORE_…` codes belong to the page: the core could not answer. */
export interface PageFailure {
  readonly code: string;
  readonly params: ErrorParams;
}

interface FailureData {
  readonly code: string;
  readonly params?: ErrorParams;
}

function isFailureData(data: unknown): data is FailureData {
  return typeof data === 'object' && data !== null && 'code' in data && isErrorCode(String(data.code));
}

/** Turns whatever a call threw into a code with its params; anything unexpected becomes INTERNAL. */
export function failureOf(error: unknown): PageFailure {
  if (error instanceof CoreGoneError) {
    return { code: error.certainty === 'unknown' ? 'CORE_NO_ANSWER' : 'CORE_AWAY', params: {} };
  }
  if (error instanceof ORPCError && isFailureData(error.data)) {
    return { code: error.data.code, params: error.data.params ?? {} };
  }
  return { code: 'INTERNAL', params: {} };
}

/** Was this refused only because nobody has signed in? Then nothing was done, and asking again later is right. */
export function isSignInNeeded(error: unknown): boolean {
  return failureOf(error).code === 'OPERATOR_SIGN_IN_NEEDED';
}

/** The failure of a question or an action as it is now; null while there is none. */
export function failureIn({ error }: { readonly error: unknown }): PageFailure | null {
  return error === null ? null : failureOf(error);
}
