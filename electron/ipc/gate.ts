import { type ImplementerInternalWithMiddlewares, implement, ORPCError } from '@orpc/server';
import type { z } from 'zod';
import { contract } from '../../shared/contracts/contract.ts';
import type { FailureData, ProcedureMeta } from '../../shared/contracts/procedure.ts';
import { whoMay } from '../../shared/domain/operator.ts';
import { type Failure, type Outcome, UnreadableRecord } from '../../shared/errors/outcome.ts';
import { maskReply } from '../privacy/maskReply.ts';
import type { Workspace } from '../usecases/workspace/workspace.ts';
import type { Session } from './session.ts';

export interface GateContext {
  readonly session: Session;
}

export interface OpenContext extends GateContext {
  /** In the hands of who sits at the window. */
  readonly workspace: Workspace;
}

/** Spelled out: the inferred types are too long to be written down. */
type Gate<Current extends GateContext> = ImplementerInternalWithMiddlewares<
  typeof contract,
  GateContext,
  Current
>;

/**
 * The gate every message of a page goes through: contract, session, right of who sits here, schema of the input, use
 * case, schema of the reply, mask. Event streams carry no personal fields (a test holds them to that), so they are not
 * masked. What a procedure put into a queue is looked for at once where its contract says so.
 */
export const gate: Gate<GateContext> = implement(contract)
  .$context<GateContext>()
  .use(async ({ context: { session }, next, procedure }) => {
    const { meta, outputSchema } = procedure['~orpc'];
    const { access, wakes } = meta as Partial<ProcedureMeta>;
    if (access === undefined) throw new Error('a procedure states no right');
    await session.settled();
    const opened = session.workspace();
    if (opened.ok) refuse(whoMay(opened.value.actor, access));
    const result = await Promise.resolve(next()).catch((error: unknown) => {
      throw error instanceof UnreadableRecord ? refusal(error.failure) : error;
    });
    if (wakes === true) session.wake();
    const schema = outputSchema as z.ZodType | undefined;
    const isPlain = schema !== undefined && '_zod' in schema;
    return isPlain ? { ...result, output: maskReply(schema, result.output) } : result;
  });

/** For all that works on the open workspace. */
export const opened: Gate<OpenContext> = gate.use(({ context, next }) =>
  next({ context: { workspace: unwrap(context.session.workspace()) } }),
);

/** An expected failure as the contract's typed error; its text is the page's business. */
export function refusal({ code, params }: FailureData): Error {
  return new ORPCError('FAILURE', {
    data: params === undefined ? { code } : { code, params: { ...params } },
  });
}

export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw refusal(outcome);
}

export function refuse(refused: Failure | null): void {
  if (refused !== null) throw refusal(refused);
}

interface Asked<Input> {
  readonly context: OpenContext;
  readonly input: Input;
}

/** A handler that is one use case. */
export const does =
  <Input, Value>(act: (workspace: Workspace, input: Input) => Promise<Outcome<Value>>) =>
  async ({ context: { workspace }, input }: Asked<Input>): Promise<Value> =>
    unwrap(await act(workspace, input));

/** The same for one that has nothing to refuse. */
export const reads =
  <Input, Value>(read: (workspace: Workspace, input: Input) => Value) =>
  ({ context: { workspace }, input }: Asked<Input>): Value =>
    read(workspace, input);
