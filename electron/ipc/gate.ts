import { type AnyContractProcedure, type AnySchema, getEventIteratorSchemaDetails } from '@orpc/contract';
import { type ContractRouter, implement, ORPCError, os, type Router } from '@orpc/server';
import type { z } from 'zod';
import type { Answered, Asked, Contract } from '../../shared/contracts/contract.ts';
import type { FailureData, ProcedureMeta } from '../../shared/contracts/procedure.ts';
import { whoMay } from '../../shared/domain/operator.ts';
import type { Failure, Outcome } from '../../shared/errors/outcome.ts';
import { expectedFailure } from '../platform/expectedFailure.ts';
import { maskParams, maskReply } from '../privacy/maskReply.ts';
import type { Approval } from '../usecases/operators/checkRight.ts';
import type { Workspace } from '../usecases/workspace/workspace.ts';
import type { Session } from './session.ts';

export interface GateContext {
  readonly session: Session;
}

interface OpenContext extends GateContext {
  /** Acting for the person at the window. */
  readonly workspace: Workspace;
}

/**
 * The gate every message of a page passes: contract, session, the person's right, input schema, use case, reply schema, mask. Each report
 * of a stream is checked and masked too. Where the contract says `wakes`, the workers then check their queues.
 */
export const gate = os
  .$context<GateContext>()
  .middleware(async ({ context: { session }, next, procedure }) => {
    const { meta, outputSchema } = procedure['~orpc'];
    const { access, wakes } = meta as Partial<ProcedureMeta>;
    if (access === undefined) throw new Error('a procedure states no right');
    await session.settled();
    const opened = session.workspace();
    if (opened.ok) refuse(whoMay(opened.value.actor, access));
    const worked = () =>
      Promise.resolve(next()).catch((error: unknown) => {
        const told = expectedFailure(error);
        throw told === null ? error : refusal(told);
      });
    const result = await (wakes === true ? session.whileStarting(worked) : worked());
    if (wakes === true) session.wake();
    return { ...result, output: masked(outputSchema, result.output) };
  });

function masked(schema: AnySchema | undefined, output: unknown): unknown {
  if (schema === undefined) return output;
  if ('_zod' in schema) return maskReply(schema as unknown as z.ZodType, output);
  const reports = getEventIteratorSchemaDetails(schema)?.yields;
  if (reports === undefined) throw new Error('a reply without a schema cannot be masked');
  return maskStream(reports as unknown as z.ZodType, output as AsyncIterable<unknown>);
}

async function* maskStream(schema: z.ZodType, reports: AsyncIterable<unknown>) {
  for await (const report of reports) yield maskReply(schema, report);
}

/** An expected failure as the contract's typed error; the page words it. */
export function refusal({ code, params }: FailureData): Error {
  return new ORPCError('FAILURE', {
    data: params === undefined ? { code } : { code, params: { ...maskParams(params) } },
  });
}

export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw refusal(outcome);
}

export function refuse(refused: Failure | null): void {
  if (refused !== null) throw refusal(refused);
}

/** What a handler gets besides workspace and input. */
export interface Call {
  readonly session: Session;
  readonly signal: AbortSignal | undefined;
}

type Handlers<Noun extends keyof Contract, First> = {
  readonly [Name in keyof Contract[Noun]]: (
    first: First,
    input: Asked<Noun, Name>,
    call: Call,
  ) => Answered<Noun, Name> | Promise<Answered<Noun, Name>>;
};

type Implemented<Noun extends keyof Contract, Name extends keyof Contract[Noun]> = {
  [Key in Name]: Contract[Noun][Key] extends ContractRouter<ProcedureMeta>
    ? Router<Contract[Noun][Key], GateContext>
    : never;
};

type Nouns = Record<string, Record<string, AnyContractProcedure>>;

