import { type ImplementerInternalWithMiddlewares, implement } from '@orpc/server';
import type { z } from 'zod';
import { contract } from '../../shared/contracts/contract.ts';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import type { ErrorParams, Failure, Outcome } from '../../shared/errors/outcome.ts';
import { maskReply } from '../privacy/maskReply.ts';
import { mayCall, nameOf, nameProcedures } from './rights.ts';
import type { Session } from './session.ts';

export interface GateContext {
  readonly session: Session;
}

interface FailureErrors {
  FAILURE(options: { data: { code: ErrorCode; params?: Record<string, string | number> } }): Error;
}

/** Spelled out: the inferred type is too long to be written down. */
type Gate = ImplementerInternalWithMiddlewares<typeof contract, GateContext, GateContext>;

/**
 * The gate every message of a page goes through: contract, session, right of who sits here, schema of the input, use
 * case, schema of the reply, mask. Event streams carry no personal fields (a test holds them to that), so they are not
 * masked.
 */
export const gate: Gate = implement(nameProcedures(contract))
  .$context<GateContext>()
  .use(async ({ context, next, procedure, errors }) => {
    await context.session.settled();
    const opened = context.session.workspace();
    if (opened.ok) refuse(errors, mayCall(opened.value.actor, nameOf(procedure)));
    const result = await next();
    const schema = procedure['~orpc'].outputSchema as z.ZodType | undefined;
    const isPlain = schema !== undefined && '_zod' in schema;
    return isPlain ? { ...result, output: maskReply(schema, result.output) } : result;
  });

/** An expected failure becomes the contract's typed error; its text is the page's business. */
export function toError(
  errors: FailureErrors,
  { code, params }: { code: ErrorCode; params?: ErrorParams },
): Error {
  return errors.FAILURE({ data: params === undefined ? { code } : { code, params: { ...params } } });
}

export function unwrap<T>(errors: FailureErrors, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw toError(errors, outcome);
}

export function refuse(errors: FailureErrors, refused: Failure | null): void {
  if (refused !== null) throw toError(errors, refused);
}
