import { createHash } from 'node:crypto';
import type { GreyArm, GreyShare } from '../../../shared/domain/bookingRule.ts';

const buckets = 2 ** 48;

/**
 * Which way an order takes while a share is running; null: it is not running. The same order always falls the same
 * way, and those in at 10 % are in at 20 %: its place in 0..1 comes from a hash of order and experiment alone.
 */
export function greyArm(share: Omit<GreyShare, 'lane'>, orderKey: string, now: number): GreyArm | null {
  if (share.percent === 0) return 'old';
  if (share.percent === 100) return 'new';
  if (now < share.startsAt || now >= share.endsAt) return null;
  return placeOf(share.experimentId, orderKey) * 100 < share.percent ? 'new' : 'old';
}

/** 0 ≤ place < 1 */
function placeOf(experimentId: string, orderKey: string): number {
  return createHash('sha256').update(`${experimentId}\n${orderKey}`).digest().readUIntBE(0, 6) / buckets;
}
