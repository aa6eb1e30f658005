import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { ExpectedError } from '../../../shared/errors/outcome.ts';

/**
 * The server of the book is temporarily unreachable, as its store reports. A transaction that was being committed may or may not be in the
 * book: the caller reads the book and repeats nothing.
 */
export const isServerAway = (error: unknown): boolean =>
  error instanceof ExpectedError && error.failure.code === 'SERVER_AWAY';

const waits = ['SERVER_AWAY', 'SERVER_READ_ONLY', 'SERVER_DISK_FULL'];

/**
 * The same, or it takes no writes now: a standby behind the address, a full disk. Automatic work waits and retries, as for one that is
 * away; a person's request is refused with the reason.
 */
export const isWaitedFor = (error: unknown): boolean =>
  error instanceof ExpectedError && waits.includes(error.failure.code);

/** Failures after which a bench stops working on its book. */
export const isShutOut = (code: ErrorCode): code is 'WORKSTATION_SHUT_OUT' | 'WORKSTATION_OUT_UNPROVEN' =>
  code === 'WORKSTATION_SHUT_OUT' || code === 'WORKSTATION_OUT_UNPROVEN';
