import type { z } from 'zod';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';

/** What a row holds as JSON text. The same codec writes it and reads it, so that nobody takes for granted what lies there. */
export interface StoredJson<T> {
  /** Throws `UnreadableRecord`. */
  read(text: string): T;
  /** For what only tells about a record: what cannot be read is left out. */
  readOr<U>(text: string, otherwise: U): T | U;
  write(value: T): string;
}

/** What lies in one record is not what it must hold. A worker parks the record under this failure and goes on. */
export class UnreadableRecord extends Error {
  readonly failure: Failure;

  /** `record` names the table and the column, never what stands there. */
  constructor(record: string) {
    super(`unreadable: ${record}`);
    this.failure = failure('RECORD_UNREADABLE', { record });
  }
}

export function storedJson<T>(record: string, schema: z.ZodType<T>): StoredJson<T> {
  const readOr = <U>(text: string, otherwise: U): T | U => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return otherwise;
    }
    const parsed = schema.safeParse(value);
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

const unreadable = Symbol('unreadable');
