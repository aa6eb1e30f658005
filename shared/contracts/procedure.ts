import {
  type AnySchema,
  type ContractProcedure,
  type ErrorMap,
  eventIterator,
  oc,
  type Schema,
} from '@orpc/contract';
import { z } from 'zod';
import { type DeepReadonly, failureParams, open } from '../domain/fields.ts';
import type { Access } from '../domain/operator.ts';
import { type ErrorCode, isErrorCode } from '../errors/catalogue.ts';

const errorCode = z.custom<ErrorCode>((code) => typeof code === 'string' && isErrorCode(code));

/** By its name, so that the type of each procedure does not spell out every error code there is. */
export interface FailureData {
  readonly code: ErrorCode;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

const failureSchema: Schema<FailureData, FailureData> = z.object({
  code: open(errorCode),
  params: failureParams.optional(),
});

/** What the gate knows of a procedure besides its schemas. */
export interface ProcedureMeta {
  /** `anybody`: also who has not signed in, on a page that shows no more than who may. */
  readonly access: Access;
  /** It puts something into a queue, which the workers look for at once. */
  readonly wakes: boolean;
}

/** What whoever sends it may hold for reading only. */
export type Sent<Out extends AnySchema> = Out extends z.core.SomeType
  ? Schema<DeepReadonly<z.core.input<Out>>, z.core.output<Out>>
  : Out extends Schema<AsyncIteratorObject<infer Item, infer End, void>, infer Output>
    ? Schema<AsyncIteratorObject<DeepReadonly<Item>, End, void>, Output>
    : Out;

export interface ProcedureErrors extends ErrorMap {
  readonly FAILURE: { readonly data: typeof failureSchema };
}

/** The fields of an object, each with its class, or any other schema. */
type Shape = AnySchema | z.ZodRawShape;
type SchemaOf<T extends Shape> = T extends AnySchema ? T : T extends z.ZodRawShape ? z.ZodObject<T> : never;

interface WithInput<In extends AnySchema> {
  output<Out extends Shape>(
    shape: Out,
  ): ContractProcedure<In, Sent<SchemaOf<Out>>, ProcedureErrors, ProcedureMeta>;
}

interface WithRight extends WithInput<Schema<unknown, unknown>> {
  input<In extends Shape>(shape: In): WithInput<Sent<SchemaOf<In>>>;
}

/** Work that reports while it goes: each report, then what it came to. */
export const workStream = <Progress extends z.ZodRawShape, Result extends z.ZodRawShape>(
  progress: Progress,
  result: Result,
) =>
  eventIterator(
    z.discriminatedUnion('kind', [
      z.object({ kind: open(z.literal('progress')), ...progress }),
      z.object({ kind: open(z.literal('finished')), ...result }),
    ]),
  );

function schemaOf(shape: Shape): AnySchema {
  return '~standard' in shape ? (shape as AnySchema) : z.object(shape);
}

/**
 * A procedure with the right it takes: one without does not compile. What needs a right for some inputs only (a second
 * reprint, a file that hides nothing) is refused by its use case. Every procedure may answer with an expected failure;
 * the page reads its text with `describeError`.
 */
export function procedure(access: Access, { wakes = false }: { readonly wakes?: boolean } = {}): WithRight {
  const contract = oc.errors({ FAILURE: { data: failureSchema } }).$meta<ProcedureMeta>({ access, wakes });
  return {
    input: (input: Shape) => ({
      output: (output: Shape) => contract.input(schemaOf(input)).output(schemaOf(output)),
    }),
    output: (output: Shape) => contract.output(schemaOf(output)),
  } as unknown as WithRight;
}
