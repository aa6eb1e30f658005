import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { ExpectedError } from '../../../shared/errors/outcome.ts';

/**
 * The server of the book cannot be reached for a while, as its store says it. Whether the transaction that met it is in the book, nobody
 * knows when it was being committed: whoever goes on reads what the book says, and repeats nothing.
 */
export const isServerAway = (error: unknown): boolean =>
  error instanceof ExpectedError && error.failure.code === 'SERVER_AWAY';

const waits = ['SERVER_AWAY', 'SERVER_READ_ONLY', 'SERVER_DISK_FULL'];

/**
 * The same, or it takes no writes for now: a standby behind the address, a full disk. What runs automatically waits for it and tries again,
 * as for one that is away; what a person asks for is refused with the reason.
 */
export const isWaitedFor = (error: unknown): boolean =>
  error instanceof ExpectedError && waits.includes(error.failure.code);

/** A bench that hears this of its book stops, whoever has said it. */
export const isShutOut = (code: ErrorCode): code is 'WORKSTATION_SHUT_OUT' | 'WORKSTATION_OUT_UNPROVEN' =>
  code === 'WORKSTATION_SHUT_OUT' || code === 'WORKSTATION_OUT_UNPROVEN';
