import { ToldError } from '../../../shared/errors/outcome.ts';

/** By the system or by PostgreSQL (SQLSTATE): nobody answers, the connection was cut, or the server is just starting or stopping. */
const awayCodes =
  /^(ECONN.*|EHOST.*|ENET.*|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|08...|57P0.|53300|SERVER_AWAY)$/;
/** What the library says in words alone. */
const awayWords = /Connection terminated|Connection ended|not queryable|connection timeout/i;

/**
 * The server of the book cannot be reached for a while. Whether the transaction that met it is in the book, nobody knows when it was
 * being committed: whoever goes on reads what the book says, and repeats nothing.
 */
export function isServerAway(error: unknown): boolean {
  if (error instanceof AggregateError) return isServerAway(error.errors[0]);
  if (!(error instanceof Error)) return false;
  const code = error instanceof ToldError ? error.failure.code : (error as { readonly code?: string }).code;
  return code === undefined ? awayWords.test(error.message) : awayCodes.test(code);
}
