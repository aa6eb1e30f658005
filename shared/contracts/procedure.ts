import { oc } from '@orpc/contract';
import { z } from 'zod';
import { type ErrorCode, isErrorCode } from '../errors/catalogue.ts';
import { internal, open } from './fields.ts';

const errorCode = z.custom<ErrorCode>((code) => typeof code === 'string' && isErrorCode(code));

/** By its name, so that the type of each procedure does not spell out every error code there is. */
export interface FailureData {
  readonly code: ErrorCode;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

const failureSchema: z.ZodType<FailureData> = z.object({
  code: open(errorCode),
  params: z.record(z.string(), internal(z.union([z.string(), z.number()]))).optional(),
});

/** Every procedure may answer with an expected failure; the page reads its text with `describeError`. */
export const procedure = oc.errors({ FAILURE: { data: failureSchema } });
