import { ToldError } from '../../../shared/errors/outcome.ts';

/**
 * The server of the book cannot be reached for a while, as its store says it. Whether the transaction that met it is in the book, nobody
 * knows when it was being committed: whoever goes on reads what the book says, and repeats nothing.
 */
export const isServerAway = (error: unknown): boolean =>
  error instanceof ToldError && error.failure.code === 'SERVER_AWAY';
