import type { Failure } from '../../../shared/errors/outcome.ts';

/** Thrown while rows stream, because a stream has no other way to end early. Turned back into a value by `catchTableFault`. */
export class TableFault extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}
