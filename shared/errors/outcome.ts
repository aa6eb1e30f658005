import type { ErrorCode } from './catalogue.ts';

/** What is known of a call that left this machine. Only `did-not-happen` may ever be sent again. */
export type Certainty = 'happened' | 'did-not-happen' | 'unknown';

/** Values put into the `{name}` places of an error text. Never a secret, never personal data. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** An expected failure: a value, not an exception. Bugs throw. */
export interface Failure {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly params?: ErrorParams;
}

/** An expected failure where no value can be returned: thrown deep inside, shown to whoever asked. Not a bug. */
export class ExpectedError extends Error {
  readonly failure: Failure;

  /** `message` is for the log, where the code alone does not say it. */
  constructor(expected: Failure, message: string = expected.code) {
    super(message);
    this.failure = expected;
  }
}

/** One record of the workspace is not what it must hold: thrown where it is read, and named to whoever wanted it. */
export class UnreadableRecord extends ExpectedError {
  /** `record` names where it is, never what is there. */
  constructor(record: string) {
    super(failure('RECORD_UNREADABLE', { record }), `unreadable: ${record}`);
  }
}

/** Another program of this computer would not let go of a file. To others it is what the system says of a busy one. */
export class FileHeld extends ExpectedError {
  readonly code = 'EBUSY';
  readonly syscall = 'rename';
  readonly path: string;

  constructor(file: string) {
    super(failure('FILE_HELD', { file }), 'held by another program');
    this.path = file;
  }
}

/** The failure that an expected error carries; of any other error, `otherwise`. */
export const failureFrom = (error: unknown, otherwise: Failure): Failure =>
  error instanceof ExpectedError ? error.failure : otherwise;

/** What the work comes to, or that a record it needs cannot be read. */
export async function ifReadable<T>(work: () => Promise<T>): Promise<T | Failure> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableRecord) return error.failure;
    throw error;
  }
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Failure;

/** The outcome of a call that leaves the machine always says how sure it is. */
export type CallOutcome<T> =
  | { readonly ok: true; readonly certainty: 'happened'; readonly value: T }
  | (Failure & { readonly certainty: Exclude<Certainty, 'happened'> });

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failure(code: ErrorCode, params?: ErrorParams): Failure {
  return params === undefined ? { ok: false, code } : { ok: false, code, params };
}

export function happened<T>(value: T): CallOutcome<T> {
  return { ok: true, certainty: 'happened', value };
}

export function didNotHappen(code: ErrorCode, params?: ErrorParams): CallOutcome<never> {
  return { ...failure(code, params), certainty: 'did-not-happen' };
}

export function unknownOutcome(code: ErrorCode, params?: ErrorParams): CallOutcome<never> {
  return { ...failure(code, params), certainty: 'unknown' };
}
