import { z } from 'zod';
import { type ErrorParams, type Failure, UnreadableRecord } from '../../../shared/errors/outcome.ts';

/** JSON text in a row. The same codec writes and reads it, so stored content is never taken on trust. */
export interface StoredJson<T> {
  /** Throws `UnreadableRecord`. */
  read(text: string): T;
  /** For accompanying information: what cannot be read is left out. */
  readOr<U>(text: string, otherwise: U): T | U;
  write(value: T): string;
}

export function storedJson<T>(record: string, schema: z.ZodType<T>): StoredJson<T> {
  const readOr = <U>(text: string, otherwise: U): T | U => {
    const parsed = schema.safeParse(parseJson(text));
    return parsed.success ? parsed.data : otherwise;
  };
  return {
    readOr,
    read(text) {
      const value = readOr(text, unreadable);
      if (value === unreadable) throw new UnreadableRecord(record);
      return value;
    },
    write: (value) => JSON.stringify(value),
  };
}

/** JSON text of unknown content; undefined: not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const unreadable = Symbol('unreadable');

export const errorParamsSchema: z.ZodType<ErrorParams> = z.record(
  z.string(),
  z.union([z.string(), z.number()]),
);

const errorParamsJson = storedJson('error_params_json', errorParamsSchema);

/** The parameters of a stored error; without them the sentence is still shown. */
export const errorParamsOf = (text: string): ErrorParams => errorParamsJson.readOr(text, {});

/** How something ended, as stored in a row: a failure's code and parameters, nothing when all went well. */
export function errorColumnsOf({ code, params = {} }: Ended) {
  return { errorCode: code ?? ('' as const), errorParamsJson: JSON.stringify(params) };
}

type Ended =
  | Pick<Failure, 'code' | 'params'>
  | { readonly ok: true; readonly code?: undefined; readonly params?: undefined };

/** A sender or receiver as it is stored. */
export const partySchema = z.object({
  name: z.string(),
  phone: z.string(),
  extension: z.string(),
  province: z.string(),
  city: z.string(),
  district: z.string(),
  town: z.string(),
  detail: z.string(),
});
