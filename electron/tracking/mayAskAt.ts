import type { TrackingState } from '../../shared/domain/tracking.ts';
import { nextCheckAt } from './nextCheckAt.ts';

/** What is kept of a followed number, as far as it tells when it was last asked for. */
export interface AskedNumber {
  readonly state: TrackingState;
  /** Last answer, null when there was none. */
  readonly checkedAt: number | null;
  /** When it is due; while a question runs or after one that failed: not before. */
  readonly nextDueAt: number;
}

/**
 * When a number may be asked for again at a platform that allows one question an interval, UTC ms. After an answer the
 * due time is longer than the interval, and an operator may ask in between; after a failed or interrupted question the
 * due time itself is the limit, since the platform may have counted it.
 */
export function mayAskAt({ state, checkedAt, nextDueAt }: AskedNumber, intervalMs: number): number {
  const wasAnswered = checkedAt !== null && nextDueAt === nextCheckAt(state, checkedAt);
  return wasAnswered ? checkedAt + intervalMs : nextDueAt;
}
