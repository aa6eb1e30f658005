import { oc } from '@orpc/contract';
import { z } from 'zod';
import { type ErrorCode, isErrorCode } from '../errors/catalogue.ts';
import { internal, open } from './fieldClass.ts';

const errorCode = z.custom<ErrorCode>((code) => typeof code === 'string' && isErrorCode(code));

/** Named, so that each procedure's type holds this name and not every code there is. */
export interface FailureSchema
  extends z.ZodObject<{
    code: z.ZodCustom<ErrorCode, ErrorCode>;
    params: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>>;
  }> {}

export const failureSchema: FailureSchema = z.object({
  code: open(errorCode),
  params: z.record(z.string(), internal(z.union([z.string(), z.number()]))).optional(),
});

/** Every procedure may answer with an expected failure; the page reads its text with `describeError`. */
export const procedure = oc.errors({ FAILURE: { data: failureSchema } });
