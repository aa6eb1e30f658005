import { ExpectedError, type Failure, failure } from '../../../shared/errors/outcome.ts';
import { systemCodeOf } from '../../platform/expectedFailure.ts';

/** Another certificate than the pinned one. */
export class CertificateMismatch extends Error {
  readonly code = 'CERTIFICATE_UNLIKE';
}

/** By what PostgreSQL says (SQLSTATE) or the system; whatever is not here is a bug of ours. */
const troubles: readonly (readonly [codes: RegExp, told: Parameters<typeof failure>[0]])[] = [
  [/^(28P01|28000)$/, 'SERVER_LOGIN_REFUSED'],
  [/^3D000$/, 'SERVER_DATABASE_MISSING'],
  [/^25006$/, 'SERVER_READ_ONLY'],
  [/^(53100|58030)$/, 'SERVER_DISK_FULL'],
  [/^42501$/, 'SERVER_RIGHTS_MISSING'],
  // A table or column that must be there.
  [/^(42P01|42703)$/, 'SERVER_BOOK_CHANGED'],
  [
    /^(CERTIFICATE_UNLIKE|CERT_.*|.*SELF_SIGNED_CERT.*|UNABLE_TO_.*|ERR_TLS_CERT.*|ERR_SSL_.*|EPROTO)$/,
    'SERVER_CERTIFICATE_WRONG',
  ],
  [
    /^(ECONN.*|EHOST.*|ENET.*|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENOENT|EACCES|08...|57P0.|53300)$/,
    'SERVER_AWAY',
  ],
];

/** What the library says in words alone. */
const spoken: readonly (readonly [words: RegExp, told: Parameters<typeof failure>[0]])[] = [
  [/does not support SSL/, 'SERVER_WITHOUT_TLS'],
  [/timeout|Connection terminated|Connection ended|not queryable/i, 'SERVER_AWAY'],
  [/SASL|password must be a string/, 'SERVER_LOGIN_REFUSED'],
];

/** As the store says that its server cannot be reached. */
export function serverAway(): ExpectedError {
  return new ExpectedError(failure('SERVER_AWAY'));
}

/** null: no trouble with the server. */
function serverTrouble(error: unknown): Failure | null {
  if (error instanceof ExpectedError) return error.failure;
  // A name of several addresses: each was tried.
  if (error instanceof AggregateError) return serverTrouble(error.errors[0]);
  if (!(error instanceof Error)) return null;
  const code = systemCodeOf(error);
  const found =
    troubles.find(([codes]) => codes.test(code)) ??
    (code === '' ? spoken.find(([words]) => words.test(error.message)) : undefined);
  return found === undefined ? null : failure(found[1]);
}

/** The same work; what the server is in trouble with is thrown as what it is to people. */
export async function withServerTrouble<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const trouble = serverTrouble(error);
    throw trouble === null || error instanceof ExpectedError ? error : new ExpectedError(trouble);
  }
}

/** The same as a value, for who opens. */
export async function orTrouble<T>(work: () => Promise<T>): Promise<T | Failure> {
  try {
    return await work();
  } catch (error) {
    const trouble = serverTrouble(error);
    if (trouble === null) throw error;
    return trouble;
  }
}
