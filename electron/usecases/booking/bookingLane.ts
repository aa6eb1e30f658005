import type { CarrierPlatform, PlatformReply } from '../../carriers/kit/carrierPlatform.ts';
import type { LineResult, Pass } from '../../dispatch/breaker.ts';
import { effectiveRate } from '../../dispatch/effectiveRate.ts';
import { isTransportCode } from '../../dispatch/isTransportCode.ts';
import type { Job } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Breakers are kept by account and interface. */
export function breakerLane(accountId: string, interfaceName: 'book' | 'find'): string {
  return `${accountId} ${interfaceName}`;
}

/** Calls a second at the moment a call starts; a raise may begin or end while it waits for its turn. */
export function bookingRate(
  { laneRules, clock }: Pick<Workspace, 'laneRules' | 'clock'>,
  accountId: string,
  { manifest }: CarrierPlatform,
): () => number {
  return () => {
    const raise = laneRules.raises.get(accountId);
    return raise === undefined
      ? manifest.ratePerSecond.book
      : effectiveRate(manifest.ratePerSecond.book, raise, clock.now());
  };
}

/** Calls of an account that may run side by side: one until one has come through, more while its pace is raised. */
export function lanePlaces(
  workspace: Pick<Workspace, 'laneRules' | 'clock' | 'breaker'>,
  accountId: string,
  platform: CarrierPlatform,
): number {
  if (!workspace.breaker.isProven(breakerLane(accountId, 'book'))) return 1;
  const { concurrency, ratePerSecond } = platform.manifest;
  const rate = bookingRate(workspace, accountId, platform)();
  return Math.ceil((concurrency * rate) / ratePerSecond.book);
}

/** A refusal is an answer: the line is fine. */
export function lineResultOf(outcome: PlatformReply<unknown>): LineResult {
  return !outcome.ok && isTransportCode(outcome.code) ? 'failed' : 'through';
}

/** The right to make this call now; null: the lane stands, and the job waits for it in the queue. */
export async function admitOrWait(
  workspace: Workspace,
  job: Job,
  interfaceName: 'book' | 'find',
): Promise<Pass | null> {
  const admission = workspace.breaker.admit(breakerLane(job.lane, interfaceName));
  if (admission.isAdmitted) return admission.pass;
  await workspace.store.write(async (write) => {
    await write.jobs.putBack(job.id, admission.retryAt, interfaceName);
    await write.jobs.delayLane(job.lane, interfaceName, admission.retryAt);
  });
  return null;
}