interface Gate<Noun extends keyof Contract> {
  /** Procedures of one noun that work on the open workspace, each with its handler: often the use case itself. */
  onWorkspace<Of extends Noun, Name extends keyof Contract[Of]>(
    noun: Of,
    handlers: Pick<Handlers<Of, Workspace>, Name>,
  ): Implemented<Of, Name>;
  /** Procedures that are also answered while the workspace is closed. */
  onSession<Of extends Noun, Name extends keyof Contract[Of]>(
    noun: Of,
    handlers: Pick<Handlers<Of, Session>, Name>,
  ): Implemented<Of, Name>;
}

/** A gate for some nouns of the contract: each file of routers brings its own, so that the start loads only what it needs. */
export function gateOf<Noun extends keyof Contract>(contracts: Pick<Contract, Noun>): Gate<Noun> {
  const guarded = implement<Nouns, GateContext>(contracts).use(gate);
  const opened = guarded.use(({ context, next }) =>
    next({ context: { workspace: unwrap(context.session.workspace()) } }),
  );
  return {
    onWorkspace: (noun, handlers) =>
      implementAll(opened[noun], handlers, ({ workspace }: OpenContext) => workspace),
    onSession: (noun, handlers) =>
      implementAll(guarded[noun], handlers, ({ session }: GateContext) => session),
  };
}

interface Received<Context> {
  readonly context: Context;
  readonly input: unknown;
  readonly signal?: AbortSignal;
}

/** The handlers' types were checked where they are defined. */
function implementAll<Context extends GateContext, Implementation>(
  procedures: unknown,
  handlers: object,
  firstOf: (context: Context) => unknown,
): Implementation {
  type Handle = (first: unknown, input: unknown, call: Call) => unknown;
  type Implementer = { handler(handle: (received: Received<Context>) => unknown): unknown };
  const implementers = procedures as Readonly<Record<string, Implementer>>;
  const implemented = Object.entries(handlers as Readonly<Record<string, Handle>>).map(([name, handle]) => [
    name,
    implementers[name]?.handler(({ context, input, signal }) =>
      handle(firstOf(context), input, { session: context.session, signal }),
    ),
  ]);
  return Object.fromEntries(implemented) as Implementation;
}

type Act<Input, Value> = (workspace: Workspace, input: Input) => Promise<Outcome<Value>>;

/** A handler that is one use case. */
export function does<Input, Value>(
  action: Act<Input, Value>,
): (workspace: Workspace, input: Input) => Promise<Value>;
/** The same, with a view of its result for the page. */
export function does<Input, Value, Shown>(
  action: Act<Input, Value>,
  show: (value: Value, workspace: Workspace, input: Input) => Shown | Promise<Shown>,
): (workspace: Workspace, input: Input) => Promise<Shown>;
export function does<Input, Value>(
  action: Act<Input, Value>,
  show: (value: Value, workspace: Workspace, input: Input) => unknown = (value) => value,
) {
  return async (workspace: Workspace, input: Input): Promise<unknown> =>
    show(unwrap(await action(workspace, input)), workspace, input);
}

/** A use case after which the page gets the new state. */
export const doesThen = <Input, Shown>(
  action: Act<Input, unknown>,
  show: (workspace: Workspace) => Shown | Promise<Shown>,
) => does(action, (_done, workspace) => show(workspace));

interface Approvable {
  readonly approvalIds?: readonly string[] | undefined;
  /** The order an approval is for; absent: none. */
  readonly orderId?: string | undefined;
}

/** A use case that a person with the right can approve by PIN. */
export const doesApproved =
  <Input extends Approvable, Value>(
    action: Act<Input & { readonly approvals: readonly Approval[] }, Value>,
  ) =>
  async (workspace: Workspace, input: Input, { session }: Call): Promise<Value> => {
    const { approvalIds, orderId = '' } = input;
    const outcome = await session.withApprovals(approvalIds, orderId, (approvals) =>
      action(workspace, { ...input, approvals }),
    );
    return unwrap(outcome);
  };
